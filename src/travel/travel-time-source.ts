import type { Coordinate, TravelMode } from '@hemtjanst/domain';

/** Where travel times come from; a plan says it wherever it is shown. */
export type TravelSourceKind = 'street-network' | 'osrm' | 'estimate';

/** No way between two places. */
export const UNREACHABLE = -1;

/** Times and distances between all pairs of n places; row `i` column `j` is at `i × n + j`. No handling time is in here. */
export interface TravelTable {
  /** Whole seconds of riding or walking, {@link UNREACHABLE} where there is no way. */
  readonly seconds: Int32Array;
  /** Whole metres along the way, {@link UNREACHABLE} where there is no way. */
  readonly meters: Int32Array;
  /** Straight metres from each place to its street: a large figure means a wrong coordinate. `Infinity`: no street near. */
  readonly snapMeters: Float64Array;
  /** 1 for each cell that is a straight-line estimate and not a way on streets. */
  readonly estimated: Uint8Array;
  /** What made this table, and on which map: after a fallback this is not what was asked first. */
  readonly source: TravelSourceKind;
  readonly mapId: string;
}

/** The port behind which travel times are made: real streets inside the service, an OSRM server, or an estimate. */
export interface TravelTimeSource {
  readonly kind: TravelSourceKind;
  /** Names the map and the rules: times of different ids are never mixed. */
  readonly mapId: string;
  /** @throws TravelSourceError where the source cannot answer at all; a pair without a way is a cell, not an error. */
  table(mode: TravelMode, places: readonly Coordinate[], signal?: AbortSignal): Promise<TravelTable>;
  close?(): Promise<void>;
}

/** Times from m places to n others; row `i` column `j` is at `i × n + j`. Figures as in {@link TravelTable}. */
export interface TravelRectangle {
  readonly seconds: Int32Array;
  readonly meters: Int32Array;
  readonly fromSnapMeters: Float64Array;
  readonly toSnapMeters: Float64Array;
  readonly mapId: string;
}

/** A source of real ways whose answers may be kept: it can be asked for a row and a column, and for the version of its map. */
export interface KeepableSource extends TravelTimeSource {
  /**
   * The version of the map that the mode is answered from just now; null where the source cannot tell, so that nothing
   * may be kept. Starts with the source's own `mapId`.
   *
   * @throws TravelSourceError where the source does not answer
   */
  mapIdNow(mode: TravelMode, place: Coordinate, signal?: AbortSignal): Promise<string | null>;
  rectangle(
    mode: TravelMode,
    from: readonly Coordinate[],
    to: readonly Coordinate[],
    signal?: AbortSignal,
  ): Promise<TravelRectangle>;
}

/** What can be wrong with a travel source. */
export type TravelSourceErrorCode =
  | 'TRAVEL_OPTION_UNKNOWN'
  | 'TRAVEL_MAP_UNUSABLE'
  | 'TRAVEL_SOURCE_DOWN'
  | 'TRAVEL_MODE_MISSING'
  | 'TRAVEL_PROFILE_WRONG';

/** A travel source that cannot answer; the message says what to do. */
export class TravelSourceError extends Error {
  constructor(
    readonly code: TravelSourceErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'TravelSourceError';
  }
}
