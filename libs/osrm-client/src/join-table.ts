import { OsrmError } from './osrm-error.js';
import type { NearestAnswer, OsrmSnap, TableAnswer } from './read-answers.js';
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
  /** What `osrm-extract --data_version` was given; null where it was given nothing. */
  readonly dataVersion: string | null;
}

/** Times from m places to n others; row `i` column `j` is at `i × n + j`. Figures as in {@link OsrmTable}. */
export interface OsrmRectangle {
  readonly seconds: Int32Array;
  readonly meters: Int32Array;
  readonly fromSnapMeters: Float64Array;
  readonly toSnapMeters: Float64Array;
  readonly dataVersion: string | null;
}

interface TileRecord {
  readonly tile: TableTile;
  readonly answer: TableAnswer;
}

/** Puts the tiles of a matrix together. */
export class TableJoin {
  private readonly tiles: TileRecord[] = [];

  constructor(private readonly placeCount: number) {}

  /** @throws OsrmError OSRM_DATA_CHANGED where the tile was made from other map data than the ones before it */
  add(tile: TableTile, answer: TableAnswer): void {
    const first = this.tiles.at(0);
    if (first !== undefined && first.answer.dataVersion !== answer.dataVersion) {
      throw new OsrmError('OSRM_DATA_CHANGED', 'the server got other map data while the matrix was made');
    }
    this.tiles.push({ tile, answer });
  }

  result(): OsrmTable {
    const { placeCount } = this;
    const snapMeters = this.farthestSnaps();
    const cells = this.cells(placeCount, placeCount, 0, snapMeters);
    return { ...cells, snapMeters, dataVersion: this.dataVersion() };
  }

  /** The tiles' rows are the first `fromCount` places of the list, their columns the rest. */
  rectangle(fromCount: number): OsrmRectangle {
    const snapMeters = this.farthestSnaps();
    return {
      ...this.cells(fromCount, this.placeCount - fromCount, fromCount, snapMeters),
      fromSnapMeters: snapMeters.slice(0, fromCount),
      toSnapMeters: snapMeters.slice(fromCount),
      dataVersion: this.dataVersion(),
    };
  }

  /** The matrix of one place (or none). */
  withoutTrips(snaps: readonly NearestAnswer[]): OsrmTable {
    const cells = this.placeCount ** 2;
    const snapMeters = Float64Array.from(snaps, (snap) => snap.snapMeters);
    const dataVersion = snaps.at(0)?.dataVersion ?? null;
    return { seconds: new Int32Array(cells), meters: new Int32Array(cells), snapMeters, dataVersion };
  }

  private cells(
    rowCount: number,
    columnCount: number,
    firstColumn: number,
    snapMeters: Float64Array,
  ): { readonly seconds: Int32Array; readonly meters: Int32Array } {
    const seconds = new Int32Array(rowCount * columnCount).fill(unreachable);
    const meters = new Int32Array(rowCount * columnCount).fill(unreachable);
    for (const { tile, answer } of this.tiles) {
      // Where all places of a tile lie in a cut-off fragment, OSRM leaves them there, but moves them to the big
      // network in other tiles: times of two different places must not stand in one matrix.
      const isUsualColumn = tile.columns.map((to, column) => !isElsewhere(answer.columnSnaps[column], snapMeters[to]));
      tile.rows.forEach((from, row) => {
        if (isElsewhere(answer.rowSnaps[row], snapMeters[from])) return;
        const durations = answer.durations[row];
        const distances = answer.distances[row];
        const firstCell = from * columnCount - firstColumn;
        for (let column = 0; column < tile.columns.length; column++) {
          const duration = durations[column];
          const distance = distances[column];
          if (duration === null || distance === null || !isUsualColumn[column]) continue;
          seconds[firstCell + tile.columns[column]] = wholeFigure(duration);
          meters[firstCell + tile.columns[column]] = wholeFigure(distance);
        }
      });
    }
    return { seconds, meters };
  }

  private dataVersion(): string | null {
    return this.tiles.at(0)?.answer.dataVersion ?? null;
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

/** Rounded; every figure is known to be from 0 to what fits 32 bits, which is much faster to round than any number. */
function wholeFigure(figure: number): number {
  return (figure + 0.5) | 0;
}

/** More than rounding: the place was put on another street than in the other tiles. */
function isElsewhere(snap: OsrmSnap, usualMeters: number): boolean {
  return usualMeters - snap.snapMeters > 1;
}
