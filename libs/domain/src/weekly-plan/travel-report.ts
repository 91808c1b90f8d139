import type { Instant, LocalDate } from '../time/units.js';
import type { LegPart } from '../travel/leg-parts.js';
import type { TravelMode } from '../travel/travel-mode.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import type { Violation } from '../violation.js';
import { epochOf, hasVisits, type LegSeconds } from './checks/plan-index.js';
import type { PlannedRoute, RouteStop, WeeklyPlan } from './weekly-plan.js';

/** The parts of the leg that {@link LegSeconds} measures; null where the travel source has no way. */
export type LegPartsOf = (...leg: Parameters<LegSeconds>) => readonly LegPart[] | null;

/** What a restidsrapport is made from. */
export interface TravelReportQuestion {
  readonly plan: Pick<WeeklyPlan, 'routes'>;
  readonly settings: Pick<UnitSettings, 'leastRouteSlackMinutes'>;
  readonly legSeconds: LegSeconds;
  readonly legParts: LegPartsOf;
  /** What `checkWeeklyPlan` found in the same plan with the same `legSeconds`. */
  readonly violations: readonly Violation[];
}

/** The plan-honesty check shift by shift: can each day be walked and ridden as it is written? */
export interface TravelReport {
  readonly counts: TravelReportCounts;
  /** Every route with a visit, by date and then by when it begins. */
  readonly routes: readonly RouteReport[];
  /** Hard violations that are not about time and ways: they stop publishing too, but stand in the check, not here. */
  readonly otherHardCount: number;
}

export interface TravelReportCounts {
  readonly routes: number;
  readonly legs: number;
  /** Legs whose time is a straight-line estimate: they are checked against an estimate. */
  readonly estimatedLegs: number;
  /** Legs that the travel source knows no way for: they could not be checked. */
  readonly uncheckedLegs: number;
  readonly shortLegs: number;
  readonly overlaps: number;
  readonly rastFaults: number;
  readonly tightRoutes: number;
}

export interface RouteReport {
  readonly shiftId: string;
  readonly employeeId: string;
  readonly date: LocalDate;
  readonly mode: TravelMode;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly legs: number;
  readonly estimatedLegs: number;
  readonly uncheckedLegs: number;
  /** Paid time without visit, way, rast or kringtid: what a late minute can be taken from. */
  readonly slackSeconds: number;
  /** Is the slack below `leastRouteSlackMinutes`? */
  readonly isTight: boolean;
  readonly shortLegs: readonly ShortLeg[];
  readonly overlaps: readonly Violation[];
  readonly rastFaults: readonly Violation[];
}

/** A way that the plan gives less time than it takes from door to door. */
export interface ShortLeg {
  readonly fromPlaceId: string;
  readonly toPlaceId: string;
  /** The visit at its end; null: the premises, a rast or kringtid. */
  readonly visitId: string | null;
  readonly leavesAt: Instant;
  readonly arrivesAt: Instant;
  readonly givenSeconds: number;
  readonly neededSeconds: number;
  readonly shortSeconds: number;
  /** Where the needed seconds go: their sum is `neededSeconds`. */
  readonly parts: readonly LegPart[];
}

/** Two things at once, or times along a route that do not follow from each other. */
const OVERLAP_RULES: readonly string[] = [
  'overlap',
  'starts-before-arrival',
  'stops-not-contiguous',
  'wait-wrong',
  'negative-time',
  'outside-shift',
];
const RAST_RULES: readonly string[] = ['rast-missing', 'rast-too-short', 'work-too-long-without-rast'];
const LEG_RULE = 'leg-too-short';

/**
 * Sorts what the checker found about time and ways into shifts, adds what each short way should have taken, and says
 * which routes have no minute to spare (Arbetsmiljöverket 2025: schedules must match the time needed; domain.md section 7).
 */
