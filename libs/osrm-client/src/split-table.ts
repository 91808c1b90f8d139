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
