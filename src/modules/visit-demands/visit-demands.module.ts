import { Module } from '@nestjs/common';
import { BrukareModule } from '../brukare/brukare.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { GenomforandeplanModule } from '../genomforandeplan/genomforandeplan.module.js';
import { RamtidOrdersModule } from '../ramtid-orders/ramtid-orders.module.js';
import { StaffMeetingsModule } from '../staff-meetings/staff-meetings.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CareUnitService } from './care-unit.service.js';
import { ExtraVisitRepository } from './extra-visit.repository.js';
import { ExtraVisitsService } from './extra-visits.service.js';
import { VisitDemandsController } from './visit-demands.controller.js';
import { VisitDemandsService } from './visit-demands.service.js';
import { WorkGroupGeographyController } from './work-group-geography.controller.js';
import { WorkGroupGeographyService } from './work-group-geography.service.js';

/** Stage 2, second half: the whole unit as the domain sees it, and a week's visits derived from it. */
@Module({
  imports: [
    UnitsModule,
    EmployeesModule,
    StaffMeetingsModule,
    BrukareModule,
    RamtidOrdersModule,
    GenomforandeplanModule,
  ],
  controllers: [VisitDemandsController, WorkGroupGeographyController],
  providers: [
    ExtraVisitRepository,
    ExtraVisitsService,
    CareUnitService,
    VisitDemandsService,
    WorkGroupGeographyService,
  ],
  exports: [CareUnitService, ExtraVisitsService],
})
export class VisitDemandsModule {}
