import {
  type LocalDate,
  type TravelMode,
  type TravelPlace,
  type UnitSettings,
  TRAVEL_MODES,
  doorOfBrukare,
  doorToDoorSeconds,
} from '@hemtjanst/domain';
import type { RideTable } from './ride-table.js';
import type { WeekPlace, WeekPlaces } from './week-places.js';

/** Every leg of one mode between the places of a week, split in its parts; row-major `from * places + to`. */
export interface LegTimes {
  readonly mode: TravelMode;
  readonly rideSeconds: Int32Array;
  readonly handlingSeconds: Int32Array;
  readonly meters: Int32Array;
  readonly estimated: Uint8Array;
}

/** A leg longer than this is no leg: the pair cannot be reached and no visit may follow over it. */
export const UNREACHABLE_SECONDS = 7 * 86_400;

/**
 * Adds the door-to-door model to the rides of the travel source. Places without a coordinate (protected addresses) take
 * the manual minutes of the settings, in both directions.
 *
 * @param onDate a date of the planned week: its month decides the winter factor.
 */
export function legTimes(
  mode: TravelMode,
  week: WeekPlaces,
  rides: RideTable,
  settings: UnitSettings,
  onDate: LocalDate,
): LegTimes {
  const count = week.places.length;
  const legs: LegTimes = {
    mode,
    rideSeconds: new Int32Array(count * count),
    handlingSeconds: new Int32Array(count * count),
    meters: new Int32Array(count * count),
    estimated: new Uint8Array(count * count),
  };
  week.places.forEach((from, fromIndex) => {
    week.places.forEach((to, toIndex) => {
      if (fromIndex !== toIndex)
        writeLeg(legs, fromIndex * count + toIndex, from, to, rideOf(week, rides, fromIndex, toIndex));
    });
  });
  return legs;

  function writeLeg(target: LegTimes, cell: number, from: WeekPlace, to: WeekPlace, ride: Ride): void {
    const parts = doorToDoorSeconds(
      { from: travelPlace(from), to: travelPlace(to), mode, rideSeconds: ride.seconds, onDate },
      settings,
    );
    target.rideSeconds[cell] = ride.seconds === UNREACHABLE_SECONDS ? UNREACHABLE_SECONDS : parts.rideSeconds;
    target.handlingSeconds[cell] = parts.handlingSeconds;
    target.meters[cell] = ride.meters;
    target.estimated[cell] = ride.estimated;
  }
}

interface Ride {
  readonly seconds: number;
  readonly meters: number;
  readonly estimated: 0 | 1;
}

function rideOf(week: WeekPlaces, rides: RideTable, fromIndex: number, toIndex: number): Ride {
  const from = week.coordinateIndex[fromIndex];
  const to = week.coordinateIndex[toIndex];
  // A manual time is taken instead of the ride where an end has no coordinate.
  if (from < 0 || to < 0) return { seconds: 0, meters: 0, estimated: 0 };
  const cell = from * week.coordinates.length + to;
  if (rides.seconds[cell] < 0) return { seconds: UNREACHABLE_SECONDS, meters: 0, estimated: 0 };
  return {
    seconds: rides.seconds[cell],
    meters: Math.max(0, rides.meters[cell]),
    estimated: rides.estimated[cell] === 1 ? 1 : 0,
  };
}

/** A place as the door-to-door model sees it. */
function travelPlace(place: WeekPlace): TravelPlace {
  const { kind, coordinate } = place;
  return place.kind === 'brukare'
    ? doorOfBrukare(place.brukare)
    : { kind, coordinate, keyKind: 'nyckelfri', floor: 0, hasLift: false, doorMinutes: null };
}

/**
 * Door-to-door seconds for the solver, rounded up to whole minutes: visits start on whole minutes, so that a visit list
 * never says 07:13:25, and the rounding is always in the employee's favour.
 */
export function solverTravel(legs: LegTimes): Int32Array {
  return legs.rideSeconds.map((ride, cell) =>
    ride === UNREACHABLE_SECONDS ? UNREACHABLE_SECONDS : Math.ceil((ride + legs.handlingSeconds[cell]) / 60) * 60,
  );
}

export const modesOf = (modes: Iterable<TravelMode>): TravelMode[] => {
  const used = new Set(modes);
  return TRAVEL_MODES.filter((mode) => used.has(mode));
};
