import {
  type PlannedRoute,
  type PlannedVisit,
  type WeeklyPlan,
  secondsBetween,
  visitStaffMinutes,
} from '@hemtjanst/domain';
import { MOVED_START_SECONDS } from '../rules/disruption.js';
import type { AlternativeKind, DayAlternative, EmployeeDifference } from './board-answers.js';
import type { AfterEvent } from './day-event.js';
import { disturbanceOf } from './disturbance.js';
import type { PlanContext } from './plan-context.js';
import { isCancelled } from './plan-of-group.js';
import { visitMoves } from './visit-moves.js';

/** What a re-planned day means for everybody, against the plan before the event. */
export function dayAlternative(
  before: PlanContext,
  after: AfterEvent,
  plan: WeeklyPlan,
  kinds: readonly AlternativeKind[],
): DayAlternative {
  const affected = new Set(after.affectedDemandIds);
  const placed = new Set(plan.visits.map(({ demandId }) => demandId));
  const planned = before.plan.visits.map(({ demandId }) => demandId);
  const cancelled = new Set(plan.unassigned.filter(isCancelled).map(({ demandId }) => demandId));
  const elsewhere = new Set(after.strandedElsewhereIds);
  const expected = new Set([...planned, ...affected].filter((id) => !cancelled.has(id) && !elsewhere.has(id)));
  return {
    kinds,
    plan,
    absence: after.absence,
    moves: visitMoves(before.plan, plan),
    placedDemandIds: [...affected].filter((id) => placed.has(id)),
    leftOutDemandIds: [...expected].filter((id) => !placed.has(id)),
    ...countChanges(before.plan, plan, new Set([...affected, ...elsewhere])),
    travelSecondsDifference: travelSeconds(plan.routes) - travelSeconds(before.plan.routes),
    newFaces: newFaces(before, plan),
    disruptionSeconds: disruption(after.context, plan),
    employees: employeeDifferences(before.plan, plan),
  };
}

/** Visits beside the event's own: left out or with another employee, or with a start moved by more than 15 minutes. */
export function countChanges(
  before: WeeklyPlan,
  plan: WeeklyPlan,
  affected: ReadonlySet<string>,
): { readonly movedVisits: number; readonly retimedVisits: number } {
  const now = new Map(plan.visits.map((visit) => [visit.demandId, visit]));
  const cancelled = new Set(plan.unassigned.filter(isCancelled).map(({ demandId }) => demandId));
  const known = before.visits.filter(({ demandId }) => !affected.has(demandId) && !cancelled.has(demandId));
  const others = known.flatMap((visit) => {
    const placed = now.get(visit.demandId);
    return placed === undefined ? [] : [{ visit, placed }];
  });
  const leftOut = known.length - others.length;
  const isMoved = ({ visit, placed }: { readonly visit: PlannedVisit; readonly placed: PlannedVisit }): boolean =>
    visit.employeeIds.join() !== placed.employeeIds.join();
  const isRetimed = ({ visit, placed }: { readonly visit: PlannedVisit; readonly placed: PlannedVisit }): boolean =>
    Math.abs(secondsBetween(visit.startsAt, placed.startsAt)) > MOVED_START_SECONDS;
  return { movedVisits: leftOut + others.filter(isMoved).length, retimedVisits: others.filter(isRetimed).length };
}

const travelSeconds = (routes: readonly PlannedRoute[]): number =>
  routes.flatMap(({ stops }) => stops).reduce((sum, stop) => sum + stop.travelSeconds + stop.handlingSeconds, 0);

/** Pairs of a brukare and an employee that neither the plan before nor the 14 days know. */
function newFaces({ plan: old, problem, key }: PlanContext, plan: WeeklyPlan): number {
  const pairsOf = ({ visits }: WeeklyPlan): ReadonlySet<string> =>
    new Set(visits.flatMap(({ brukareId, employeeIds }) => employeeIds.map((id) => `${brukareId}\n${id}`)));
  const known = pairsOf(old);
  const { brukareIndex, employeeIndex } = key.people;
  return [...pairsOf(plan)].filter((pair) => {
    const [brukareId, employeeId] = pair.split('\n');
    const [row, column] = [brukareIndex.get(brukareId), employeeIndex.get(employeeId)];
    const isSeen =
      row !== undefined && column !== undefined && problem.continuity.seen[row * problem.employees + column] === 1;
    return !known.has(pair) && !isSeen;
  }).length;
}

function disruption(context: PlanContext, plan: WeeklyPlan): number {
  const { dates } = context.key.groupWeek;
  return plan.visits.reduce((sum, visit) => {
    const row = context.rowOfDemand.get(visit.demandId);
    const shift = context.shiftIndex.get(visit.shiftIds[0]);
    if (row === undefined || shift === undefined) return sum;
    const midnight = dates.indexOf(visit.date) * 86_400;
    const start = midnight + secondsOfDay(visit);
    return sum + disturbanceOf(context, row, { shift, start }).cost;
  }, 0);
}

const secondsOfDay = ({ startsAt }: PlannedVisit): number =>
  Number(startsAt.slice(11, 13)) * 3600 + Number(startsAt.slice(14, 16)) * 60 + Number(startsAt.slice(17, 19));

interface Sums {
  readonly visits: number;
  readonly visitMinutes: number;
  readonly travelMinutes: number;
}

const NOTHING: Sums = { visits: 0, visitMinutes: 0, travelMinutes: 0 };

function employeeDifferences(before: WeeklyPlan, plan: WeeklyPlan): readonly EmployeeDifference[] {
  const [old, now] = [sumsByEmployee(before), sumsByEmployee(plan)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((employeeId): readonly EmployeeDifference[] => {
    const [from, to] = [old.get(employeeId) ?? NOTHING, now.get(employeeId) ?? NOTHING];
    const visitMinutesDifference = to.visitMinutes - from.visitMinutes;
    const travelMinutesDifference = Math.round(to.travelMinutes - from.travelMinutes);
    if (from.visits === to.visits && visitMinutesDifference === 0 && travelMinutesDifference === 0) return [];
    return [
      {
        employeeId,
        visitsBefore: from.visits,
        visitsAfter: to.visits,
        visitMinutesDifference,
        travelMinutesDifference,
      },
    ];
  });
}

function sumsByEmployee({ visits, routes }: WeeklyPlan): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  const add = (id: string, more: Partial<Sums>): void => {
    const sum = sums.get(id) ?? NOTHING;
    sums.set(id, {
      visits: sum.visits + (more.visits ?? 0),
      visitMinutes: sum.visitMinutes + (more.visitMinutes ?? 0),
      travelMinutes: sum.travelMinutes + (more.travelMinutes ?? 0),
    });
  };
  for (const visit of visits) {
    const helperMinutes = visit.helper?.serviceMinutes ?? 0;
    visit.employeeIds.forEach((id, at) => {
      const visitMinutes = at === 0 ? visitStaffMinutes(visit) - helperMinutes : helperMinutes;
      add(id, { visits: 1, visitMinutes });
    });
  }
  for (const route of routes) add(route.employeeId, { travelMinutes: travelSeconds([route]) / 60 });
  return sums;
}
