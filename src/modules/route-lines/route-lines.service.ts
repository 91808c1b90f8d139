import { Injectable } from '@nestjs/common';
import type { RouteLineAnswer, RouteLineQuery } from '@hemtjanst/contracts';
import type { Coordinate } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareDoors } from '../brukare/brukare-doors.service.js';
import { PlacesService } from '../units/places.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import type { RouteOfPlan } from '../weekly-plans/published-visit.js';
import { DrawRoutes } from './draw-routes.service.js';
import type { ShownPlaces } from './places-of-route.js';

/** The routes of a planned day on the map, for the office. */
@Injectable()
export class RouteLinesService {
  constructor(
    private readonly database: Database,
    private readonly publishedPlans: PublishedPlansService,
    private readonly doors: BrukareDoors,
    private readonly places: PlacesService,
    private readonly drawRoutes: DrawRoutes,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 when the unit or the plan is not the caller's */
  async list(
    caller: Caller,
    unitId: string,
    planId: string,
    query: RouteLineQuery,
  ): Promise<readonly RouteLineAnswer[]> {
    assertUnit(caller, unitId);
    const { routes, shown } = await this.database.runInTransaction(async () => {
      if (!(await this.publishedPlans.hasPlan(unitId, planId))) throw notFound();
      const found = await this.publishedPlans.findRoutes({
        unitId,
        planId,
        from: query.date,
        to: query.date,
        workGroupId: query.workGroupId ?? null,
        employeeId: query.employeeId ?? null,
      });
      const places = await this.shownPlaces(caller, unitId);
      await this.recordRead(caller, unitId, query.date, found, places);
      return { routes: found, shown: places };
    });
    // The streets are searched outside the transaction: nothing of it is held while a map is read.
    return this.drawRoutes.draw(routes, shown);
  }

  /** Protected identities are on no map, whoever looks: a picture on a screen is seen by whoever passes. */
  private async shownPlaces(caller: Caller, unitId: string): Promise<ShownPlaces> {
    const brukare = new Map<string, Coordinate>();
    for (const { brukareId, isProtected, place } of (await this.doors.load(caller, unitId)).values()) {
      if (!isProtected && place.coordinate !== null) brukare.set(brukareId, place.coordinate);
    }
    const premises = await this.places.listPremises(caller, unitId);
    return { brukare, premises: new Map(premises.map(({ id, coordinate }) => [id, coordinate])) };
  }

  private recordRead(
    caller: Caller,
    unitId: string,
    date: string,
    routes: readonly RouteOfPlan[],
    { brukare }: ShownPlaces,
  ): Promise<void> {
    const subject = { caller, action: 'las', recordKind: 'route-line', recordId: date, unitId };
    const visited = routes.flatMap((route) => route.stops.map((stop) => stop.brukareId));
    return this.auditLog.recordAll(
      linesPerBrukare(
        subject,
        visited.filter((id) => brukare.has(id ?? '')),
      ),
    );
  }
}
