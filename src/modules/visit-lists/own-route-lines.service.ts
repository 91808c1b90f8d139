import { Injectable } from '@nestjs/common';
import type { RouteLineAnswer } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import type { Caller } from '../../http/caller.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { DrawRoutes } from '../route-lines/draw-routes.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import type { RouteOfPlan } from '../weekly-plans/published-visit.js';
import { VisitListRepository, type VisitedPlaces } from './visit-list.repository.js';

/** The map of the employee's own day. Protected identities are not on it, not even for their kontaktman. */
@Injectable()
export class OwnRouteLinesService {
  constructor(
    private readonly database: Database,
    private readonly lists: VisitListRepository,
    private readonly publishedPlans: PublishedPlansService,
    private readonly drawRoutes: DrawRoutes,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 when the account belongs to no employee of the caller's units */
  async draw(caller: Caller, date: string): Promise<readonly RouteLineAnswer[]> {
    const { routes, places } = await this.database.runInTransaction(() => this.load(caller, date));
    // The streets are searched outside the transaction: nothing of it is held while a map is read.
    const brukare = new Map(
      places.brukare.flatMap(({ id, coordinate }) => (coordinate === null ? [] : [[id, coordinate] as const])),
    );
    return this.drawRoutes.draw(routes, {
      brukare,
      premises: new Map(places.premises.map(({ id, coordinate }) => [id, coordinate])),
    });
  }

  private async load(
    caller: Caller,
    date: string,
  ): Promise<{ readonly routes: readonly RouteOfPlan[]; readonly places: VisitedPlaces }> {
    const { unitId, employeeId } = await this.lists.findOwnEmployee(caller);
    const question = { unitId, planId: null, from: date, to: date, workGroupId: null, employeeId };
    const routes = await this.publishedPlans.findRoutes(question);
    const { brukare, premises } = await this.lists.findPlaces(
      unitId,
      idsOf(routes.flatMap((route) => route.stops.map(({ brukareId }) => brukareId))),
      idsOf(
        routes.flatMap((route) => [
          route.start_premises_id,
          route.end_premises_id,
          ...route.stops.map(({ premisesId }) => premisesId),
        ]),
      ),
    );
    const shown = brukare.filter(({ isProtected }) => !isProtected);
    const subject = { caller, action: 'las', recordKind: 'route-line', recordId: employeeId, unitId };
    await this.auditLog.recordAll(
      linesPerBrukare(
        subject,
        shown.map(({ id }) => id),
      ),
    );
    return { routes, places: { brukare: shown, premises } };
  }
}

const idsOf = (ids: readonly (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);
