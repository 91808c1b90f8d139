import type { ImportReport } from './import-fault.js';
import type { ReadFile } from './read-rows.js';
import type { UnitRows } from './unit-rows.js';

/** Every id that points to another file must be there. */
export function checkReferences(rows: UnitRows, report: ImportReport): void {
  const {
    premises,
    workGroups,
    brukare,
    orders,
    templates,
    employees,
    shifts,
    meetings,
    absences,
    history,
    registrations,
  } = rows;
  refer(workGroups, 'lokal', (group) => group.premisesId, premises, report);
  refer(brukare, 'grupp', (person) => person.workGroupId, workGroups, report);
  refer(brukare, 'kontaktman', (person) => person.kontaktmanId, employees, report);
  refer(brukare, 'fast_omsorgskontakt', (person) => person.fastOmsorgskontaktId, employees, report);
  referAll(brukare, 'ej_personal', (person) => person.bannedEmployeeIds, employees, report);
  refer(orders, 'kundnr', (order) => order.brukareId, brukare, report);
  refer(templates, 'bestallningsnr', (template) => template.orderId, orders, report);
  refer(templates, 'efter', (template) => template.gap?.afterTemplateId ?? null, templates, report);
  refer(employees, 'grupp', (employee) => employee.workGroupId, workGroups, report);
  refer(shifts, 'anstnr', (shift) => shift.employeeId, employees, report);
  refer(shifts, 'lokal', (shift) => shift.premisesId, premises, report);
  refer(shifts, 'grupp', (shift) => shift.workGroupId, workGroups, report);
  refer(meetings, 'grupp', (meeting) => meeting.workGroupId, workGroups, report);
  refer(absences, 'anstnr', ({ person }) => (person.kind === 'employee' ? person.id : null), employees, report);
  refer(absences, 'kundnr', ({ person }) => (person.kind === 'brukare' ? person.id : null), brukare, report);
  refer(history, 'kundnr', (visit) => visit.brukareId, brukare, report);
  refer(history, 'anstnr', (visit) => visit.employeeId, employees, report);
  refer(registrations, 'kundnr', (registration) => registration.brukareId, brukare, report);
  refer(registrations, 'anstnr', (registration) => registration.employeeId, employees, report);
}

function refer<Row, Target>(
  from: ReadFile<Row>,
  column: string,
  idOf: (record: Row) => string | null,
  to: ReadFile<Target>,
  report: ImportReport,
): void {
  const idsOf = (record: Row): readonly string[] => {
    const id = idOf(record);
    return id === null ? [] : [id];
  };
  referAll(from, column, idsOf, to, report);
}

function referAll<Row, Target>(
  { fileName, rows }: ReadFile<Row>,
  column: string,
  idsOf: (record: Row) => readonly string[],
  to: ReadFile<Target>,
  report: ImportReport,
): void {
  const known = to.ids;
  if (known === null) return;
  for (const { number, record } of rows) {
    for (const id of idsOf(record)) {
      if (known.has(id)) continue;
      const meant = likelyMeant(id, known);
      report.fault({
        file: fileName,
        row: number,
        column,
        value: id,
        code: 'okand-referens',
        message: `Numret finns inte i ${to.fileName}.`,
        expected: meant === null ? `ett nummer som finns i ${to.fileName}` : `kanske ${meant}`,
      });
    }
  }
}

/** Spreadsheets drop leading zeros: 42 was 0042. */
function likelyMeant(id: string, known: ReadonlySet<string>): string | null {
  const withoutZeros = (text: string): string => text.replace(/^0+/, '');
  return [...known].find((candidate) => withoutZeros(candidate) === withoutZeros(id)) ?? null;
}
