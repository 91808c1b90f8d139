/** A part of a matrix: the places of its rows and of its columns, as indexes into the whole list. */
export interface TableTile {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Cuts an n × n matrix into tiles of at most `side` × `side` cells. The default server answers 100² cells, and a
 * tile of 100 + 100 places stays below the 7 kB of URL that every proxy lets through. Blocks are of even size, so that
 * none is left with a single place: OSRM refuses a table of one coordinate.
 *
 * @param side at least 3
 */
export function splitTable(placeCount: number, side: number): TableTile[] {
  const blockCount = Math.ceil(placeCount / side);
  const blocks = Array.from({ length: blockCount }, (_, block) => {
    const first = Math.floor((block * placeCount) / blockCount);
    const end = Math.floor(((block + 1) * placeCount) / blockCount);
    return Array.from({ length: end - first }, (__, offset) => first + offset);
  });
  return blocks.flatMap((rows) => blocks.map((columns) => ({ rows, columns })));
}

/** The most places in one direction of a tile: 300 + 1 of them are 6 kB of URL. */
const longestTileSide = 300;

/**
 * Cuts the matrix from some places to some others into tiles of at most `side`² cells. Few rows make wide tiles: a new
 * address against 850 known ones is three requests and not nine.
 *
 * @param rows indexes of the places in the whole list, as are `columns`
 */
export function splitRectangle(rows: readonly number[], columns: readonly number[], side: number): TableTile[] {
  const rowBlocks = blocksOf(rows, tileLength(side, columns.length));
  return rowBlocks.flatMap((rowBlock) =>
    blocksOf(columns, tileLength(side, rowBlock.length)).map((columnBlock) => ({
      rows: rowBlock,
      columns: columnBlock,
    })),
  );
}

/** How long a tile may be in one direction when the other holds so many places. */
function tileLength(side: number, across: number): number {
  return Math.max(side, Math.min(longestTileSide, Math.floor(side ** 2 / Math.max(1, across))));
}

function blocksOf(places: readonly number[], length: number): number[][] {
  const count = Math.ceil(places.length / length);
  return Array.from({ length: count }, (_, block) => places.slice(block * length, (block + 1) * length));
}

/** Runs the work on all items, so many at a time. The first failure is thrown; what had not begun is never begun. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let isStopped = false;
  const runner = async (): Promise<void> => {
    while (next < items.length && !isStopped) {
      const item = items[next++];
      try {
        await work(item);
      } catch (error) {
        isStopped = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, runner));
}
