import { type Instant, type LocalDate, instantAt } from '@hemtjanst/domain';
import { dayAndSecond } from '../problem/week-seconds.js';

/** The solver's second of the week as an instant. Rides end on any second, so the seconds are kept. */
export function instantOfWeekSecond(dates: readonly LocalDate[], weekSecond: number): Instant {
  const { day, second } = dayAndSecond(weekSecond);
  return instantAt(dates[day], second);
}
