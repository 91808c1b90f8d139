import { Injectable } from '@nestjs/common';
import type { EfficiencyReportAnswer, EfficiencyReportQuery } from '@hemtjanst/contracts';
import {
  computeEfficiency,
  localDate,
  type EfficiencySource,
  type PlannedRoute,
  type PlannedVisit,
  type TimeRegistration,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { RegisteredTimesService } from '../registered-times/registered-times.service.js';
import { toTimeRegistration } from '../registered-times/time-registration.mapper.js';
import { CareUnitService, type CareUnitCodes } from '../visit-demands/care-unit.service.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import { publishedRoute } from '../weekly-plans/published-route.mapper.js';
import { publishedToPlanned } from '../weekly-plans/published-visit.mapper.js';
import { efficiencyReportAnswer } from './efficiency-report.mapper.js';
import { reportPeriod, type ReportPeriod } from './report-period.js';

/** Beställda, utförda timmar and personaltimmar of a period, with what the staff time went to. */
@Injectable()
export class EfficiencyReportsService {
  constructor(
    private readonly database: Database,
    private readonly careUnits: CareUnitService,
    private readonly publishedPlans: PublishedPlansService,
    private readonly registeredTimes: RegisteredTimesService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 422 for a work group of another unit */
  compute(caller: Caller, unitId: string, query: EfficiencyReportQuery): Promise<EfficiencyReportAnswer> {
    assertUnit(caller, unitId);
    const period = reportPeriod(query.period, localDate(query.date));
    return this.database.runInTransaction(async () => {
      const { unit, codes, settings } = await this.careUnits.loadCareUnit(unitId);
      const workGroupId = query.workGroupId ?? null;
      assertReferences({ '/workGroupId': workGroupId === null || codes.workGroups.hasId(workGroupId) });
      const planned = await this.plannedIn(unitId, period, codes);
      const registrations = await this.registeredIn(unitId, period, codes);
      const report = computeEfficiency({
        unit: { ...unit, registrations },
        visits: planned.visits,
        routes: planned.routes,
        ...period,
        workGroupIds: workGroupId === null ? null : [codes.workGroups.codeOf(workGroupId)],
        settings,
      });
      await this.auditLog.record({
        caller,
        action: 'las',
        recordKind: 'efficiency-report',
        recordId: workGroupId ?? unitId,
        unitId,
      });
      return efficiencyReportAnswer(report, query, codes, planned.planIds);
    });
  }

  /** Published visits and routes; the people and shifts in them by the unit's own numbers, as in the rest of the unit. */
  private async plannedIn(
    unitId: string,
    { from, to }: ReportPeriod,
    codes: CareUnitCodes,
  ): Promise<Pick<EfficiencySource, 'visits' | 'routes'> & { readonly planIds: readonly string[] }> {
    const visits = await this.publishedPlans.findVisits(unitId, from, to, null);
    const question = { unitId, planId: null, from, to, workGroupId: null, employeeId: null };
    const routes = await this.publishedPlans.findRoutes(question);
    return {
      visits: visits.map((visit): PlannedVisit => {
        const planned = publishedToPlanned(visit);
        return { ...planned, brukareId: codes.brukare.codeOf(planned.brukareId) };
      }),
      routes: routes.map((route): PlannedRoute => {
        const planned = publishedRoute(route);
        return { ...planned, shiftId: codes.shifts.codeOf(planned.shiftId) };
      }),
      planIds: [...new Set(routes.map((route) => route.plan_id))],
    };
  }

  private async registeredIn(
    unitId: string,
    { from, to }: ReportPeriod,
    codes: CareUnitCodes,
  ): Promise<readonly TimeRegistration[]> {
    const found = await this.registeredTimes.findRegistrations(unitId, from, to);
    return found
      .map(toTimeRegistration)
      .filter((registration) => registration !== null)
      .map((registration) => ({ ...registration, brukareId: codes.brukare.codeOf(registration.brukareId) }));
  }
}
