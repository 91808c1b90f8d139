import { isAway } from '../../people/is-away.js';
import type { Absence } from '../../people/people.js';
import type { LocalDate } from '../../time/units.js';
import type { Violation } from '../../violation.js';
import type { PlannedRoute } from '../weekly-plan.js';
import { epochOf, hasVisits, wallSecond, type PlanIndex, type VisitPart } from './plan-index.js';
import { atPart, atRoute } from './violation-at.js';

/** Nobody is in two places, works outside the own shift or while absent, or comes to somebody who is away. */
export function checkAvailability(index: PlanIndex): readonly Violation[] {
  return [
    ...checkOverlaps(index),
    ...index.parts.flatMap((part) => checkOwnShift(part, index)),
    ...index.plan.routes.flatMap((route) => checkRouteInShift(route, index)),
    ...checkAbsences(index),
  ];
}

function checkOverlaps({ parts }: PlanIndex): readonly Violation[] {
  const byEmployee = new Map<string, VisitPart[]>();
  for (const part of parts) byEmployee.set(part.employeeId, [...(byEmployee.get(part.employeeId) ?? []), part]);
  return [...byEmployee.values()].flatMap((own) => {
    const inOrder = [...own].sort((a, b) => epochOf(a.startsAt) - epochOf(b.startsAt));
    let busyUntil = -Infinity;
    return inOrder.flatMap((part) => {
      const overlap = busyUntil - epochOf(part.startsAt);
      busyUntil = Math.max(busyUntil, epochOf(part.endsAt));
      const text = 'Medarbetaren har två besök samtidigt.';
      return overlap > 0 ? [atPart(part, { rule: 'overlap', amount: overlap, text })] : [];
    });
  });
}

function checkOwnShift(part: VisitPart, { shiftById }: PlanIndex): readonly Violation[] {
  const shift = shiftById.get(part.shiftId);
  if (shift === undefined) return [];
  if (shift.employeeId !== part.employeeId) {
    return [atPart(part, { rule: 'not-own-shift', text: 'Passet är en annan medarbetares.' })];
  }
  if (shift.onDate !== part.visit.date) {
    return [atPart(part, { rule: 'shift-other-day', text: 'Passet ligger på en annan dag än besöket.' })];
  }
  const early = shift.startsAt * 60 - wallSecond(part.startsAt, shift.onDate);
  const late = wallSecond(part.endsAt, shift.onDate) - shift.endsAt * 60;
  const beyond = Math.max(early, late);
  const text = `Besöket ligger ${Math.ceil(beyond / 60)} min utanför passet.`;
  return beyond > 0 ? [atPart(part, { rule: 'outside-shift', amount: beyond, text })] : [];
}

function checkRouteInShift(route: PlannedRoute, { shiftById }: PlanIndex): readonly Violation[] {
  const shift = shiftById.get(route.shiftId);
  const [first, last] = [route.stops[0], route.stops.at(-1)];
  if (shift === undefined || first === undefined || last === undefined) return [];
  if (shift.employeeId !== route.employeeId || shift.onDate !== route.date) {
    return [atRoute(route, { rule: 'not-own-shift', text: 'Rutten har en annan medarbetare eller dag än sitt pass.' })];
  }
  const early = shift.startsAt * 60 - wallSecond(first.arrivesAt, shift.onDate);
  const late = wallSecond(last.endsAt, shift.onDate) - shift.endsAt * 60;
  const beyond = Math.max(early, late);
  const text = `Rutten går ${Math.ceil(beyond / 60)} min utanför passet.`;
  return beyond > 0 ? [atRoute(route, { rule: 'outside-shift', amount: beyond, text })] : [];
}

function checkAbsences({ unit, parts, plan }: PlanIndex): readonly Violation[] {
  const employees = absencesBy('employee', unit.absences);
  const brukare = absencesBy('brukare', unit.absences);
  return [
    ...parts
      .filter(({ employeeId, startsAt, endsAt, visit }) =>
        isAwayAt(
          employees.get(employeeId),
          visit.date,
          wallSecond(startsAt, visit.date),
          wallSecond(endsAt, visit.date),
        ),
      )
      .map((part) => atPart(part, { rule: 'employee-absent', text: 'Medarbetaren är frånvarande under besöket.' })),
    ...parts
      .filter(({ startsAt, endsAt, visit }) =>
        isAwayAt(
          brukare.get(visit.brukareId),
          visit.date,
          wallSecond(startsAt, visit.date),
          wallSecond(endsAt, visit.date),
        ),
      )
      .map((part) => atPart(part, { rule: 'brukare-absent', text: 'Brukaren är frånvarande under besöket.' })),
    ...plan.routes.filter(hasVisits).flatMap((route) => {
      const [first, last] = [route.stops[0], route.stops.at(-1)];
      if (first === undefined || last === undefined) return [];
      const [from, to] = [wallSecond(first.arrivesAt, route.date), wallSecond(last.endsAt, route.date)];
      return isAwayAt(employees.get(route.employeeId), route.date, from, to)
        ? [atRoute(route, { rule: 'employee-absent', text: 'Medarbetaren är frånvarande under en del av rutten.' })]
        : [];
    }),
  ];
}

function absencesBy(kind: Absence['person']['kind'], absences: readonly Absence[]): ReadonlyMap<string, Absence[]> {
  const byPerson = new Map<string, Absence[]>();
  for (const absence of absences) {
    if (absence.person.kind === kind)
      byPerson.set(absence.person.id, [...(byPerson.get(absence.person.id) ?? []), absence]);
  }
  return byPerson;
}

function isAwayAt(
  absences: readonly Absence[] | undefined,
  date: LocalDate,
  fromSecond: number,
  toSecond: number,
): boolean {
  return (absences ?? []).some((absence) => isAway(absence, { date, fromSecond, toSecond }));
}
