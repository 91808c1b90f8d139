import type { OsrmSnap, TableAnswer } from './read-answers.js';
import type { TableTile } from './split-table.js';

/** No way between two places. */
const unreachable = -1;

/** A matrix of n places; row `i` column `j` is at `i × n + j`. */
export interface OsrmTable {
  /** Whole seconds, −1 where there is no way. */
  readonly seconds: Int32Array;
  /** Whole metres of the fastest way, −1 where there is no way. */
  readonly meters: Int32Array;
  /** Straight metres from each place to the street OSRM put it on, however far: check it. */
  readonly snapMeters: Float64Array;
}

interface TileRecord {
  readonly tile: TableTile;
  readonly answer: TableAnswer;
}

/** Puts the tiles of a matrix together. */
export class TableJoin {
  private readonly tiles: TileRecord[] = [];

  constructor(private readonly placeCount: number) {}

  add(tile: TableTile, answer: TableAnswer): void {
    this.tiles.push({ tile, answer });
  }

  result(): OsrmTable {
    const { placeCount } = this;
    const seconds = new Int32Array(placeCount ** 2).fill(unreachable);
    const meters = new Int32Array(placeCount ** 2).fill(unreachable);
    const snapMeters = this.farthestSnaps();
    for (const { tile, answer } of this.tiles) {
      tile.rows.forEach((from, row) => {
        tile.columns.forEach((to, column) => {
          const duration = answer.durations[row][column];
          const distance = answer.distances[row][column];
          if (duration === null || distance === null) return;
          // Where all places of a tile lie in a cut-off fragment, OSRM leaves them there, but moves them to the big
          // network in other tiles: times of two different places must not stand in one matrix.
          if (isElsewhere(answer.rowSnaps[row], snapMeters[from])) return;
          if (isElsewhere(answer.columnSnaps[column], snapMeters[to])) return;
          seconds[from * placeCount + to] = Math.round(duration);
          meters[from * placeCount + to] = Math.round(distance);
        });
      });
    }
    return { seconds, meters, snapMeters };
  }

  /** The matrix of one place (or none). */
  withoutTrips(snaps: readonly OsrmSnap[]): OsrmTable {
    const cells = this.placeCount ** 2;
    const snapMeters = Float64Array.from(snaps, (snap) => snap.snapMeters);
    return { seconds: new Int32Array(cells), meters: new Int32Array(cells), snapMeters };
  }

  private farthestSnaps(): Float64Array {
    const farthest = new Float64Array(this.placeCount);
    for (const { tile, answer } of this.tiles) {
      tile.rows.forEach((place, row) => {
        farthest[place] = Math.max(farthest[place], answer.rowSnaps[row].snapMeters);
      });
      tile.columns.forEach((place, column) => {
        farthest[place] = Math.max(farthest[place], answer.columnSnaps[column].snapMeters);
      });
    }
    return farthest;
  }
}

/** More than rounding: the place was put on another street than in the other tiles. */
function isElsewhere(snap: OsrmSnap, usualMeters: number): boolean {
  return usualMeters - snap.snapMeters > 1;
}
