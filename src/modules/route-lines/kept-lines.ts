import type { Coordinate, TravelMode } from '@hemtjanst/domain';

type Line = readonly (readonly [number, number])[];

/** Some 20 000 legs of 30 points are 10 MB: a month of a unit. */
const MOST_LINES = 20_000;

/** Lines drawn before, by version of the map; the longest unused go first. */
export class KeptLines {
  private readonly lines = new Map<string, Line | null>();

  /** Undefined: not drawn yet. Null: there is no way. */
  find(key: string): Line | null | undefined {
    const line = this.lines.get(key);
    if (line === undefined) return undefined;
    this.lines.delete(key);
    this.lines.set(key, line);
    return line;
  }

  keep(key: string, line: Line | null): void {
    this.lines.set(key, line);
    if (this.lines.size <= MOST_LINES) return;
    const [oldest] = this.lines.keys();
    if (oldest !== undefined) this.lines.delete(oldest);
  }
}

/** Coordinates to the millionth of a degree, as travel times are kept. */
export const lineKey = (mapId: string, mode: TravelMode, from: Coordinate, to: Coordinate): string =>
  [mapId, mode, ...[from.lon, from.lat, to.lon, to.lat].map((degrees) => Math.round(degrees * 1e6))].join(' ');
