import type { Coordinate, TravelMode } from '@hemtjanst/domain';

/** A coordinate as whole millionths of a degree (10 cm): what kept travel times are found by. No name, no id of anybody. */
export interface PlaceKey {
  readonly lonMicrodegrees: number;
  readonly latMicrodegrees: number;
}

/** Kept times between some places; row `i` column `j` is at `i × n + j`. */
export interface KeptTimes {
  readonly seconds: Int32Array;
  readonly meters: Int32Array;
  /** 1 where the pair is kept. */
  readonly isKept: Uint8Array;
  /** NaN where nothing is kept for the place. */
  readonly snapMeters: Float64Array;
}

/** New times of one place to some others, by their position in the list of places. */
export interface NewRow {
  readonly from: number;
  readonly snapMeters: number;
  readonly to: readonly number[];
  readonly seconds: readonly number[];
  readonly meters: readonly number[];
}

/** Where real travel times are kept between plans, by map version and mode. Estimates are never put here. */
export interface TravelCache {
  /** The times among the places that are kept for this version of the map. */
  load(mapId: string, mode: TravelMode, places: readonly PlaceKey[]): Promise<KeptTimes>;
  save(mapId: string, mode: TravelMode, places: readonly PlaceKey[], rows: readonly NewRow[]): Promise<void>;
  /** Notes that this version of a source's map is the one in use. */
  noteVersion(mapId: string, mode: TravelMode): Promise<void>;
  /** The version last noted for a source that does not answer now; null where none is known. */
  latestVersion(sourceMapId: string, mode: TravelMode): Promise<string | null>;
}

export function placeKeyOf({ lon, lat }: Coordinate): PlaceKey {
  return { lonMicrodegrees: Math.round(lon * 1e6), latMicrodegrees: Math.round(lat * 1e6) };
}

/** The place itself: times are asked for the rounded place, so that it does not matter who asked first. */
export function coordinateOf({ lonMicrodegrees, latMicrodegrees }: PlaceKey): Coordinate {
  return { lon: lonMicrodegrees / 1e6, lat: latMicrodegrees / 1e6 };
}
