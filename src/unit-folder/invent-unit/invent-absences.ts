import { addDays, minuteOfDay, type Absence, type LocalDate } from '@hemtjanst/domain';
import type { Random } from './random.js';

const BRUKARE_ABSENT = 0.06;
const EMPLOYEES_ABSENT = 0.03;

/** Hospital, short-term stays, sickness and leave that touch the week, as whole days. */
export function inventAbsences(
  brukareIds: readonly string[],
  employeeIds: readonly string[],
  monday: LocalDate,
  random: Random,
): Absence[] {
  const away =
    (kind: Absence['person']['kind'], reasons: readonly string[]) =>
    (id: string): Absence => {
      const fromDate = addDays(monday, random.whole(-8, 4));
      return {
        person: { kind, id },
        fromDate,
        fromMinute: minuteOfDay(0),
        toDate: addDays(fromDate, random.whole(1, 12)),
        toMinute: minuteOfDay(1440),
        reason: random.pick(reasons),
      };
    };
  return [
    ...brukareIds
      .filter(() => random.chance(BRUKARE_ABSENT))
      .map(away('brukare', ['sjukhus', 'korttidsboende', 'bortrest'])),
    ...employeeIds.filter(() => random.chance(EMPLOYEES_ABSENT)).map(away('employee', ['sjuk', 'semester', 'vab'])),
  ];
}

/** Whether a whole-day absence covers the date. */
export function absentDays(
  absences: readonly Absence[],
): (kind: Absence['person']['kind'], id: string, date: LocalDate) => boolean {
  const byPerson = new Map<string, Absence[]>();
  for (const absence of absences) {
    const key = `${absence.person.kind} ${absence.person.id}`;
    byPerson.set(key, [...(byPerson.get(key) ?? []), absence]);
  }
  return (kind, id, date) =>
    (byPerson.get(`${kind} ${id}`) ?? []).some(({ fromDate, toDate }) => fromDate <= date && date <= toDate);
}
