import { Module, type DynamicModule } from '@nestjs/common';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { ConfigModule } from './config/config.module.js';
import type { Env } from './config/env.js';
import { DatabaseModule } from './database/database.module.js';
import { HttpModule } from './http/http.module.js';
import { JOB_CATALOGUE } from './jobs/job-catalogue.js';
import type { JobDefinition } from './jobs/job-definition.js';
import { JobsModule } from './jobs/jobs.module.js';
import { AccountsModule } from './modules/accounts/accounts.module.js';
import { AuditLogModule } from './modules/audit-log/audit-log.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { UnitsModule } from './modules/units/units.module.js';
import { EmployeesModule } from './modules/employees/employees.module.js';
import { StaffMeetingsModule } from './modules/staff-meetings/staff-meetings.module.js';
import { BrukareModule } from './modules/brukare/brukare.module.js';
import { MapModule } from './modules/map/map.module.js';
import { RamtidOrdersModule } from './modules/ramtid-orders/ramtid-orders.module.js';
import { GenomforandeplanModule } from './modules/genomforandeplan/genomforandeplan.module.js';
import { VisitDemandsModule } from './modules/visit-demands/visit-demands.module.js';
import { UnitImportsModule } from './modules/unit-imports/unit-imports.module.js';
import { PlanningRunsModule } from './modules/planning-runs/planning-runs.module.js';
import { WeeklyPlansModule } from './modules/weekly-plans/weekly-plans.module.js';
import { DayRoutesModule } from './modules/day-routes/day-routes.module.js';
import { RouteLinesModule } from './modules/route-lines/route-lines.module.js';
import { VisitListsModule } from './modules/visit-lists/visit-lists.module.js';
import { RegisteredTimesModule } from './modules/registered-times/registered-times.module.js';
import { RamtidLedgerModule } from './modules/ramtid-ledger/ramtid-ledger.module.js';
import { TravelLearningModule } from './modules/travel-learning/travel-learning.module.js';
import { FollowUpModule } from './modules/follow-up/follow-up.module.js';
import { EfficiencyReportsModule } from './modules/efficiency-reports/efficiency-reports.module.js';

/** The platform, then the modules in the order of the flow. A module imports only from modules above it. */
@Module({})
export class AppModule {
  static register(
    env: Env,
    databaseUrl: string,
    jobs: readonly JobDefinition<unknown>[] = JOB_CATALOGUE,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.register(env),
        DatabaseModule.register(databaseUrl),
        EventEmitterModule.forRoot(),
        HttpModule,
        JobsModule.register(env, databaseUrl, jobs),
        AccountsModule,
        AuditLogModule,
        HealthModule,
        UnitsModule,
        EmployeesModule,
        StaffMeetingsModule,
        BrukareModule,
        MapModule,
        RamtidOrdersModule,
        GenomforandeplanModule,
        VisitDemandsModule,
        UnitImportsModule,
        PlanningRunsModule,
        RamtidLedgerModule,
        WeeklyPlansModule,
        DayRoutesModule,
        RouteLinesModule,
        VisitListsModule,
        RegisteredTimesModule,
        TravelLearningModule,
        FollowUpModule,
        EfficiencyReportsModule,
      ],
    };
  }
}
