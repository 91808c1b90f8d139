import type { LocalDate, MinuteOfDay } from '../time/units.js';

/** A local date and time of day. */
export interface LocalDateTime {
  readonly date: LocalDate;
  readonly minute: MinuteOfDay;
}

/** What the phone registered at the door. Registered and adjusted times are kept apart (domain.md section 1). */
export interface TimeRegistration {
  readonly id: string;
  readonly brukareId: string;
  readonly employeeId: string;
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
  readonly adjusted: {
    readonly startsAt: LocalDateTime;
    readonly endsAt: LocalDateTime;
    readonly reason: string;
  } | null;
  readonly kind: 'besok' | 'larm' | 'avbojt' | 'bom';
}
