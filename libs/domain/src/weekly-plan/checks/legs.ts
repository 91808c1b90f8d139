import type { Violation } from '../../violation.js';
import type { PlannedRoute } from '../weekly-plan.js';
import type { LegSeconds, PlanIndex } from './plan-index.js';
import { atRoute } from './violation-at.js';

/**
 * No leg is shorter than the door-to-door time: schedules must match the time actually needed for moving
 * (Arbetsmiljöverket 2025; domain.md section 7). No tolerance.
 */
export function checkLegs({ plan, shiftById, legSeconds }: PlanIndex): readonly Violation[] {
  const wrongMode = plan.routes
    .filter(({ shiftId, mode }) => mode !== (shiftById.get(shiftId)?.mode ?? mode))
    .map((route) => atRoute(route, { rule: 'wrong-mode', text: 'Rutten har ett annat färdsätt än passet.' }));
  if (legSeconds === undefined) return wrongMode;
  return [...wrongMode, ...plan.routes.flatMap((route) => checkLegsOfRoute(route, legSeconds))];
}

function checkLegsOfRoute(route: PlannedRoute, legSeconds: LegSeconds): readonly Violation[] {
  return route.stops.flatMap((stop, at) => {
    const before = route.stops[at - 1];
    if (before === undefined || before.placeId === stop.placeId) return [];
    const needed = legSeconds(before.placeId, stop.placeId, route.mode, route.date);
    if (needed === null) return [];
    const short = needed.rideSeconds + needed.handlingSeconds - stop.travelSeconds - stop.handlingSeconds;
    if (short <= 0) return [];
    const text = `Förflyttningen är ${short} s kortare än tiden från dörr till dörr.`;
    return [atRoute(route, { rule: 'leg-too-short', amount: short, text }, stop.visitId)];
  });
}
