import type { VisitTemplate } from '@hemtjanst/domain';
import type { ImportReport } from './import-fault.js';
import type { ReadRow } from './read-rows.js';
import type { UnitRows } from './unit-rows.js';

/** Visits that follow each other belong to one brukare and never in a circle; two employees need an order for two. */
export function checkTemplates(rows: UnitRows, report: ImportReport): void {
  const templateById = new Map(rows.templates.rows.map((row) => [row.record.id, row.record]));
  const orderById = new Map(rows.orders.rows.map(({ record }) => [record.id, record]));
  const brukareOf = (template: VisitTemplate): string | undefined => orderById.get(template.orderId)?.brukareId;
  for (const row of rows.templates.rows) {
    checkPredecessor(row, templateById, brukareOf, rows.templates.fileName, report);
    noteUnorderedDouble(
      row,
      orderById.get(row.record.orderId)?.doubleStaffing ?? true,
      rows.templates.fileName,
      report,
    );
  }
}

function checkPredecessor(
  { number, record }: ReadRow<VisitTemplate>,
  templateById: ReadonlyMap<string, VisitTemplate>,
  brukareOf: (template: VisitTemplate) => string | undefined,
  file: string,
  report: ImportReport,
): void {
  const predecessor = templateById.get(record.gap?.afterTemplateId ?? '');
  if (predecessor === undefined) return;
  const fault = (code: string, message: string, expected: string): void =>
    report.fault({ file, row: number, column: 'efter', value: predecessor.id, code, message, expected });
  if (
    brukareOf(record) !== undefined &&
    brukareOf(predecessor) !== undefined &&
    brukareOf(record) !== brukareOf(predecessor)
  ) {
    fault('annan-kund', 'Besöket det ska komma efter hör till en annan kund.', 'mallnr för samma kund');
  }
  if (leadsBackTo(record.id, predecessor, templateById)) {
    fault('cirkel', 'Besöken kommer efter varandra i en cirkel.', 'en ordning som börjar någonstans');
  }
}

function leadsBackTo(id: string, start: VisitTemplate, templateById: ReadonlyMap<string, VisitTemplate>): boolean {
  const passed = new Set<string>();
  let current: VisitTemplate | undefined = start;
  while (current !== undefined && !passed.has(current.id)) {
    if (current.id === id) return true;
    passed.add(current.id);
    current = templateById.get(current.gap?.afterTemplateId ?? '');
  }
  return false;
}

function noteUnorderedDouble(
  { number, record }: ReadRow<VisitTemplate>,
  isOrdered: boolean,
  file: string,
  report: ImportReport,
): void {
  if (record.helper === null || isOrdered) return;
  report.note({
    file,
    row: number,
    column: 'personal',
    value: '2',
    code: 'dubbel-ej-bestalld',
    message: 'Besöket har två personal men beställningen saknar dubbelbemanning.',
  });
}
