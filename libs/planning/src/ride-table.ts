/**
 * Rides between places of one mode, as a travel source answers them: row-major `from * places + to`, whole seconds and
 * metres, −1 where there is no way.
 */
export interface RideTable {
  readonly seconds: Int32Array;
  readonly meters: Int32Array;
  /** 1 where the cell is a straight-line estimate. */
  readonly estimated: Uint8Array;
}
