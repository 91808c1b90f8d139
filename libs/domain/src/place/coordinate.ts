/** WGS 84, decimal degrees. */
export interface Coordinate {
  readonly lat: number;
  readonly lon: number;
}

/** Rough box around Sweden: a coordinate outside it is swapped, in another reference system, or mistyped. */
export const SWEDEN = { south: 55.0, north: 69.2, west: 10.5, east: 24.3 } as const;

export const isInSweden = ({ lat, lon }: Coordinate): boolean =>
  lat >= SWEDEN.south && lat <= SWEDEN.north && lon >= SWEDEN.west && lon <= SWEDEN.east;
