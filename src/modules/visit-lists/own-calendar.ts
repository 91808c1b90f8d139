import { epochSecondsOf, instantAt, localDate } from '@hemtjanst/domain';
import ical from 'ical-generator';
import type { CalendarShiftRow, CalendarVisitRow } from './calendar-feed.repository.js';

/**
 * An employee's shifts and visits as iCalendar. A calendar leaves the service and is kept by others: it says when, and that it
 * is work, and nothing about whom.
 */
export function ownCalendar(shifts: readonly CalendarShiftRow[], visits: readonly CalendarVisitRow[]): string {
  const calendar = ical({ name: 'Arbetspass', prodId: { company: 'Ramrutt', product: 'Besökslista', language: 'SV' } });
  for (const shift of shifts) {
    const own = visits.filter((visit) => visit.on_date === shift.on_date && isInside(visit, shift));
    calendar.createEvent({
      id: `pass-${shift.id}`,
      start: dateOf(shift, shift.starts_minute),
      end: dateOf(shift, shift.ends_minute),
      summary: own.length === 0 ? 'Arbetspass' : `Arbetspass, ${own.length} besök`,
    });
    own.forEach((visit, index) => {
      calendar.createEvent({
        id: `besok-${visit.id}`,
        start: visit.starts_at,
        end: visit.ends_at,
        summary: `Besök ${index + 1} av ${own.length}`,
      });
    });
  }
  return calendar.toString();
}

const dateOf = ({ on_date }: CalendarShiftRow, minute: number): Date =>
  new Date(epochSecondsOf(instantAt(localDate(on_date), minute * 60)) * 1000);

const isInside = (visit: CalendarVisitRow, shift: CalendarShiftRow): boolean =>
  visit.starts_at >= dateOf(shift, shift.starts_minute) && visit.starts_at < dateOf(shift, shift.ends_minute);
