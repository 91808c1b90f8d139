import { Module } from '@nestjs/common';
import { RegisteredTimesModule } from '../registered-times/registered-times.module.js';
import { VisitDemandsModule } from '../visit-demands/visit-demands.module.js';
import { WeeklyPlansModule } from '../weekly-plans/weekly-plans.module.js';
import { EfficiencyReportsController } from './efficiency-reports.controller.js';
import { EfficiencyReportsService } from './efficiency-reports.service.js';

/** Stage 7 of the flow: what was ordered, planned and performed, beside the staff hours. */
@Module({
  imports: [VisitDemandsModule, WeeklyPlansModule, RegisteredTimesModule],
  controllers: [EfficiencyReportsController],
  providers: [EfficiencyReportsService],
})
export class EfficiencyReportsModule {}
