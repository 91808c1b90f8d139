import { localOf, type Instant } from '@hemtjanst/domain';
import type { PlanRows, PlannedVisitRow } from './plan-rows.js';
import { staffOfVisits } from './staff-of-visits.js';

export type VisitChangeKind =
  'added' | 'removed' | 'moved-day' | 'moved-time' | 'new-employee' | 'moved-and-new-employee';

export interface VisitPlacement {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly employeeIds: readonly string[];
}

export interface VisitChange {
  readonly visitDemandId: string;
  readonly brukareId: string;
  readonly change: VisitChangeKind;
  readonly from: VisitPlacement | null;
  readonly to: VisitPlacement | null;
}

export interface EmployeeSums {
  readonly visits: number;
  readonly visitMinutes: number;
  readonly travelMinutes: number;
}

export interface EmployeeChange {
  readonly employeeId: string;
  readonly from: EmployeeSums;
  readonly to: EmployeeSums;
  readonly changedVisits: number;
}

export interface PlanComparison {
  readonly visits: readonly VisitChange[];
  readonly unchangedVisits: number;
  readonly employees: readonly EmployeeChange[];
}

/**
 * What changes from one plan of a week to another: per visit (by the demand it fulfils) and per employee. Employees
 * without any change are left out.
 */
export function comparePlans(from: PlanRows, to: PlanRows): PlanComparison {
  const before = placementsByDemand(from);
  const after = placementsByDemand(to);
  const demands = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = demands
    .map((demand) => visitChange(demand, before.get(demand) ?? null, after.get(demand) ?? null))
    .filter((change) => change !== null);
  return {
    visits: changes,
    unchangedVisits: demands.length - changes.length,
    employees: employeeChanges(sumsByEmployee(from), sumsByEmployee(to), changes),
  };
}

interface PlacedDemand extends VisitPlacement {
  readonly brukareId: string;
}

function placementsByDemand(rows: PlanRows): ReadonlyMap<string, PlacedDemand> {
  const staffOf = staffOfVisits(rows.staff);
  const placed = (visit: PlannedVisitRow): PlacedDemand => ({
    brukareId: visit.brukare_id,
    startsAt: visit.starts_at,
    endsAt: visit.ends_at,
    employeeIds: staffOf(visit.id).map((row) => row.employee_id),
  });
  return new Map(rows.visits.map((visit) => [visit.demand_key, placed(visit)]));
}

function visitChange(demand: string, from: PlacedDemand | null, to: PlacedDemand | null): VisitChange | null {
  const known = from ?? to;
  const change = changeKind(from, to);
  if (known === null || change === null) return null;
  return {
    visitDemandId: demand,
    brukareId: known.brukareId,
    change,
    from: from === null ? null : placementOf(from),
    to: to === null ? null : placementOf(to),
  };
}

const placementOf = ({ startsAt, endsAt, employeeIds }: PlacedDemand): VisitPlacement => ({
  startsAt,
  endsAt,
  employeeIds,
});

function changeKind(from: PlacedDemand | null, to: PlacedDemand | null): VisitChangeKind | null {
  if (from === null) return 'added';
  if (to === null) return 'removed';
  const isMoved = Date.parse(from.startsAt) !== Date.parse(to.startsAt);
  const isOtherDay = dateOf(from.startsAt) !== dateOf(to.startsAt);
  const isOtherStaff = from.employeeIds.join() !== to.employeeIds.join();
  if (isMoved && isOtherStaff) return 'moved-and-new-employee';
  if (isOtherDay) return 'moved-day';
  if (isMoved) return 'moved-time';
  return isOtherStaff ? 'new-employee' : null;
}

const dateOf = (instant: string): string => localOf(instant as Instant).date;

const NOTHING: EmployeeSums = { visits: 0, visitMinutes: 0, travelMinutes: 0 };

function sumsByEmployee(rows: PlanRows): ReadonlyMap<string, EmployeeSums> {
  const sums = new Map<string, EmployeeSums>();
  const add = (employee: string, more: EmployeeSums): void => {
    const sum = sums.get(employee) ?? NOTHING;
    sums.set(employee, {
      visits: sum.visits + more.visits,
      visitMinutes: sum.visitMinutes + more.visitMinutes,
      travelMinutes: sum.travelMinutes + more.travelMinutes,
    });
  };
  for (const row of rows.staff) {
    const visitMinutes = (Date.parse(row.ends_at) - Date.parse(row.starts_at)) / 60_000;
    add(row.employee_id, { visits: 1, visitMinutes: Math.round(visitMinutes), travelMinutes: 0 });
  }
  for (const route of rows.routes) {
    const travelSeconds = route.stops.reduce((sum, stop) => sum + stop.travelSeconds, 0);
    add(route.employee_id, { ...NOTHING, travelMinutes: Math.round(travelSeconds / 60) });
  }
  return sums;
}

function employeeChanges(
  before: ReadonlyMap<string, EmployeeSums>,
  after: ReadonlyMap<string, EmployeeSums>,
  changes: readonly VisitChange[],
): EmployeeChange[] {
  const changedVisits = new Map<string, number>();
  for (const change of changes) {
    const touched = new Set([...(change.from?.employeeIds ?? []), ...(change.to?.employeeIds ?? [])]);
    for (const employee of touched) changedVisits.set(employee, (changedVisits.get(employee) ?? 0) + 1);
  }
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((employeeId) => ({
      employeeId,
      from: before.get(employeeId) ?? NOTHING,
      to: after.get(employeeId) ?? NOTHING,
      changedVisits: changedVisits.get(employeeId) ?? 0,
    }))
    .filter(({ from, to, changedVisits: changed }) => changed > 0 || !isSame(from, to));
}

const isSame = (a: EmployeeSums, b: EmployeeSums): boolean =>
  a.visits === b.visits && a.visitMinutes === b.visitMinutes && a.travelMinutes === b.travelMinutes;
