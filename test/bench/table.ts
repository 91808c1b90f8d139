/** Measured figures beside what was promised. */
export class Table {
  private readonly rows: (readonly [what: string, measured: string, promised: string])[] = [];

  /** @param limit the figure may not be above it; null: for information */
  add(what: string, measured: number, unit: string, limit: number | null): void {
    const shown = measured >= 100 ? measured.toFixed(0) : measured.toPrecision(3);
    const verdict = limit === null ? '' : `≤ ${limit} ${unit}${measured <= limit ? '' : ' **missed**'}`;
    this.rows.push([what, `${shown} ${unit}`, verdict]);
    process.stdout.write(`${what}: ${shown} ${unit}${verdict === '' ? '' : ` (${verdict})`}\n`);
  }

  toMarkdown(): string {
    const lines = this.rows.map((cells) => `| ${cells.join(' | ')} |`);
    return ['| what | measured | promised |', '|---|---|---|', ...lines, ''].join('\n');
  }
}
