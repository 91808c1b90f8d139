import type { Instant, LocalDate, PlannedRoute, RouteStop } from '@hemtjanst/domain';
import type { StoredStop } from './plan-rows.js';
import type { RouteOfPlan } from './published-visit.js';

/** A kept route as the domain reads it, with the ids of the database. */
export const publishedRoute = (route: RouteOfPlan): PlannedRoute => ({
  shiftId: route.shift_id,
  employeeId: route.employee_id,
  date: route.on_date as LocalDate,
  mode: route.mode,
  startPlaceId: `premises:${route.start_premises_id}`,
  endPlaceId: `premises:${route.end_premises_id}`,
  stops: route.stops.map(stopOf),
});

const stopOf = (stop: StoredStop): RouteStop => ({
  kind: stop.kind,
  visitId: stop.visitId,
  placeId: stop.brukareId === null ? `premises:${stop.premisesId ?? ''}` : `brukare:${stop.brukareId}`,
  travelSeconds: stop.travelSeconds,
  travelMeters: stop.travelMeters,
  handlingSeconds: stop.handlingSeconds,
  waitSeconds: stop.waitSeconds,
  arrivesAt: stop.arrivesAt as Instant,
  startsAt: stop.startsAt as Instant,
  endsAt: stop.endsAt as Instant,
  isEstimated: stop.isEstimated,
});
