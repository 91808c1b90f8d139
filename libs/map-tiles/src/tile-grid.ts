import type { MapBounds, MapFeature, MapPoint } from './map-feature.js';

/** A square of the web's map: 2^z × 2^z of them cover the world, x eastwards and y southwards from the north-west. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The tile of a zoom that a point lies in. */
export function tileAt([lon, lat]: MapPoint, z: number): TileAddress {
  const count = 2 ** z;
  const radians = (lat * Math.PI) / 180;
  const northing = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
  return { z, x: within((lon + 180) / 360, count), y: within(northing, count) };
}

const within = (share: number, count: number): number => Math.min(count - 1, Math.max(0, Math.floor(share * count)));

/** The tiles of a zoom that a box touches, row by row. */
export function* tilesTouching([west, south, east, north]: MapBounds, z: number): Generator<TileAddress> {
  const [from, to] = [tileAt([west, north], z), tileAt([east, south], z)];
  for (let y = from.y; y <= to.y; y++) for (let x = from.x; x <= to.x; x++) yield { z, x, y };
}

/** The tiles of a deeper zoom that lie inside a tile. */
export function* tilesInside({ z, x, y }: TileAddress, deeper: number): Generator<TileAddress> {
  const side = 2 ** (deeper - z);
  for (let row = y * side; row < (y + 1) * side; row++) {
    for (let column = x * side; column < (x + 1) * side; column++) yield { z: deeper, x: column, y: row };
  }
}

/** The box around one thing. */
export function boundsOf({ geometry }: MapFeature): MapBounds {
  switch (geometry.type) {
    case 'Point':
      return boundsOfPoints([geometry.coordinates]);
    case 'LineString':
      return boundsOfPoints(geometry.coordinates);
    case 'MultiPolygon':
      return boundsOfPoints(geometry.coordinates.flat(2));
  }
}

/** The box around many boxes. */
export function boundsAround(boxes: Iterable<MapBounds>): MapBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return [west, south, east, north];
}

function boundsOfPoints(points: readonly MapPoint[]): MapBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}
