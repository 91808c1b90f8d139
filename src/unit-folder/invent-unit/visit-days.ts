import { weekIndexOf, weekOf, weekdayOf, type LocalDate, type Recurrence } from '@hemtjanst/domain';

/**
 * Whether an invented visit happens on the date. Floating visits take weekdays spread over the week, and of their weeks
 * the one that `salt` (a number per template) says, so that not all fall together.
 */
export function happensOn(recurrence: Recurrence, date: LocalDate, salt: number): boolean {
  const weekday = weekdayOf(date);
  switch (recurrence.kind) {
    case 'weekdays':
      return recurrence.days.includes(weekday);
    case 'floating': {
      if ((weekIndexOf(weekOf(date)) + salt) % recurrence.everyWeeks !== 0) return false;
      const step = 5 / Math.min(5, recurrence.times);
      const days = Array.from(
        { length: Math.min(5, recurrence.times) },
        (_, index) => ((Math.floor(index * step) + salt) % 5) + 1,
      );
      return days.includes(weekday);
    }
  }
}
