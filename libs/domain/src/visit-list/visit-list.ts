import type { InsatsCode } from '../genomforandeplan/insats.js';
import type { KeyKind } from '../people/people.js';
import type { Coordinate } from '../place/coordinate.js';
import type { Instant, LocalDate } from '../time/units.js';
import type { LegPart } from '../travel/leg-parts.js';
import type { TravelMode } from '../travel/travel-mode.js';
import type { RouteStopKind } from '../weekly-plan/weekly-plan.js';

/** One employee's day, as a phone or a printed list shows it. */
export interface VisitList {
  readonly employeeId: string;
  readonly onDate: LocalDate;
  /** Null where the employee has no route that day. */
  readonly shiftStartsAt: Instant | null;
  readonly shiftEndsAt: Instant | null;
  readonly stops: readonly VisitListStop[];
}

export interface VisitListStop {
  /** `meeting`: what the plan has as kringtid and is an APT, a course or the like. */
  readonly kind: RouteStopKind | 'meeting';
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Null unless kind is `visit`; so are the next ones. */
  readonly visitId: string | null;
  /** Null also for a protected identity that the employee is not named for. */
  readonly brukareId: string | null;
  /** Swedish: who or what. */
  readonly title: string;
  readonly address: string | null;
  readonly coordinate: Coordinate | null;
  readonly keyKind: KeyKind | null;
  readonly insatser: readonly InsatsCode[];
  /** Has not been at the brukare's within 14 days. */
  readonly isNewFace: boolean;
  /** The other one of a visit for two. */
  readonly withEmployeeId: string | null;
  /** Swedish, practical: way up, animals, language, key. Never about care. */
  readonly notes: readonly string[];
  /** The way to the next stop; null where the employee stays, or the day ends. */
  readonly nextRide: NextRide | null;
}

export interface NextRide {
  readonly mode: TravelMode;
  readonly travelSeconds: number;
  readonly handlingSeconds: number;
  readonly travelMeters: number;
  readonly isEstimated: boolean;
  /** What the handling is made of; empty where it is not known, or would tell of a protected address. */
  readonly handlingParts: readonly LegPart[];
}
