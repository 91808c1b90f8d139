import type { Coordinate, TravelMode } from '@hemtjanst/domain';

/** What the service asks the street thread. */
export interface StreetQuestion {
  readonly id: number;
  readonly mode: TravelMode;
  readonly places: readonly Coordinate[];
}

/** What the street thread answers. */
export type StreetAnswer =
  | {
      readonly id: number;
      readonly kind: 'table';
      readonly mapId: string;
      readonly seconds: Int32Array;
      readonly meters: Int32Array;
      readonly snapMeters: Float64Array;
    }
  /** `map-fault`: the map cannot be used, something else may stand in. `fault`: an error in the program. */
  | { readonly id: number; readonly kind: 'map-fault' | 'fault'; readonly message: string };
