/** One way to serve some rows at once: for example a route with its visits. */
export interface Column {
  /** The rows it covers, numbered from 0, each once. */
  readonly rows: readonly number[];
  readonly cost: number;
  /** What it uses one of: a fleet of like vehicles, a shift. */
  readonly resource: number;
}

/**
 * Remembers the cheapest column for each set of rows and resource, and forgets the longest unseen when there are too many.
 */
export class RoutePool<C extends Column = Column> {
  private readonly columns = new Map<string, C>();

  constructor(private readonly most: number) {}

  get size(): number {
    return this.columns.size;
  }

  /** @returns the column that is kept: this one, or a known one over the same rows that costs no more. */
  add(column: C): C {
    const key = keyOf(column);
    const known = this.columns.get(key);
    // Set anew even where the known one is kept: the map's order is that of the last sight.
    this.columns.delete(key);
    const kept = known !== undefined && known.cost <= column.cost ? known : column;
    this.columns.set(key, kept);
    if (this.columns.size > this.most) this.forgetOldest();
    return kept;
  }

  all(): readonly C[] {
    return [...this.columns.values()];
  }

  private forgetOldest(): void {
    const oldest = this.columns.keys().next();
    if (oldest.done !== true) this.columns.delete(oldest.value);
  }
}

/** The rows in ascending order, as text: two routes over the same visits in another order are one column. */
function keyOf({ rows, resource }: Column): string {
  return `${resource}:${Uint16Array.from(rows).sort().join()}`;
}
