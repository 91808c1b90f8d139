import type { Violation } from '../../violation.js';
import type { PlannedRoute, RouteStop } from '../weekly-plan.js';
import { epochOf, isVisitStop, type PlanIndex, type VisitPart } from './plan-index.js';
import { atPart, atRoute } from './violation-at.js';

/** A route begins and ends at the shift's premises, each stop follows from the one before, and every visit is on it. */
export function checkRouteTimes(index: PlanIndex): readonly Violation[] {
  return [
    ...index.plan.routes.flatMap((route) => [
      ...checkEnds(route, index),
      ...route.stops.flatMap((stop, at) => checkStop(route, stop, route.stops[at - 1])),
      ...checkVisitStops(route, index),
    ]),
    ...checkEveryPartOnRoute(index),
  ];
}

function checkEnds(route: PlannedRoute, { shiftById }: PlanIndex): readonly Violation[] {
  const premises = `premises:${shiftById.get(route.shiftId)?.premisesId ?? ''}`;
  const [first, last] = [route.stops[0], route.stops.at(-1)];
  const isAtPremises = (stop: RouteStop | undefined, placeId: string): boolean =>
    stop !== undefined && stop.kind === 'premises' && stop.placeId === placeId && placeId === premises;
  const text = 'Rutten börjar och slutar inte på passets lokal.';
  return isAtPremises(first, route.startPlaceId) && isAtPremises(last, route.endPlaceId)
    ? []
    : [atRoute(route, { rule: 'not-at-premises', text })];
}

/** Arrival is the end of the stop before, plus travel and handling, to the second; then waiting, then the stop. */
function checkStop(route: PlannedRoute, stop: RouteStop, before: RouteStop | undefined): readonly Violation[] {
  const [arrives, starts, ends] = [epochOf(stop.arrivesAt), epochOf(stop.startsAt), epochOf(stop.endsAt)];
  const { travelSeconds, handlingSeconds, waitSeconds, visitId } = stop;
  const found: Violation[] = [];
  if (Math.min(travelSeconds, handlingSeconds, waitSeconds, stop.travelMeters) < 0) {
    found.push(
      atRoute(route, { rule: 'negative-time', text: 'En restid, hanteringstid eller väntetid är negativ.' }, visitId),
    );
  }
  if (starts < arrives || ends < starts) {
    const amount = Math.max(arrives - starts, starts - ends);
    found.push(
      atRoute(
        route,
        { rule: 'starts-before-arrival', amount, text: 'Stoppet börjar innan medarbetaren är framme.' },
        visitId,
      ),
    );
  }
  if (starts - arrives !== waitSeconds) {
    const amount = Math.abs(starts - arrives - waitSeconds);
    found.push(
      atRoute(
        route,
        { rule: 'wait-wrong', amount, text: 'Väntetiden är inte tiden mellan ankomst och start.' },
        visitId,
      ),
    );
  }
  if (before !== undefined) {
    const expected = epochOf(before.endsAt) + travelSeconds + handlingSeconds;
    if (expected !== arrives) {
      const amount = Math.abs(expected - arrives);
      found.push(
        atRoute(
          route,
          {
            rule: 'stops-not-contiguous',
            amount,
            text: 'Ankomsten är inte föregående slut plus restid och hantering.',
          },
          visitId,
        ),
      );
    }
  }
  return found;
}

/** A visit stop has the place and the times of one of the visit's parts in this shift. */
function checkVisitStops(route: PlannedRoute, { partsByVisit }: PlanIndex): readonly Violation[] {
  return route.stops.filter(isVisitStop).flatMap((stop) => {
    const part = partsByVisit.get(stop.visitId)?.find(({ shiftId }) => shiftId === route.shiftId);
    if (part === undefined) {
      return partsByVisit.has(stop.visitId)
        ? [
            atRoute(
              route,
              { rule: 'stop-without-visit', text: 'Rutten stannar för ett besök som ligger i ett annat pass.' },
              stop.visitId,
            ),
          ]
        : [];
    }
    return isSameTimeAndPlace(stop, part)
      ? []
      : [atPart(part, { rule: 'stop-differs', text: 'Stoppets plats eller tid är inte besökets.' })];
  });
}

function isSameTimeAndPlace(stop: RouteStop, { visit, startsAt, endsAt, serviceMinutes }: VisitPart): boolean {
  return (
    stop.placeId === `brukare:${visit.brukareId}` &&
    epochOf(stop.startsAt) === epochOf(startsAt) &&
    epochOf(stop.endsAt) === epochOf(endsAt) &&
    epochOf(endsAt) - epochOf(startsAt) === serviceMinutes * 60
  );
}

function checkEveryPartOnRoute({ plan, parts }: PlanIndex): readonly Violation[] {
  const stopsOf = new Map<string, number>();
  for (const { shiftId, stops } of plan.routes) {
    for (const { visitId } of stops.filter(isVisitStop)) {
      const key = `${shiftId}\n${visitId}`;
      stopsOf.set(key, (stopsOf.get(key) ?? 0) + 1);
    }
  }
  return parts
    .filter(({ shiftId, visit }) => stopsOf.get(`${shiftId}\n${visit.id}`) !== 1)
    .map((part) =>
      atPart(part, { rule: 'visit-not-on-route', text: 'Besöket finns inte exakt en gång på passets rutt.' }),
    );
}
