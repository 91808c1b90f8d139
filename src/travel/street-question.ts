import type { Coordinate, TravelMode } from '@hemtjanst/domain';

/** What the street thread is started with. */
export interface StreetThreadSettings {
  readonly mapPath: string;
  /** Where finished graphs are kept; null: nowhere. */
  readonly graphFolder: string | null;
}

/** What the service asks the street thread. */
export interface StreetQuestion {
  readonly id: number;
  readonly mode: TravelMode;
  readonly from: readonly Coordinate[];
  /** Null: to the same places. */
  readonly to: readonly Coordinate[] | null;
}

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
  /** `map-fault`: the map cannot be used, something else may stand in. `fault`: an error in the program. */
  | { readonly id: number; readonly kind: 'map-fault' | 'fault'; readonly message: string };
