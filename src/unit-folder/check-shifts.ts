import { formatMinuteOfDay, type ShiftRow } from '@hemtjanst/domain';
import type { ImportReport } from './import-fault.js';
import type { ReadRow } from './read-rows.js';
import type { UnitRows } from './unit-rows.js';

/** Nobody works two shifts at the same time. */
export function checkShifts({ shifts }: UnitRows, report: ImportReport): void {
  const latestByDay = new Map<string, ReadRow<ShiftRow>>();
  const inOrder = [...shifts.rows].sort((a, b) => a.record.startsAt - b.record.startsAt || a.number - b.number);
  for (const row of inOrder) {
    const day = `${row.record.employeeId} ${row.record.onDate}`;
    const earlier = latestByDay.get(day);
    if (earlier !== undefined && earlier.record.endsAt > row.record.startsAt) {
      report.fault({
        file: shifts.fileName,
        row: row.number,
        column: 'start',
        value: formatMinuteOfDay(row.record.startsAt),
        code: 'pass-overlappar',
        message: `Passet överlappar passet på rad ${earlier.number} för samma medarbetare.`,
        expected: `tidigast ${formatMinuteOfDay(earlier.record.endsAt)}`,
      });
    }
    if (earlier === undefined || row.record.endsAt > earlier.record.endsAt) latestByDay.set(day, row);
  }
}
