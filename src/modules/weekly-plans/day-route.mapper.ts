import type { DayRouteAnswer, RouteStopAnswer } from '@hemtjanst/contracts';
import type { StoredStop } from './plan-rows.js';
import type { RouteOfPlan } from './published-visit.js';

/** Travel, handling, waiting, rast and visits stand beside each other: none of them hides in another. */
export function dayRouteAnswer(route: RouteOfPlan): DayRouteAnswer {
  return {
    id: route.id,
    planId: route.plan_id,
    planVersion: route.plan_version,
    shiftId: route.shift_id,
    employeeId: route.employee_id,
    workGroupId: route.work_group_id,
    date: route.on_date,
    mode: route.mode,
    sums: sumsOf(route.stops),
    stops: route.stops.map((stop, index) => stopAnswer(route.id, index, stop)),
  };
}

function stopAnswer(routeId: string, index: number, stop: StoredStop): RouteStopAnswer {
  return {
    id: `${routeId}:${index + 1}`,
    kind: stop.kind,
    plannedVisitId: stop.visitId,
    brukareId: stop.brukareId,
    premisesId: stop.premisesId,
    leg: {
      travelSeconds: stop.travelSeconds,
      handlingSeconds: stop.handlingSeconds,
      travelMeters: stop.travelMeters,
      isEstimated: stop.isEstimated,
    },
    waitSeconds: stop.waitSeconds,
    arrivesAt: stop.arrivesAt,
    startsAt: stop.startsAt,
    endsAt: stop.endsAt,
  };
}

function sumsOf(stops: readonly StoredStop[]): DayRouteAnswer['sums'] {
  const total = (secondsOf: (stop: StoredStop) => number): number =>
    stops.reduce((sum, stop) => sum + secondsOf(stop), 0);
  const lengthOf =
    (kind: StoredStop['kind']) =>
    (stop: StoredStop): number =>
      stop.kind === kind ? (Date.parse(stop.endsAt) - Date.parse(stop.startsAt)) / 1000 : 0;
  return {
    visits: stops.filter((stop) => stop.kind === 'visit').length,
    visitSeconds: total(lengthOf('visit')),
    travelSeconds: total((stop) => stop.travelSeconds),
    handlingSeconds: total((stop) => stop.handlingSeconds),
    waitSeconds: total((stop) => stop.waitSeconds),
    breakSeconds: total(lengthOf('break')),
    kringtidSeconds: total(lengthOf('kringtid')),
    travelMeters: total((stop) => stop.travelMeters),
  };
}
