import { type WeeklyPlan, localOf } from '@hemtjanst/domain';
import type { WarmStart } from '@hemtjanst/solver';
import type { GroupWeek } from '../week-scope.js';
import { knownRoutes } from './known-routes.js';
import type { Locks, VisitRow } from './visit-rows.js';
import { dayIndex, weekSeconds } from './week-seconds.js';

/** A visit the planerare has decided: it keeps its employees and its start. */
export interface Pin {
  readonly demandId: string;
}

/** Carries an earlier plan over: visits whose demand or shift is gone are left out, the rest keep shift and start. */
export function warmStartOf(
  { groupWeek, rows }: { readonly groupWeek: GroupWeek; readonly rows: readonly VisitRow[] },
  plan: WeeklyPlan,
  pins: readonly Pin[],
): { readonly start: WarmStart; readonly locks: Locks } {
  const visitByDemand = new Map(plan.visits.map((visit) => [visit.demandId, visit]));
  const shiftIndex = new Map(groupWeek.shifts.map((shift, index) => [shift.id, index]));
  const pinned = new Set(pins.map((pin) => pin.demandId));
  const shiftOf = new Int32Array(rows.length).fill(-1);
  const startOf = new Int32Array(rows.length).fill(-1);
  const locks = new Map<number, { shift: number; start: number | null }>();
  rows.forEach((row, index) => {
    const visit = visitByDemand.get(row.demand.id);
    const shiftId = visit?.shiftIds[row.part === 'main' ? 0 : 1];
    const shift = shiftId === undefined ? undefined : shiftIndex.get(shiftId);
    if (visit === undefined || shift === undefined) return;
    const local = localOf(row.part === 'helper' && visit.helper ? visit.helper.startsAt : visit.startsAt);
    shiftOf[index] = shift;
    startOf[index] = weekSeconds(dayIndex(groupWeek.dates, local.date), 0) + local.secondOfDay;
    if (pinned.has(row.demand.id)) locks.set(index, { shift, start: startOf[index] });
  });
  return { start: { shiftOf, startOf, routes: knownRoutes({ groupWeek, rows }, plan) }, locks };
}
