import type { WeekSheetAnswer, WeekSheetChange, WeekSheetRow } from '@hemtjanst/contracts';
import { formatMinuteOfDay, minuteOfDay } from '@hemtjanst/domain';
import type { ListCell, ListFile } from '../../http/list-file.js';
import type { SheetVisitRow } from './week-sheet.repository.js';

export const sheetRow = (row: SheetVisitRow): WeekSheetRow => ({
  employeeId: row.employee_id,
  employeeCode: row.employee_code,
  employeeName: row.employee_name,
  date: row.on_date,
  startsAt: formatMinuteOfDay(minuteOfDay(row.starts_minute)),
  endsAt: formatMinuteOfDay(minuteOfDay(row.ends_minute)),
  minutes: row.ends_minute - row.starts_minute,
  brukareCode: row.brukare_code,
  insatser: [...row.insatser],
  withEmployeeCode: row.with_employee_code,
  plannedVisitId: row.visit_id,
});

/** What to key in again: visits by the demand they fulfil and the place of the employee in them, those that are alike left out. */
export function sheetChanges(
  before: readonly SheetVisitRow[],
  after: readonly SheetVisitRow[],
): readonly WeekSheetChange[] {
  const [known, now] = [rowsByPart(before), rowsByPart(after)];
  return [...new Set([...known.keys(), ...now.keys()])].sort().flatMap((part): readonly WeekSheetChange[] => {
    const [was, is] = [known.get(part), now.get(part)];
    const rows = { before: was === undefined ? null : sheetRow(was), after: is === undefined ? null : sheetRow(is) };
    if (was === undefined) return [{ change: 'added', brukareCode: is?.brukare_code ?? '', ...rows }];
    if (is === undefined) return [{ change: 'removed', brukareCode: was.brukare_code, ...rows }];
    return isSame(was, is) ? [] : [{ change: 'changed', brukareCode: is.brukare_code, ...rows }];
  });
}

/** A visit for two is two parts, in the order of the employees' numbers. */
function rowsByPart(rows: readonly SheetVisitRow[]): ReadonlyMap<string, SheetVisitRow> {
  const parts = new Map<string, SheetVisitRow>();
  for (const row of rows) {
    const first = `${row.demand_key} 1`;
    parts.set(parts.has(first) ? `${row.demand_key} 2` : first, row);
  }
  return parts;
}

const isSame = (a: SheetVisitRow, b: SheetVisitRow): boolean =>
  a.employee_id === b.employee_id &&
  a.on_date === b.on_date &&
  a.starts_minute === b.starts_minute &&
  a.ends_minute === b.ends_minute &&
  a.insatser.join() === b.insatser.join();

/** The week per person, each row saying whether it is new or another since the version before. */
export function weekSheetFile({ week, version, rows, changes }: WeekSheetAnswer): ListFile {
  const changeOf = new Map(changes.map((change) => [keyOf(change.after), change.change]));
  const cells = (row: WeekSheetRow, word: string): readonly ListCell[] => [
    row.employeeCode,
    row.employeeName,
    row.date,
    row.startsAt,
    row.endsAt,
    row.minutes,
    row.brukareCode,
    row.insatser.join(' '),
    row.withEmployeeCode,
    word,
  ];
  const removed = changes.flatMap(({ change, before }) => (change === 'removed' && before !== null ? [before] : []));
  return {
    name: `veckoplan-${week}-version-${version}`,
    sheetPer: ['anstnr', 'namn'],
    columns: [
      'anstnr',
      'namn',
      'datum',
      'start',
      'slut',
      'minuter',
      'kundnr',
      'insatser',
      'tillsammans_med',
      'andring',
    ],
    rows: [
      ...rows.map((row) => cells(row, WORDS[changeOf.get(keyOf(row)) ?? 'same'])),
      ...removed.map((row) => cells(row, WORDS.removed)),
    ],
  };
}

const keyOf = (row: WeekSheetRow | null): string => (row === null ? '' : `${row.plannedVisitId} ${row.employeeId}`);

const WORDS = { added: 'ny', changed: 'ändrad', removed: 'borttagen', same: '' } as const;
