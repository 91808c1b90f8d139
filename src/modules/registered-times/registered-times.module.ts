import { Module } from '@nestjs/common';
import { BrukareModule } from '../brukare/brukare.module.js';
import { GenomforandeplanModule } from '../genomforandeplan/genomforandeplan.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WeeklyPlansModule } from '../weekly-plans/weekly-plans.module.js';
import { AvvikelseRepository } from './avvikelse.repository.js';
import { AvvikelserController } from './avvikelser.controller.js';
import { AvvikelserService } from './avvikelser.service.js';
import { ImportRegistrationsService } from './import-registrations.service.js';
import { KeptRegistrationsService } from './kept-registrations.service.js';
import { ReceiveEventsService } from './receive-events.service.js';
import { RegisteredTimeRepository } from './registered-time.repository.js';
import { RegisteredTimesController } from './registered-times.controller.js';
import { RegisteredTimesService } from './registered-times.service.js';
import { VisitReportRepository } from './visit-report.repository.js';
import { VisitReportsController } from './visit-reports.controller.js';
import { VisitReportsService } from './visit-reports.service.js';

/** Stage 6 of the flow: what was done, as it was registered, what was corrected afterwards, and what did not match. */
@Module({
  imports: [UnitsModule, BrukareModule, GenomforandeplanModule, WeeklyPlansModule],
  controllers: [RegisteredTimesController, AvvikelserController, VisitReportsController],
  providers: [
    RegisteredTimeRepository,
    ReceiveEventsService,
    RegisteredTimesService,
    ImportRegistrationsService,
    KeptRegistrationsService,
    AvvikelseRepository,
    AvvikelserService,
    VisitReportRepository,
    VisitReportsService,
  ],
  exports: [RegisteredTimesService],
})
export class RegisteredTimesModule {}
