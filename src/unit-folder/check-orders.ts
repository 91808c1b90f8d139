import type { RamtidOrder } from '@hemtjanst/domain';
import type { ImportReport } from './import-fault.js';
import type { ReadRow } from './read-rows.js';
import type { UnitRows } from './unit-rows.js';

/** Two orders of the same kind at the same time are unusual but happen when one replaces another: told, not refused. */
export function checkOrders({ orders }: UnitRows, report: ImportReport): void {
  for (const sameKind of groupsOf(orders.rows)) {
    sameKind.forEach((later, index) => {
      const earlier = sameKind.slice(0, index).find((candidate) => overlap(candidate.record, later.record));
      if (earlier === undefined) return;
      report.note({
        file: orders.fileName,
        row: later.number,
        column: 'fran',
        value: later.record.id,
        code: 'bestallningar-overlappar',
        message: `Beställningen gäller samtidigt som beställningen på rad ${earlier.number}, av samma typ för samma kund.`,
      });
    });
  }
}

function groupsOf(rows: readonly ReadRow<RamtidOrder>[]): Iterable<readonly ReadRow<RamtidOrder>[]> {
  const groups = new Map<string, ReadRow<RamtidOrder>[]>();
  for (const row of rows) {
    const key = `${row.record.brukareId} ${row.record.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups.values();
}

const overlap = (a: RamtidOrder, b: RamtidOrder): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
