import { instantOfDate, localOf, minuteOfDay, type LocalDateTime, type TimeRegistration } from '@hemtjanst/domain';
import type { CorrectedRegistration } from './registered-event.js';

/**
 * A registration as the domain counts with it: registered and adjusted time side by side. Null while the visit has no
 * end: nobody can say yet how long it was.
 */
export function toTimeRegistration({ registration, corrections }: CorrectedRegistration): TimeRegistration | null {
  const last = corrections.at(-1);
  const endsAt = registration.endsAt ?? last?.endsAt ?? null;
  if (endsAt === null) return null;
  return {
    id: registration.id,
    brukareId: registration.brukareId,
    employeeId: registration.employeeId,
    startsAt: localTime(registration.startsAt),
    endsAt: localTime(endsAt),
    adjusted:
      last === undefined
        ? null
        : { startsAt: localTime(last.startsAt), endsAt: localTime(last.endsAt), reason: last.reason },
    kind: registration.kind,
  };
}

function localTime(date: Date): LocalDateTime {
  const local = localOf(instantOfDate(date));
  return { date: local.date, minute: minuteOfDay(Math.floor(local.secondOfDay / 60)) };
}
