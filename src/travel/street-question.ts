import type { Coordinate, TravelMode } from '@hemtjanst/domain';

/** What the street thread is started with. */
export interface StreetThreadSettings {
  readonly mapPath: string;
  /** Where finished graphs are kept; null: nowhere. */
  readonly graphFolder: string | null;
}

/** From one place to another. */
export interface StreetLeg {
  readonly from: Coordinate;
  readonly to: Coordinate;
}

/** A way on the map: [lon, lat] from door to door, both moved to their street. */
export type StreetLine = readonly (readonly [number, number])[];

/** What the service asks the street thread. */
export type StreetQuestion =
  | {
      readonly id: number;
      readonly kind: 'table';
      readonly mode: TravelMode;
      readonly from: readonly Coordinate[];
      /** Null: to the same places. */
      readonly to: readonly Coordinate[] | null;
    }
  | { readonly id: number; readonly kind: 'lines'; readonly mode: TravelMode; readonly legs: readonly StreetLeg[] };

/** What the street thread answers. */
export type StreetAnswer =
  | {
      readonly id: number;
      readonly kind: 'table';
      readonly mapId: string;
      readonly seconds: Int32Array;
      readonly meters: Int32Array;
      readonly fromSnapMeters: Float64Array;
      readonly toSnapMeters: Float64Array;
    }
  /** One line per leg; null where there is no way. */
  | {
      readonly id: number;
      readonly kind: 'lines';
      readonly mapId: string;
      readonly lines: readonly (StreetLine | null)[];
    }
  /** `map-fault`: the map cannot be used, something else may stand in. `fault`: an error in the program. */
  | { readonly id: number; readonly kind: 'map-fault' | 'fault'; readonly message: string };
