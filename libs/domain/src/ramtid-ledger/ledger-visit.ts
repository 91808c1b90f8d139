import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import type { RamtidOrder } from '../ramtid-order/ramtid-order.js';
import type { TimeRegistration } from '../registered-time/time-registration.js';
import { epochSecondsOf } from '../time/civil-time.js';
import type { Instant } from '../time/units.js';

/** From when to when somebody was there. */
export interface VisitTimes {
  readonly startsAt: Instant;
  /** Null: the end was never registered. */
  readonly endsAt: Instant | null;
}

/** A registered visit as the ledger counts it. Instants, so that the nights when the clocks change lose nothing. */
export interface LedgerVisit {
  readonly registrationId: string;
  readonly brukareId: string;
  readonly employeeId: string;
  readonly kind: TimeRegistration['kind'];
  /** Order of the planned visit it was registered on; null: nobody said which. */
  readonly plannedOrderId: string | null;
  readonly registered: VisitTimes;
  /** What a person said afterwards; it counts instead of the registered time, which stays. */
  readonly adjusted: VisitTimes | null;
}

/** An order with the visits that are agreed (or proposed) for it. */
export interface OrderWithTemplates {
  readonly order: RamtidOrder;
  readonly templates: readonly VisitTemplate[];
}

/** The times that count: the adjusted ones where there are any. */
export const countedTimes = ({ registered, adjusted }: LedgerVisit): VisitTimes => adjusted ?? registered;

/** Whole minutes since 1970, seconds cut off: a visit 08:00:40–08:30:10 is one of 30 minutes. */
export const epochMinuteOf = (instant: Instant): number => Math.floor(epochSecondsOf(instant) / 60);
