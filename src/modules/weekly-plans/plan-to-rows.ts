import type { PlannedRoute, PlannedVisit, RouteStop, UnassignedDemand, WeeklyPlan } from '@hemtjanst/domain';
import type {
  PlannedRouteRow,
  PlannedVisitRow,
  PlanRows,
  StoredStop,
  UnassignedDemandRow,
  VisitStaffRow,
} from './plan-rows.js';
import type { UnitRecords } from './unit-records.js';

/**
 * The rows of a plan. Codes of the unit become ids of rows here and nowhere else.
 *
 * @param newId a fresh UUID per call
 */
export function planToRows(plan: WeeklyPlan, records: UnitRecords, newId: () => string): PlanRows {
  return partsToRows(plan, records, newId, new Map());
}

/**
 * The rows of some parts of a plan.
 *
 * @param knownVisitIds ids of visits that are rows already, by visit key: they keep them
 */
export function partsToRows(
  plan: Pick<WeeklyPlan, 'visits' | 'routes' | 'unassigned'>,
  records: UnitRecords,
  newId: () => string,
  knownVisitIds: ReadonlyMap<string, string>,
): PlanRows {
  const visitIds = new Map(plan.visits.map((visit) => [visit.id, knownVisitIds.get(visit.id) ?? newId()]));
  const idOfVisit = (key: string): string => visitIds.get(key) ?? knownVisitIds.get(key) ?? newId();
  return {
    visits: plan.visits.map((visit) => visitRow(visit, idOfVisit(visit.id), records)),
    staff: plan.visits.flatMap((visit) => staffRows(visit, idOfVisit(visit.id), records)),
    routes: plan.routes.map((route) => routeRow(route, newId(), idOfVisit, records)),
    unassigned: plan.unassigned.map((demand) => unassignedRow(demand, records)),
  };
}

function visitRow(visit: PlannedVisit, id: string, records: UnitRecords): PlannedVisitRow {
  return {
    id,
    visit_key: visit.id,
    demand_key: visit.demandId,
    brukare_id: records.brukare.idOf(visit.brukareId),
    work_group_id: records.workGroups.idOf(records.workGroupOfBrukare(visit.brukareId)),
    order_id: records.orders.idOf(visit.orderId),
    template_key: visit.templateId,
    on_date: visit.date,
    starts_at: visit.startsAt,
    ends_at: visit.endsAt,
    service_minutes: visit.serviceMinutes,
    helper_starts_at: visit.helper?.startsAt ?? null,
    helper_ends_at: visit.helper?.endsAt ?? null,
    helper_service_minutes: visit.helper?.serviceMinutes ?? null,
    insatser: visit.insatser,
    pinned: visit.pinned,
    is_proposed: visit.isProposed,
  };
}

function staffRows(visit: PlannedVisit, visitId: string, records: UnitRecords): VisitStaffRow[] {
  return visit.employeeIds.map((employee, index) => {
    const own = index === 0 || visit.helper === null ? visit : visit.helper;
    return {
      visit_id: visitId,
      position: index === 0 ? 1 : 2,
      employee_id: records.employees.idOf(employee),
      shift_id: records.shifts.idOf(visit.shiftIds[index]),
      starts_at: own.startsAt,
      ends_at: own.endsAt,
    };
  });
}

function routeRow(
  route: PlannedRoute,
  id: string,
  idOfVisit: (key: string) => string,
  records: UnitRecords,
): PlannedRouteRow {
  return {
    id,
    shift_id: records.shifts.idOf(route.shiftId),
    employee_id: records.employees.idOf(route.employeeId),
    work_group_id: records.workGroups.idOf(records.workGroupOfShift(route.shiftId)),
    on_date: route.date,
    mode: route.mode,
    start_premises_id: records.premises.idOf(placeOf(route.startPlaceId).code),
    end_premises_id: records.premises.idOf(placeOf(route.endPlaceId).code),
    stops: route.stops.map((stop) => storedStop(stop, idOfVisit, records)),
  };
}

function storedStop(stop: RouteStop, idOfVisit: (key: string) => string, records: UnitRecords): StoredStop {
  const place = placeOf(stop.placeId);
  return {
    kind: stop.kind,
    visitId: stop.visitId === null ? null : idOfVisit(stop.visitId),
    brukareId: place.kind === 'brukare' ? records.brukare.idOf(place.code) : null,
    premisesId: place.kind === 'premises' ? records.premises.idOf(place.code) : null,
    travelSeconds: stop.travelSeconds,
    travelMeters: stop.travelMeters,
    handlingSeconds: stop.handlingSeconds,
    waitSeconds: stop.waitSeconds,
    arrivesAt: stop.arrivesAt,
    startsAt: stop.startsAt,
    endsAt: stop.endsAt,
    isEstimated: stop.isEstimated,
  };
}

/** `premises:<code>` or `brukare:<code>`. */
function placeOf(placeId: string): { readonly kind: 'premises' | 'brukare'; readonly code: string } {
  const colon = placeId.indexOf(':');
  return {
    kind: placeId.slice(0, colon) === 'premises' ? 'premises' : 'brukare',
    code: placeId.slice(colon + 1),
  };
}

function unassignedRow(demand: UnassignedDemand, records: UnitRecords): UnassignedDemandRow {
  return {
    demand_key: demand.demandId,
    template_key: demand.templateId,
    brukare_id: records.brukare.idOf(demand.brukareId),
    on_date: demand.date,
    service_minutes: demand.serviceMinutes,
    priority: demand.priority,
    reasons: demand.reasons,
    ways_out: demand.waysOut,
  };
}
