import { Injectable, Logger } from '@nestjs/common';
import type { RouteLineAnswer } from '@hemtjanst/contracts';
import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import { TravelSourceError } from '../../travel/travel-time-source.js';
import { TravelTimes } from '../travel-times/travel-times.service.js';
import type { RouteOfPlan } from '../weekly-plans/published-visit.js';
import { KeptLines, lineKey } from './kept-lines.js';
import { placesOfRoute, type PassedPlace, type ShownPlaces } from './places-of-route.js';
import { shortenLine } from './shorten-line.js';

interface Leg {
  readonly from: Coordinate;
  readonly to: Coordinate;
}

type Line = readonly (readonly [number, number])[];

/** Routes as lines on real streets. Who may see them is decided by whoever asks. */
@Injectable()
export class DrawRoutes {
  private readonly logger = new Logger(DrawRoutes.name);
  private readonly kept = new KeptLines();

  constructor(private readonly travelTimes: TravelTimes) {}

  /** One answer per route. What is not among the shown places is left out, with the ways to and from it. */
  async draw(routes: readonly RouteOfPlan[], shown: ShownPlaces): Promise<readonly RouteLineAnswer[]> {
    const drawn: RouteLineAnswer[] = [];
    for (const route of routes) drawn.push(await this.drawOne(route, placesOfRoute(route, shown)));
    return drawn;
  }

  private async drawOne(route: RouteOfPlan, places: readonly PassedPlace[]): Promise<RouteLineAnswer> {
    const shownLegs = places.slice(1).flatMap((to, at) => {
      const from = places[at];
      return from.coordinate === null || to.coordinate === null
        ? []
        : [{ from: from.coordinate, to: to.coordinate, toVisitId: to.plannedVisitId }];
    });
    const lines = await this.linesOf(route.mode, shownLegs);
    return {
      shiftId: route.shift_id,
      employeeId: route.employee_id,
      mode: route.mode,
      stops: places.flatMap(shownStop),
      legs: shownLegs.map(({ from, to, toVisitId }, at) => {
        const line = lines[at];
        return { toVisitId, isEstimated: line === null, line: shortenLine(line ?? straight(from, to)) };
      }),
      hiddenStops: places.filter(({ coordinate }) => coordinate === null).length,
    };
  }

  /** From what was drawn before, and from the streets for the rest; null where there is no way on the map. */
  private async linesOf(mode: TravelMode, legs: readonly Leg[]): Promise<readonly (Line | null)[]> {
    const { streets } = this.travelTimes;
    if (streets === null) return legs.map(() => null);
    const keys = legs.map(({ from, to }) => lineKey(streets.mapId, mode, from, to));
    const missing = legs.map((_, at) => at).filter((at) => this.kept.find(keys[at]) === undefined);
    try {
      const found = missing.length === 0 ? [] : await streets.lines(mode, missing.map((at) => legs[at])); // prettier-ignore
      missing.forEach((at, position) => this.kept.keep(keys[at], found[position]));
      return keys.map((key) => this.kept.find(key) ?? null);
    } catch (error) {
      if (!(error instanceof TravelSourceError)) throw error;
      this.logger.warn(`routes drawn without streets: ${error.code}`);
      return legs.map(() => null);
    }
  }
}

function shownStop({ kind, plannedVisitId, number, coordinate }: PassedPlace): RouteLineAnswer['stops'] {
  return coordinate === null ? [] : [{ kind, plannedVisitId, number, at: [coordinate.lon, coordinate.lat] }];
}

/** The straight line stands in where the map has no way: it is marked as an estimate. */
const straight = (from: Coordinate, to: Coordinate): Line => [
  [from.lon, from.lat],
  [to.lon, to.lat],
];
