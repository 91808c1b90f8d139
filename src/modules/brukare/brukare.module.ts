import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmployeesModule } from '../employees/employees.module.js';
import { UnitsModule } from '../units/units.module.js';
import { BrukareAbsenceEntity } from './brukare-absence.entity.js';
import { BrukareAbsenceRepository } from './brukare-absence.repository.js';
import { BrukareAbsencesService } from './brukare-absences.service.js';
import { BrukareDoors } from './brukare-doors.service.js';
import { BrukareController } from './brukare.controller.js';
import { BrukareEntity } from './brukare.entity.js';
import { BrukareRepository } from './brukare.repository.js';
import { BrukareService } from './brukare.service.js';
import { DoorCodeRepository } from './door-code.repository.js';
import { DoorCodesService } from './door-codes.service.js';
import { VisitHistoryRepository } from './visit-history.repository.js';
import { VisitHistoryService } from './visit-history.service.js';

/** Brukare, their absences, and who visited them before. */
@Module({
  imports: [UnitsModule, EmployeesModule, TypeOrmModule.forFeature([BrukareEntity, BrukareAbsenceEntity])],
  controllers: [BrukareController],
  providers: [
    BrukareRepository,
    BrukareAbsenceRepository,
    VisitHistoryRepository,
    BrukareService,
    BrukareDoors,
    DoorCodeRepository,
    DoorCodesService,
    BrukareAbsencesService,
    VisitHistoryService,
  ],
  exports: [BrukareService, BrukareDoors, DoorCodesService, BrukareAbsencesService, VisitHistoryService],
})
export class BrukareModule {}
