import { Injectable } from '@nestjs/common';
import type { TravelReportAnswer } from '@hemtjanst/contracts';
import { travelReport } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { CheckPlanNow } from './check-plan-now.service.js';
import { linesPerBrukare } from './lines-per-brukare.js';
import { travelReportAnswer } from './travel-report.mapper.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';

/** Restidsrapporten: what the plan-honesty check says about time and ways, to be read, printed and taken along. */
@Injectable()
export class TravelReportService {
  constructor(
    private readonly database: Database,
    private readonly plans: WeeklyPlanRepository,
    private readonly planNow: CheckPlanNow,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 when the plan is not in one of the caller's units */
  report(caller: Caller, unitId: string, planId: string): Promise<TravelReportAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const plan = await this.plans.findInUnit(unitId, planId);
      if (plan === null) throw notFound();
      const checked = await this.planNow.check(plan);
      const { snapshot, legs, violations } = checked;
      const report = travelReport({
        plan: checked.plan,
        settings: snapshot.settings,
        legSeconds: legs.seconds,
        legParts: legs.parts,
        violations,
      });
      const subject = { caller, action: 'las', recordKind: 'travel-report', recordId: planId, unitId };
      const visited = checked.rows.visits.map((visit) => visit.brukare_id);
      await this.auditLog.recordAll(linesPerBrukare(subject, visited));
      return travelReportAnswer(plan, checked, report, new Date());
    });
  }
}
