import type {
  Instant,
  IsoWeek,
  LocalDate,
  PlannedRoute,
  PlannedVisit,
  RouteStop,
  UnassignedDemand,
  WeeklyPlan,
} from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import type {
  PlannedRouteRow,
  PlannedVisitRow,
  PlanRows,
  StoredStop,
  UnassignedDemandRow,
  VisitStaffRow,
} from './plan-rows.js';
import { staffOfVisits } from './staff-of-visits.js';
import type { UnitRecords } from './unit-records.js';
import type { StoredPlan } from './weekly-plan.repository.js';

/** The plan as the domain knows it, with the unit's codes: the way back of `planToRows`. */
export function rowsToPlan(stored: StoredPlan, rows: PlanRows, unitName: string, records: UnitRecords): WeeklyPlan {
  const staffOf = staffOfVisits(rows.staff);
  const keyById = new Map(rows.visits.map((row) => [row.id, row.visit_key]));
  return {
    schemaVersion: 1,
    unit: unitName,
    week: stored.week as IsoWeek,
    timeZone: 'Europe/Stockholm',
    seed: stored.seed,
    workGroupIds: stored.workGroupId === null ? null : [codeOf(records.workGroups, stored.workGroupId)],
    travel: stored.travel,
    visits: rows.visits.map((row) => visitOf(row, staffOf(row.id), records)),
    routes: rows.routes.map((row) => routeOf(row, keyById, records)),
    unassigned: rows.unassigned.map((row) => unassignedOf(row, records.brukare)),
    metrics: stored.metrics,
  };
}

function visitOf(row: PlannedVisitRow, staff: readonly VisitStaffRow[], records: UnitRecords): PlannedVisit {
  return {
    id: row.visit_key,
    brukareId: codeOf(records.brukare, row.brukare_id),
    orderId: codeOf(records.orders, row.order_id),
    templateId: row.template_key,
    demandId: row.demand_key,
    date: row.on_date as LocalDate,
    startsAt: row.starts_at as Instant,
    endsAt: row.ends_at as Instant,
    serviceMinutes: row.service_minutes,
    employeeIds: staff.map((person) => codeOf(records.employees, person.employee_id)),
    shiftIds: staff.map((person) => codeOf(records.shifts, person.shift_id)),
    helper: helperOf(row),
    insatser: row.insatser,
    pinned: row.pinned,
    isProposed: row.is_proposed,
  };
}

function helperOf(row: PlannedVisitRow): PlannedVisit['helper'] {
  if (row.helper_starts_at === null || row.helper_ends_at === null || row.helper_service_minutes === null) return null;
  return {
    startsAt: row.helper_starts_at as Instant,
    endsAt: row.helper_ends_at as Instant,
    serviceMinutes: row.helper_service_minutes,
  };
}

function routeOf(row: PlannedRouteRow, keyById: ReadonlyMap<string, string>, records: UnitRecords): PlannedRoute {
  return {
    shiftId: codeOf(records.shifts, row.shift_id),
    employeeId: codeOf(records.employees, row.employee_id),
    date: row.on_date as LocalDate,
    mode: row.mode,
    startPlaceId: `premises:${codeOf(records.premises, row.start_premises_id)}`,
    endPlaceId: `premises:${codeOf(records.premises, row.end_premises_id)}`,
    stops: row.stops.map((stop) => stopOf(stop, keyById, records)),
  };
}

function stopOf(stop: StoredStop, keyById: ReadonlyMap<string, string>, records: UnitRecords): RouteStop {
  return {
    kind: stop.kind,
    visitId: stop.visitId === null ? null : (keyById.get(stop.visitId) ?? stop.visitId),
    placeId: placeIdOf(stop, records),
    travelSeconds: stop.travelSeconds,
    travelMeters: stop.travelMeters,
    handlingSeconds: stop.handlingSeconds,
    waitSeconds: stop.waitSeconds,
    arrivesAt: stop.arrivesAt as Instant,
    startsAt: stop.startsAt as Instant,
    endsAt: stop.endsAt as Instant,
    isEstimated: stop.isEstimated,
  };
}

function placeIdOf(stop: StoredStop, records: UnitRecords): string {
  if (stop.brukareId !== null) return `brukare:${codeOf(records.brukare, stop.brukareId)}`;
  return `premises:${codeOf(records.premises, stop.premisesId ?? '')}`;
}

function unassignedOf(row: UnassignedDemandRow, brukare: UnitRecords['brukare']): UnassignedDemand {
  return {
    demandId: row.demand_key,
    templateId: row.template_key,
    brukareId: codeOf(brukare, row.brukare_id),
    date: row.on_date as LocalDate,
    serviceMinutes: row.service_minutes,
    priority: row.priority,
    reasons: row.reasons,
    waysOut: row.ways_out,
  };
}

/** A record that has left the unit since keeps its id as code: the check then says that it is unknown. */
const codeOf = (index: CodeIndex, id: string): string => (index.hasId(id) ? index.codeOf(id) : id);
