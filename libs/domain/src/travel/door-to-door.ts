import type { Brukare, KeyKind } from '../people/people.js';
import type { Coordinate } from '../place/coordinate.js';
import type { LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { keySeconds, wayUpSeconds, winterFactor } from './leg-factors.js';
import type { TravelMode } from './travel-mode.js';

/** A place an employee goes to or comes from, with what the door takes. */
export interface TravelPlace {
  readonly kind: 'premises' | 'brukare';
  /** Null: a protected address; the way there has a manual time. */
  readonly coordinate: Coordinate | null;
  readonly keyKind: KeyKind;
  readonly floor: number;
  readonly hasLift: boolean;
  /** Measured at this address, instead of what key, floor and lift take; null: not measured. */
  readonly doorMinutes: number | null;
}

/** The address of a brukare as a place on a route. */
export function doorOfBrukare(brukare: Brukare): TravelPlace {
  const { coordinate, keyKind, floor, hasLift, doorMinutes } = brukare;
  return { kind: 'brukare', coordinate, keyKind, floor, hasLift, doorMinutes };
}

/** The parts of the time from door to door, in whole seconds. */
export interface DoorToDoor {
  /** In the saddle, on foot or at the wheel, winter included. */
  readonly rideSeconds: number;
  /** Lock, unlock, park, entrance, key, stairs. */
  readonly handlingSeconds: number;
}

export type TravelSettings = Pick<
  UnitSettings,
  | 'handlingSeconds'
  | 'sameEntranceSeconds'
  | 'metalKeySeconds'
  | 'portCodeSeconds'
  | 'stairsSecondsPerFloor'
  | 'liftSeconds'
  | 'minimumDoorToDoorSeconds'
  | 'winterFactor'
  | 'winterMonths'
  | 'protectedTravelMinutes'
>;

/** Where one leg goes, and on which day. */
export interface Leg {
  readonly from: TravelPlace;
  readonly to: TravelPlace;
  readonly mode: TravelMode;
  readonly onDate: LocalDate;
  /** From the travel source, without winter and handling; not read where a coordinate is missing or both are the same. */
  readonly rideSeconds: number;
}

/**
 * What a leg takes from door to door (domain.md section 7 and 11).
 *
 * - Behind the same entrance (same coordinate): no ride, `sameEntranceSeconds` and the door of the brukare.
 * - A protected address without coordinate: `protectedTravelMinutes` for the whole way, there and back.
 * - Otherwise the ride, by bike times the winter factor in winter, and handling; together at least
 *   `minimumDoorToDoorSeconds`, what is missing counted as handling.
 *
 * @example doorToDoorSeconds({ rideSeconds: 240, mode: 'elcykel', onDate: '2026-03-02', … }, settings)
 * // { rideSeconds: 288, handlingSeconds: 180 }: March is winter, 240 × 1.2; three minutes for lock and entrance
 */
export function doorToDoorSeconds(leg: Leg, settings: TravelSettings): DoorToDoor {
  const { from, to, mode } = leg;
  if (from.coordinate === null || to.coordinate === null) {
    return { rideSeconds: settings.protectedTravelMinutes * 60, handlingSeconds: 0 };
  }
  const handling = handlingSeconds(to, from, mode, settings);
  if (isSameEntrance(from, to)) return { rideSeconds: 0, handlingSeconds: handling };
  const rideSeconds = Math.ceil(leg.rideSeconds * winterFactor(mode, leg.onDate, settings));
  return { rideSeconds, handlingSeconds: Math.max(handling, settings.minimumDoorToDoorSeconds - rideSeconds) };
}

/** What comes on top of the ride at the stop one arrives at; nobody who stays in a home has a leg to it. */
export function handlingSeconds(
  to: TravelPlace,
  from: TravelPlace,
  mode: TravelMode,
  settings: TravelSettings,
): number {
  if (to.coordinate === null || from.coordinate === null) return 0;
  const arrival = isSameEntrance(from, to) ? settings.sameEntranceSeconds : settings.handlingSeconds[mode];
  return arrival + doorOf(to, settings);
}

/** Exactly the same coordinate: one entrance. */
export const isSameEntrance = (from: TravelPlace, to: TravelPlace): boolean =>
  from.coordinate !== null &&
  to.coordinate !== null &&
  from.coordinate.lat === to.coordinate.lat &&
  from.coordinate.lon === to.coordinate.lon;

/** Key and way up at a brukare; the premises have neither. */
function doorOf(place: TravelPlace, settings: TravelSettings): number {
  if (place.kind === 'premises') return 0;
  if (place.doorMinutes !== null) return place.doorMinutes * 60;
  return keySeconds(place.keyKind, settings) + wayUpSeconds(place, settings);
}
