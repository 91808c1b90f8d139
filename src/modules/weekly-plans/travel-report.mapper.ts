import type { RouteReportAnswer, ShortLegAnswer, TravelReportAnswer } from '@hemtjanst/contracts';
import { instantOfDate, type RouteReport, type ShortLeg, type TravelReport } from '@hemtjanst/domain';
import type { CheckedPlan } from './check-plan-now.service.js';
import { verdictOf } from './plan-honesty.js';
import type { UnitRecords } from './unit-records.js';
import { violationAnswer } from './weekly-plan.mapper.js';
import type { StoredPlan } from './weekly-plan.repository.js';

/** What an answer needs besides the report: ids for the unit's codes, and whose addresses are protected. */
interface Naming {
  readonly records: UnitRecords;
  readonly idOfVisit: ReadonlyMap<string, string>;
  readonly protectedPlaces: ReadonlySet<string>;
}

export function travelReportAnswer(
  stored: StoredPlan,
  { rows, snapshot, violations }: CheckedPlan,
  report: TravelReport,
  checkedAt: Date,
): TravelReportAnswer {
  const hidden = snapshot.unit.brukare.filter(({ isProtected }) => isProtected);
  const naming: Naming = {
    records: snapshot.records,
    idOfVisit: new Map(rows.visits.map((visit) => [visit.visit_key, visit.id])),
    protectedPlaces: new Set(hidden.map(({ id }) => `brukare:${id}`)),
  };
  return {
    planId: stored.id,
    planVersion: stored.version,
    version: stored.rowVersion,
    week: stored.week,
    workGroupId: stored.workGroupId,
    checkedAt: instantOfDate(checkedAt),
    canPublish: verdictOf(violations),
    otherHardCount: report.otherHardCount,
    leastRouteSlackMinutes: snapshot.settings.leastRouteSlackMinutes,
    counts: { ...report.counts },
    routes: report.routes.map((route) => routeAnswer(route, naming)),
  };
}

function routeAnswer(route: RouteReport, naming: Naming): RouteReportAnswer {
  const { records, idOfVisit } = naming;
  return {
    shiftId: idOrCode(records.shifts, route.shiftId),
    employeeId: idOrCode(records.employees, route.employeeId),
    date: route.date,
    mode: route.mode,
    startsAt: route.startsAt,
    endsAt: route.endsAt,
    legs: route.legs,
    estimatedLegs: route.estimatedLegs,
    uncheckedLegs: route.uncheckedLegs,
    slackSeconds: route.slackSeconds,
    isTight: route.isTight,
    shortLegs: route.shortLegs.map((leg) => shortLegAnswer(leg, naming)),
    overlaps: route.overlaps.map((violation) => violationAnswer(violation, records, idOfVisit)),
    rastFaults: route.rastFaults.map((violation) => violationAnswer(violation, records, idOfVisit)),
  };
}

function shortLegAnswer(leg: ShortLeg, { records, idOfVisit, protectedPlaces }: Naming): ShortLegAnswer {
  // What the ride to a hidden address takes would tell where it is to whoever compares enough of them.
  const isHidden = protectedPlaces.has(leg.fromPlaceId) || protectedPlaces.has(leg.toPlaceId);
  return {
    from: placeAnswer(leg.fromPlaceId, records),
    to: placeAnswer(leg.toPlaceId, records),
    visitId: leg.visitId === null ? null : (idOfVisit.get(leg.visitId) ?? null),
    leavesAt: leg.leavesAt,
    arrivesAt: leg.arrivesAt,
    givenSeconds: leg.givenSeconds,
    neededSeconds: leg.neededSeconds,
    shortSeconds: leg.shortSeconds,
    parts: isHidden ? [] : leg.parts.map(({ kind, seconds }) => ({ kind, seconds })),
  };
}

function placeAnswer(placeId: string, records: UnitRecords): ShortLegAnswer['from'] {
  const code = placeId.slice(placeId.indexOf(':') + 1);
  return placeId.startsWith('brukare:')
    ? { brukareId: idOrCode(records.brukare, code), premisesId: null }
    : { brukareId: null, premisesId: idOrCode(records.premises, code) };
}

/** A record that has left the unit since has its id as code already: see `rowsToPlan`. */
const idOrCode = (index: UnitRecords['shifts'], code: string): string =>
  index.hasCode(code) ? index.idOf(code) : code;
