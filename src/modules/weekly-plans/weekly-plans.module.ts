import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmployeesModule } from '../employees/employees.module.js';
import { PlanningRunsModule } from '../planning-runs/planning-runs.module.js';
import { TravelTimesModule } from '../travel-times/travel-times.module.js';
import { RamtidLedgerModule } from '../ramtid-ledger/ramtid-ledger.module.js';
import { UnitsModule } from '../units/units.module.js';
import { VisitDemandsModule } from '../visit-demands/visit-demands.module.js';
import { CheckPlanNow } from './check-plan-now.service.js';
import { LendingGroups } from './lending-groups.service.js';
import { LedgerAdjustmentRepository } from './ledger-adjustment.repository.js';
import { DayReplanningRepository } from './day-replanning.repository.js';
import { DayReplanningsController } from './day-replannings.controller.js';
import { DayReplanningsService } from './day-replannings.service.js';
import { DraftPlansService } from './draft-plans.service.js';
import { ExtraVisitsController } from './extra-visits.controller.js';
import { EditPlanService } from './edit-plan.service.js';
import { NewFacesRepository } from './new-faces.repository.js';
import { PlanEditingController } from './plan-editing.controller.js';
import { PlanExtraVisitService } from './plan-extra-visit.service.js';
import { PlanInputs } from './plan-inputs.service.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { PlanSlicesRepository } from './plan-slices.repository.js';
import { PlanWeekProcessor } from './plan-week.processor.js';
import { PlanWorkspaces } from './plan-workspaces.service.js';
import { PlanningRulesController } from './planning-rules.controller.js';
import { PlanningRulesService } from './planning-rules.service.js';
import { PricePlanService } from './price-plan.service.js';
import { PublishPlanService } from './publish-plan.service.js';
import { PublishedPlansRepository } from './published-plans.repository.js';
import { PublishedPlansService } from './published-plans.service.js';
import { ReplanDayProcessor } from './replan-day.processor.js';
import { ReplanScope } from './replan-scope.service.js';
import { StartPlanService } from './start-plan.service.js';
import { StrandedVisitsService } from './stranded-visits.service.js';
import { TravelReportService } from './travel-report.service.js';
import { UnitSnapshots } from './unit-snapshots.service.js';
import { WeekLedger } from './week-ledger.service.js';
import { WeeklyPlanEntity } from './weekly-plan.entity.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';
import { WeeklyPlansController } from './weekly-plans.controller.js';
import { WeeklyPlansService } from './weekly-plans.service.js';

/** Stage 3 of the flow: a week calculated, compared, pinned and published. */
@Module({
  imports: [
    UnitsModule,
    EmployeesModule,
    TravelTimesModule,
    PlanningRunsModule,
    VisitDemandsModule,
    RamtidLedgerModule,
    TypeOrmModule.forFeature([WeeklyPlanEntity]),
  ],
  controllers: [
    WeeklyPlansController,
    PlanEditingController,
    DayReplanningsController,
    ExtraVisitsController,
    PlanningRulesController,
  ],
  providers: [
    WeeklyPlanRepository,
    PlanPartsRepository,
    PublishedPlansRepository,
    LedgerAdjustmentRepository,
    PlanSlicesRepository,
    NewFacesRepository,
    UnitSnapshots,
    WeekLedger,
    PlanWorkspaces,
    PlanInputs,
    LendingGroups,
    StartPlanService,
    PlanWeekProcessor,
    WeeklyPlansService,
    StrandedVisitsService,
    DraftPlansService,
    EditPlanService,
    PricePlanService,
    PlanningRulesService,
    DayReplanningRepository,
    ReplanScope,
    ReplanDayProcessor,
    DayReplanningsService,
    CheckPlanNow,
    PlanExtraVisitService,
    PublishPlanService,
    TravelReportService,
    PublishedPlansService,
  ],
  exports: [StartPlanService, PublishedPlansService],
})
export class WeeklyPlansModule {}
