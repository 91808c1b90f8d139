/** Where a work group's brukare live: a GeoJSON Polygon or MultiPolygon in WGS 84, lon before lat. */
export interface WorkGroupArea {
  readonly workGroupId: string;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
}

/** Closed: the first and last position are the same. */
export type Ring = readonly (readonly [lon: number, lat: number])[];
