import { datesOfWeek } from '../../time/iso-week.js';
import type { Violation } from '../../violation.js';
import type { PlanIndex } from './plan-index.js';
import { atPart, atRoute, atVisit, violation } from './violation-at.js';

/** Every id in the plan belongs to a record of the unit, each record is named once, and all dates lie in the week. */
export function checkKnownRecords(index: PlanIndex): readonly Violation[] {
  return [...unknownInVisits(index), ...unknownInRoutes(index), ...datesOutsideWeek(index), ...doubleIds(index)];
}

function unknownInVisits(index: PlanIndex): readonly Violation[] {
  const { plan, unit, brukareById, employeeById, shiftById } = index;
  const orderIds = new Set(unit.orders.map(({ id }) => id));
  return [
    ...plan.visits
      .filter(({ brukareId }) => !brukareById.has(brukareId))
      .map((visit) =>
        atVisit(visit, { rule: 'unknown-brukare', text: 'Besöket gäller en brukare som inte finns i enheten.' }),
      ),
    ...plan.visits
      .filter(({ orderId }) => !orderIds.has(orderId))
      .map((visit) => atVisit(visit, { rule: 'unknown-order', text: 'Besökets beställning finns inte i enheten.' })),
    ...plan.visits
      .filter(({ employeeIds }) => employeeIds.length === 0)
      .map((visit) => atVisit(visit, { rule: 'employee-missing', text: 'Besöket har ingen medarbetare.' })),
    ...index.parts
      .filter(({ employeeId }) => !employeeById.has(employeeId))
      .map((part) => atPart(part, { rule: 'unknown-employee', text: 'Besökets medarbetare finns inte i enheten.' })),
    ...index.parts
      .filter(({ shiftId }) => !shiftById.has(shiftId))
      .map((part) => atPart(part, { rule: 'unknown-shift', text: 'Besökets pass finns inte i enheten.' })),
  ];
}

function unknownInRoutes({ plan, shiftById, employeeById, visitById }: PlanIndex): readonly Violation[] {
  return plan.routes.flatMap((route) => [
    ...(shiftById.has(route.shiftId)
      ? []
      : [atRoute(route, { rule: 'unknown-shift', text: 'Ruttens pass finns inte i enheten.' })]),
    ...(employeeById.has(route.employeeId)
      ? []
      : [atRoute(route, { rule: 'unknown-employee', text: 'Ruttens medarbetare finns inte i enheten.' })]),
    ...route.stops
      .filter(({ kind, visitId }) => kind === 'visit' && (visitId === null || !visitById.has(visitId)))
      .map(({ visitId }) =>
        atRoute(
          route,
          { rule: 'unknown-visit', text: 'Rutten stannar för ett besök som inte finns i planen.' },
          visitId,
        ),
      ),
  ]);
}

function datesOutsideWeek({ plan }: PlanIndex): readonly Violation[] {
  const dates = new Set(datesOfWeek(plan.week));
  const text = `Datumet ligger utanför planens vecka ${plan.week}.`;
  return [
    ...plan.visits
      .filter(({ date }) => !dates.has(date))
      .map((visit) => atVisit(visit, { rule: 'outside-week', text })),
    ...plan.routes
      .filter(({ date }) => !dates.has(date))
      .map((route) => atRoute(route, { rule: 'outside-week', text })),
  ];
}

function doubleIds({ plan }: PlanIndex): readonly Violation[] {
  return [
    ...repeated(plan.visits.map(({ id }) => id)).map((visitId) =>
      violation({ rule: 'visit-id-twice', visitId, text: 'Två besök i planen har samma id.' }),
    ),
    ...repeated(plan.routes.map(({ shiftId }) => shiftId)).map((shiftId) =>
      violation({ rule: 'shift-twice', shiftId, text: 'Passet har två rutter i planen.' }),
    ),
  ];
}

/** Each value that occurs more than once, once. */
export function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}
