import { instantOf, secondsBetween } from '../time/civil-time.js';
import { isoWeek } from '../time/iso-week.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import type { Instant } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import type { CareUnit } from '../unit/care-unit.js';
import { computePlanMetrics } from '../weekly-plan/plan-metrics.js';
import type { PlannedRoute, PlannedVisit, RouteStop, WeeklyPlan } from '../weekly-plan/weekly-plan.js';
import { aCareUnit } from './builders.js';

/** A time on Monday 2 March 2026. */
export const onMonday = (time: string): Instant => instantOf(localDate('2026-03-02'), clock(time));

/** Template T1 on Monday 2 March, 08:00–08:30, by E1 in shift S1. */
export const aPlannedVisit = (override: Partial<PlannedVisit> = {}): PlannedVisit => ({
  id: 'V1',
  brukareId: 'B1',
  orderId: 'O1',
  templateId: 'T1',
  demandId: 'T1:2026-W10:1',
  date: localDate('2026-03-02'),
  startsAt: onMonday('08:00'),
  endsAt: onMonday('08:30'),
  serviceMinutes: 30,
  employeeIds: ['E1'],
  shiftIds: ['S1'],
  helper: null,
  insatser: ['morgon'],
  pinned: false,
  isProposed: false,
  ...override,
});

/** A stop at the premises at 07:00 without travel. */
export const aRouteStop = (override: Partial<RouteStop> = {}): RouteStop => ({
  kind: 'premises',
  visitId: null,
  placeId: 'premises:L1',
  travelSeconds: 0,
  travelMeters: 0,
  handlingSeconds: 0,
  waitSeconds: 0,
  arrivesAt: onMonday('07:00'),
  startsAt: onMonday('07:00'),
  endsAt: onMonday('07:00'),
  isEstimated: false,
  ...override,
});

/** What a hand-written stop needs; arrival follows from the stop before, waiting from the start. */
export interface StopSketch {
  readonly kind: RouteStop['kind'];
  readonly visitId?: string;
  readonly placeId?: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly travelSeconds?: number;
  readonly handlingSeconds?: number;
}

/** Contiguous stops in order: each arrives when the one before ends, plus travel and handling, and waits for its start. */
export function stopsFrom(sketches: readonly StopSketch[]): readonly RouteStop[] {
  return sketches.map((sketch, at) => {
    const [travelSeconds, handlingSeconds] = [sketch.travelSeconds ?? 0, sketch.handlingSeconds ?? 0];
    const before = sketches[at - 1]?.endsAt ?? sketch.startsAt;
    const waitSeconds = secondsBetween(before, sketch.startsAt) - travelSeconds - handlingSeconds;
    const arrivesAt = new Date(Date.parse(sketch.startsAt) - waitSeconds * 1000).toISOString() as Instant;
    return aRouteStop({
      visitId: null,
      placeId: 'premises:L1',
      ...sketch,
      travelSeconds,
      handlingSeconds,
      waitSeconds,
      arrivesAt,
    });
  });
}

/**
 * Monday's shift S1, 07:00–16:00: at the premises, kringtid until 07:15, ten minutes to visit V1 at 08:00–08:30 (wait 35),
 * rast 11:00–11:45 where the employee is, ten minutes home, kringtid from 15:45.
 */
export const aPlannedRoute = (override: Partial<PlannedRoute> = {}): PlannedRoute => ({
  shiftId: 'S1',
  employeeId: 'E1',
  date: localDate('2026-03-02'),
  mode: 'elcykel',
  startPlaceId: 'premises:L1',
  endPlaceId: 'premises:L1',
  stops: stopsFrom([
    { kind: 'premises', startsAt: onMonday('07:00'), endsAt: onMonday('07:00') },
    { kind: 'kringtid', startsAt: onMonday('07:00'), endsAt: onMonday('07:15') },
    {
      kind: 'visit',
      visitId: 'V1',
      placeId: 'brukare:B1',
      startsAt: onMonday('08:00'),
      endsAt: onMonday('08:30'),
      travelSeconds: 420,
      handlingSeconds: 180,
    },
    { kind: 'break', placeId: 'brukare:B1', startsAt: onMonday('11:00'), endsAt: onMonday('11:45') },
    {
      kind: 'kringtid',
      startsAt: onMonday('15:45'),
      endsAt: onMonday('16:00'),
      travelSeconds: 420,
      handlingSeconds: 180,
    },
    { kind: 'premises', startsAt: onMonday('16:00'), endsAt: onMonday('16:00') },
  ]),
  ...override,
});

/** The plan of `unit` with one visit and one route; its metrics are computed from the rest unless overridden. */
export function aWeeklyPlan(override: Partial<WeeklyPlan> = {}, unit: CareUnit = aCareUnit()): WeeklyPlan {
  const parts = {
    week: isoWeek('2026-W10'),
    workGroupIds: null,
    visits: [aPlannedVisit()],
    routes: [aPlannedRoute()],
    unassigned: [],
    ...override,
  };
  return {
    schemaVersion: 1,
    unit: unit.name,
    timeZone: 'Europe/Stockholm',
    seed: 1,
    travel: { source: 'street-network', mapId: 'prov', estimatedLegs: 0, profiles: {} },
    metrics: computePlanMetrics(unit, parts, DEFAULT_UNIT_SETTINGS, {
      objective: 0,
      lowerBound: null,
      attainableEfficiency: null,
    }),
    ...parts,
  };
}