export function travelReport(question: TravelReportQuestion): TravelReport {
  const routes = question.plan.routes
    .filter(hasVisits)
    .map((route) => routeReport(route, question))
    .sort((a, b) => a.date.localeCompare(b.date) || epochOf(a.startsAt) - epochOf(b.startsAt));
  const reported = [...OVERLAP_RULES, ...RAST_RULES, LEG_RULE];
  const isOther = ({ severity, rule }: Violation): boolean => severity === 'hard' && !reported.includes(rule);
  return { counts: countsOf(routes), routes, otherHardCount: question.violations.filter(isOther).length };
}

function routeReport(route: PlannedRoute, question: TravelReportQuestion): RouteReport {
  const [first, last] = [route.stops[0], route.stops.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`route of shift ${route.shiftId} has no stops`);
  const legs = legsOf(route);
  const ofShift = question.violations.filter(({ shiftId }) => shiftId === route.shiftId);
  const slackSeconds = slackOf(route);
  return {
    shiftId: route.shiftId,
    employeeId: route.employeeId,
    date: route.date,
    mode: route.mode,
    startsAt: first.arrivesAt,
    endsAt: last.endsAt,
    legs: legs.length,
    estimatedLegs: legs.filter(({ stop }) => stop.isEstimated).length,
    uncheckedLegs: legs.filter((leg) => neededFor(leg, route, question) === null).length,
    slackSeconds,
    isTight: slackSeconds < question.settings.leastRouteSlackMinutes * 60,
    shortLegs: legs.flatMap((leg) => shortLeg(leg, route, question)),
    overlaps: ofShift.filter(({ rule }) => OVERLAP_RULES.includes(rule)),
    rastFaults: ofShift.filter(({ rule }) => RAST_RULES.includes(rule)),
  };
}

interface Leg {
  readonly before: RouteStop;
  readonly stop: RouteStop;
}

/** The ways between different places; who stays where they are has none. */
const legsOf = ({ stops }: PlannedRoute): readonly Leg[] =>
  stops.flatMap((stop, at) => {
    const before = stops[at - 1];
    return before === undefined || before.placeId === stop.placeId ? [] : [{ before, stop }];
  });

const neededFor = ({ before, stop }: Leg, { mode, date }: PlannedRoute, { legSeconds }: TravelReportQuestion) =>
  legSeconds(before.placeId, stop.placeId, mode, date);

function shortLeg(leg: Leg, route: PlannedRoute, question: TravelReportQuestion): readonly ShortLeg[] {
  const needed = neededFor(leg, route, question);
  if (needed === null) return [];
  const { before, stop } = leg;
  const givenSeconds = stop.travelSeconds + stop.handlingSeconds;
  const neededSeconds = needed.rideSeconds + needed.handlingSeconds;
  if (givenSeconds >= neededSeconds) return [];
  return [
    {
      fromPlaceId: before.placeId,
      toPlaceId: stop.placeId,
      visitId: stop.visitId,
      leavesAt: before.endsAt,
      arrivesAt: stop.arrivesAt,
      givenSeconds,
      neededSeconds,
      shortSeconds: neededSeconds - givenSeconds,
      parts: question.legParts(before.placeId, stop.placeId, route.mode, route.date) ?? [],
    },
  ];
}

/** A route goes from the beginning of the shift to its end: what is in no visit, way, rast or kringtid stands as waiting. */
const slackOf = ({ stops }: PlannedRoute): number =>
  stops.reduce((sum, { waitSeconds }) => sum + Math.max(0, waitSeconds), 0);

function countsOf(routes: readonly RouteReport[]): TravelReportCounts {
  const sum = (count: (route: RouteReport) => number): number => routes.reduce((all, route) => all + count(route), 0);
  return {
    routes: routes.length,
    legs: sum(({ legs }) => legs),
    estimatedLegs: sum(({ estimatedLegs }) => estimatedLegs),
    uncheckedLegs: sum(({ uncheckedLegs }) => uncheckedLegs),
    shortLegs: sum(({ shortLegs }) => shortLegs.length),
    overlaps: sum(({ overlaps }) => overlaps.length),
    rastFaults: sum(({ rastFaults }) => rastFaults.length),
    tightRoutes: routes.filter(({ isTight }) => isTight).length,
  };
}
