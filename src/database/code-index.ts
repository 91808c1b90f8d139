/**
 * The two names of a unit's records: the unit's own number (`code`, the id inside the domain) and the id in the
 * database.
 *
 * @example codes.employees.idOf('1001') // 'f3…'
 */
export class CodeIndex {
  private readonly ids: ReadonlyMap<string, string>;
  private readonly codes: ReadonlyMap<string, string>;

  constructor(
    private readonly recordKind: string,
    records: Iterable<{ readonly id: string; readonly code: string }>,
  ) {
    const pairs = [...records];
    this.ids = new Map(pairs.map(({ id, code }) => [code, id]));
    this.codes = new Map(pairs.map(({ id, code }) => [id, code]));
  }

  /** @throws Error when no record has the code: the caller mixed up units or snapshots */
  idOf(code: string): string {
    return this.found(this.ids.get(code));
  }

  /** @throws Error when no record has the id */
  codeOf(id: string): string {
    return this.found(this.codes.get(id));
  }

  /** Like {@link codeOf}, for references that may be empty. */
  codeOrNull(id: string | null): string | null {
    return id === null ? null : this.codeOf(id);
  }

  idOrNull(code: string | null): string | null {
    return code === null ? null : this.idOf(code);
  }

  hasCode(code: string): boolean {
    return this.ids.has(code);
  }

  hasId(id: string): boolean {
    return this.codes.has(id);
  }

  get allCodes(): readonly string[] {
    return [...this.ids.keys()];
  }

  /** The code may be a person's number: the message names only the kind of record. */
  private found(value: string | undefined): string {
    if (value === undefined) throw new Error(`unknown ${this.recordKind}`);
    return value;
  }
}
