import { addDays, minuteOfDay, type Absence, type LocalDate } from '@hemtjanst/domain';
import type { Random } from './random.js';

const REASONS = {
  brukare: ['sjukhus', 'korttidsboende', 'bortrest'],
  employee: ['sjuk', 'semester', 'vab'],
} as const satisfies Record<Absence['person']['kind'], readonly string[]>;
const SHARE_ABSENT: Readonly<Record<Absence['person']['kind'], number>> = { brukare: 0.07, employee: 0.03 };

/** Hospital, short-term stays, sickness and leave that touch the week, as whole days. */
export function inventAbsences(
  kind: Absence['person']['kind'],
  ids: readonly string[],
  monday: LocalDate,
  random: Random,
): Absence[] {
  return ids
    .filter(() => random.chance(SHARE_ABSENT[kind]))
    .map((id) => {
      const fromDate = addDays(monday, random.whole(-8, 4));
      return {
        person: { kind, id },
        fromDate,
        fromMinute: minuteOfDay(0),
        toDate: addDays(fromDate, random.whole(1, 12)),
        toMinute: minuteOfDay(1440),
        reason: random.pick(REASONS[kind]),
      };
    });
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
