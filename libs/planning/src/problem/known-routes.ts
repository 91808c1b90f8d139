import { type PlannedRoute, type UnitSettings, type WeeklyPlan, localOf } from '@hemtjanst/domain';
import type { KnownRoute, KnownStop } from '@hemtjanst/solver';
import type { VisitRow } from './visit-rows.js';
import { dayIndex, weekSeconds } from './week-seconds.js';
import { plannableMinutes } from '../rules/working-time.js';
import type { GroupWeek, PlannableShift } from '../week-scope.js';

/** A stop of a planned route before its index in the problem is known. */
type RouteStop = PlannedRoute['stops'][number];

/**
 * The order of a plan's routes in the solver's numbers, per shift of the group: visits and, between them, the raster and the
 * larm block in the order they are taken. Without their places among the visits a plan could not be laid out as it was.
 */
export function knownRoutes(
  { groupWeek, rows }: { readonly groupWeek: GroupWeek; readonly rows: readonly VisitRow[] },
  plan: WeeklyPlan,
): readonly KnownRoute[] {
  const routeByShift = new Map(plan.routes.map((route) => [route.shiftId, route]));
  const rowsOfStop = indexRows(rows, plan);
  return groupWeek.shifts.map((shift) => {
    const route = routeByShift.get(shift.id);
    if (route === undefined) return { stops: [] };
    const start = (stop: RouteStop): number => {
      const { date, secondOfDay } = localOf(stop.startsAt);
      return weekSeconds(dayIndex(groupWeek.dates, date), 0) + secondOfDay;
    };
    let pauses = 0;
    const stops = betweenPremises(route, shift, groupWeek.settings).flatMap((stop): readonly KnownStop[] => {
      if (stop.kind === 'visit') {
        const index = rowsOfStop.get(`${stop.visitId} ${shift.id}`);
        return index === undefined ? [] : [{ kind: 'visit', index, start: start(stop) }];
      }
      return [{ kind: 'pause', index: pauses++, start: start(stop) }];
    });
    return { stops };
  });
}

/**
 * The visits, and what was a pause in the problem: raster and kringtid between the ends of the shift. Of a meeting only its
 * first stop counts, for a rast may lie in it.
 */
function betweenPremises({ stops }: PlannedRoute, shift: PlannableShift, settings: UnitSettings): readonly RouteStop[] {
  const plannable = plannableMinutes(shift, settings);
  const isPause = ({ startsAt, endsAt, kind }: RouteStop): boolean => {
    if (kind !== 'break' && kind !== 'kringtid') return false;
    const [from, to] = [localOf(startsAt), localOf(endsAt)].map(({ secondOfDay }) => secondOfDay / 60);
    const isInside = from >= plannable.from && to <= plannable.to;
    return isInside && !shift.meetings.some((meeting) => meeting.from < from && from < meeting.to);
  };
  return stops.filter((stop) => stop.kind === 'visit' || isPause(stop));
}

/** Row of a visit's part by visit and shift. */
function indexRows(rows: readonly VisitRow[], plan: WeeklyPlan): ReadonlyMap<string, number> {
  const visitByDemand = new Map(plan.visits.map((visit) => [visit.demandId, visit]));
  return new Map(
    rows.flatMap((row, index) => {
      const visit = visitByDemand.get(row.demand.id);
      const shiftId = visit?.shiftIds[row.part === 'main' ? 0 : 1];
      return visit === undefined || shiftId === undefined ? [] : [[`${visit.id} ${shiftId}`, index] as const];
    }),
  );
}
