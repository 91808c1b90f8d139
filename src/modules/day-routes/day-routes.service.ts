import { Injectable } from '@nestjs/common';
import type { DayRouteAnswer, DayRouteQuery } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import { dayRouteAnswer } from '../weekly-plans/day-route.mapper.js';

/** The day as it is driven: one route per shift, with every leg and its parts. */
@Injectable()
export class DayRoutesService {
  constructor(
    private readonly database: Database,
    private readonly publishedPlans: PublishedPlansService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 when the unit or the plan is not the caller's */
  list(caller: Caller, unitId: string, query: DayRouteQuery): Promise<readonly DayRouteAnswer[]> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if (query.planId !== undefined && !(await this.publishedPlans.hasPlan(unitId, query.planId))) throw notFound();
      const routes = await this.publishedPlans.findRoutes({
        unitId,
        planId: query.planId ?? null,
        from: query.date,
        to: query.date,
        workGroupId: query.workGroupId ?? null,
        employeeId: query.employeeId ?? null,
      });
      const subject = { caller, action: 'las', recordKind: 'day-route', recordId: query.date, unitId };
      const visited = routes.flatMap((route) => route.stops.map((stop) => stop.brukareId));
      await this.auditLog.recordAll(linesPerBrukare(subject, visited));
      return routes.map(dayRouteAnswer);
    });
  }
}
