/** What a phone sends: came, left, the brukare said no, nobody was at home. */
export type PhoneEventKind = 'start' | 'stop' | 'avbojt' | 'bom';
/** Whole registrations come from the present time system (`registreringar.csv`). */
export type RegistrationKind = 'besok' | 'larm' | 'avbojt' | 'bom';

/**
 * - `framtid`: the phone's clock was more than 5 minutes ahead.
 * - `gammal`: more than 30 days old when it came.
 * - `start-saknas`: somebody left who had not come.
 * - `slut-fore-start`: left before having come.
 * - `langt-besok`: longer than 14 hours.
 */
export type RegistrationFlag = 'framtid' | 'gammal' | 'start-saknas' | 'slut-fore-start' | 'langt-besok';

/** One event as it is kept: never changed, never removed. */
export interface RegisteredEvent {
  readonly id: string;
  readonly employeeId: string;
  readonly brukareId: string;
  readonly plannedVisitId: string | null;
  readonly kind: PhoneEventKind | RegistrationKind;
  readonly occurredAt: Date;
  /** Only whole registrations have an end of their own. */
  readonly endedAt: Date | null;
  readonly flags: readonly RegistrationFlag[];
}

/** One visit as registered: the events of it put together. */
export interface Registration {
  /** Id of its first event. */
  readonly id: string;
  readonly employeeId: string;
  readonly brukareId: string;
  readonly plannedVisitId: string | null;
  readonly kind: RegistrationKind;
  readonly startsAt: Date;
  /** Null: still there, or the end was never registered. */
  readonly endsAt: Date | null;
  readonly flags: readonly RegistrationFlag[];
}

/** What a person says the time was, afterwards; the registration itself stays. */
export interface Correction {
  readonly id: string;
  readonly registeredTimeId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: string;
  readonly correctedBy: string | null;
  readonly correctedAt: Date;
}

/** A registration with what was corrected afterwards; the last correction holds. */
export interface CorrectedRegistration {
  readonly registration: Registration;
  readonly corrections: readonly Correction[];
}
