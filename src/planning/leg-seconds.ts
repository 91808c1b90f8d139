import {
  type CareUnit,
  type Coordinate,
  type LegPartsOf,
  type LegSeconds,
  type TravelMode,
  type TravelPlace,
  type UnitSettings,
  type WeeklyPlan,
  doorOfBrukare,
  doorToDoorSeconds,
  legParts,
  type Leg,
} from '@hemtjanst/domain';
import type { TravelTimeSource } from '../travel/travel-time-source.js';

/** What each way of a plan takes from door to door, whole and in parts. */
export interface LegModel {
  readonly seconds: LegSeconds;
  readonly parts: LegPartsOf;
}

/** The whole seconds of {@link legModelOf}. */
export async function legSecondsOf(
  unit: CareUnit,
  plan: Pick<WeeklyPlan, 'routes'>,
  settings: UnitSettings,
  source: TravelTimeSource,
  signal?: AbortSignal,
): Promise<LegSeconds> {
  return (await legModelOf(unit, plan, settings, source, signal)).seconds;
}

/**
 * The legs of a plan's routes, asked anew from a travel source: nothing is taken from the plan but who goes where.
 * One table per work group and mode, since routes stay within a group.
 */
export async function legModelOf(
  unit: CareUnit,
  plan: Pick<WeeklyPlan, 'routes'>,
  settings: UnitSettings,
  source: TravelTimeSource,
  signal?: AbortSignal,
): Promise<LegModel> {
  const places = travelPlaces(unit);
  const rides = await askRides(unit, plan, places, source, signal);
  const legOf = (...[fromPlaceId, toPlaceId, mode, onDate]: Parameters<LegSeconds>): Leg | null => {
    const [from, to] = [places.get(fromPlaceId), places.get(toPlaceId)];
    if (from === undefined || to === undefined) return null;
    const needsRide = from.coordinate !== null && to.coordinate !== null;
    const rideSeconds = needsRide ? (rides.get(rideKey(fromPlaceId, toPlaceId, mode)) ?? -1) : 0;
    return rideSeconds < 0 ? null : { from, to, mode, onDate, rideSeconds };
  };
  return {
    seconds: (fromPlaceId, toPlaceId, mode, onDate) => {
      if (fromPlaceId === toPlaceId && places.has(fromPlaceId)) return { rideSeconds: 0, handlingSeconds: 0 };
      const leg = legOf(fromPlaceId, toPlaceId, mode, onDate);
      return leg === null ? null : doorToDoorSeconds(leg, settings);
    },
    parts: (fromPlaceId, toPlaceId, mode, onDate) => {
      if (fromPlaceId === toPlaceId && places.has(fromPlaceId)) return [];
      const leg = legOf(fromPlaceId, toPlaceId, mode, onDate);
      return leg === null ? null : legParts(leg, settings);
    },
  };
}

async function askRides(
  unit: CareUnit,
  plan: Pick<WeeklyPlan, 'routes'>,
  places: ReadonlyMap<string, TravelPlace>,
  source: TravelTimeSource,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number>> {
  const rides = new Map<string, number>();
  for (const { mode, placeIds } of tableQuestions(unit, plan)) {
    const located = [...placeIds].flatMap((placeId) => {
      const coordinate = places.get(placeId)?.coordinate ?? null;
      return coordinate === null ? [] : [{ placeId, coordinate }];
    });
    const table = await source.table(
      mode,
      located.map(({ coordinate }) => coordinate),
      signal,
    );
    located.forEach((from, row) => {
      located.forEach((to, column) => {
        rides.set(rideKey(from.placeId, to.placeId, mode), table.seconds[row * located.length + column]);
      });
    });
  }
  return rides;
}

const rideKey = (from: string, to: string, mode: TravelMode): string => `${mode}\n${from}\n${to}`;

function travelPlaces(unit: CareUnit): Map<string, TravelPlace> {
  const premises = unit.premises.map(({ id, coordinate }) => [`premises:${id}`, officePlace(coordinate)] as const);
  const addresses = unit.brukare.map((brukare) => [`brukare:${brukare.id}`, doorOfBrukare(brukare)] as const);
  return new Map<string, TravelPlace>([...premises, ...addresses]);
}

const officePlace = (coordinate: Coordinate): TravelPlace => ({
  kind: 'premises',
  coordinate,
  keyKind: 'nyckelfri',
  floor: 0,
  hasLift: false,
  doorMinutes: null,
});

/** Which places each mode is asked about, group by group. */
function tableQuestions(
  unit: CareUnit,
  { routes }: Pick<WeeklyPlan, 'routes'>,
): { readonly mode: TravelMode; readonly placeIds: ReadonlySet<string> }[] {
  const groupOfShift = new Map(unit.shifts.map((shift) => [shift.id, shift.workGroupId]));
  const questions = new Map<string, { mode: TravelMode; placeIds: Set<string> }>();
  for (const { shiftId, mode, stops } of routes) {
    const key = `${mode} ${groupOfShift.get(shiftId) ?? ''}`;
    const question = questions.get(key) ?? { mode, placeIds: new Set<string>() };
    questions.set(key, question);
    for (const { placeId } of stops) question.placeIds.add(placeId);
  }
  return [...questions.values()];
}
