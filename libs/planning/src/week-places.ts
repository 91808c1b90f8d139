import type { Brukare, Coordinate, PlaceId, Premises } from '@hemtjanst/domain';
import type { GroupWeek } from './week-scope.js';

/** One place of a group's week: the premises its shifts start from, or a brukare's address. */
export type WeekPlace =
  | {
      readonly placeId: PlaceId;
      readonly kind: 'premises';
      readonly premises: Premises;
      readonly coordinate: Coordinate;
    }
  | {
      readonly placeId: PlaceId;
      readonly kind: 'brukare';
      readonly brukare: Brukare;
      readonly coordinate: Coordinate | null;
    };

/** The places of a week in a fixed order: premises first, then brukare by the order of the unit. */
export interface WeekPlaces {
  readonly places: readonly WeekPlace[];
  readonly indexById: ReadonlyMap<PlaceId, number>;
  /** What the travel source is asked about: the places that have a coordinate, and where each is found in that question. */
  readonly coordinates: readonly Coordinate[];
  /** Per place: index in `coordinates`, or −1. */
  readonly coordinateIndex: readonly number[];
}

export const premisesPlaceId = (premisesId: string): PlaceId => `premises:${premisesId}`;
export const brukarePlaceId = (brukareId: string): PlaceId => `brukare:${brukareId}`;

/** @param alsoBrukareIds brukare without a visit in the week whose addresses are asked for as well. */
export function weekPlaces(groupWeek: GroupWeek, alsoBrukareIds: readonly string[]): WeekPlaces {
  const places = [...premisesOf(groupWeek), ...addressesOf(groupWeek, alsoBrukareIds)];
  const coordinates: Coordinate[] = [];
  const coordinateIndex = places.map((place) =>
    place.coordinate === null ? -1 : coordinates.push(place.coordinate) - 1,
  );
  return {
    places,
    indexById: new Map(places.map((place, index) => [place.placeId, index])),
    coordinates,
    coordinateIndex,
  };
}

function premisesOf({ unit, workGroup, shifts }: GroupWeek): WeekPlace[] {
  const used = new Set([workGroup.premisesId, ...shifts.map((shift) => shift.premisesId)]);
  return unit.premises
    .filter((premises) => used.has(premises.id))
    .map((premises) => ({
      placeId: premisesPlaceId(premises.id),
      kind: 'premises',
      premises,
      coordinate: premises.coordinate,
    }));
}

function addressesOf({ unit, demands }: GroupWeek, alsoBrukareIds: readonly string[]): WeekPlace[] {
  const visited = new Set([...demands.map((demand) => demand.brukareId), ...alsoBrukareIds]);
  return unit.brukare
    .filter((brukare) => visited.has(brukare.id))
    .map((brukare) => ({
      placeId: brukarePlaceId(brukare.id),
      kind: 'brukare',
      brukare,
      coordinate: brukare.coordinate,
    }));
}
