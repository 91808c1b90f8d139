import { Injectable } from '@nestjs/common';
import { localDate, minuteOfDay, type HistoryVisit } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import type { DateRange } from '../../database/date-range.js';

interface HistoryRow {
  readonly brukare_id: string;
  readonly employee_id: string;
  readonly on_date: string;
  readonly starts_minute: number;
  readonly ends_minute: number;
  readonly kind: string;
}

/** Names of what a visit refers to. */
export interface VisitHistoryReferences {
  readonly brukare: CodeIndex;
  readonly employees: CodeIndex;
}

/** Visits done before the planned weeks; thousands of rows, so read and written without objects between. */
@Injectable()
export class VisitHistoryRepository {
  constructor(private readonly database: Database) {}

  async findBetween(
    unitId: string,
    range: DateRange | null,
    { brukare, employees }: VisitHistoryReferences,
  ): Promise<readonly HistoryVisit[]> {
    const rows = await this.database.rows<HistoryRow>(
      `SELECT brukare_id, employee_id, on_date, starts_minute, ends_minute, kind FROM history_visit
       WHERE unit_id = $1 AND ($2::date IS NULL OR on_date BETWEEN $2::date AND $3::date)
       ORDER BY on_date, starts_minute, brukare_id, employee_id`,
      [unitId, range?.from ?? null, range?.to ?? null],
    );
    return rows.map((row) => ({
      brukareId: brukare.codeOf(row.brukare_id),
      employeeId: employees.codeOf(row.employee_id),
      onDate: localDate(row.on_date),
      startsAt: minuteOfDay(row.starts_minute),
      endsAt: minuteOfDay(row.ends_minute),
      kind: row.kind,
    }));
  }

  async import(
    unitId: string,
    visits: readonly HistoryVisit[],
    { brukare, employees }: VisitHistoryReferences,
  ): Promise<ImportedTable> {
    const incoming = visits.map((visit) => ({
      brukare_id: brukare.idOf(visit.brukareId),
      employee_id: employees.idOf(visit.employeeId),
      on_date: visit.onDate,
      starts_minute: visit.startsAt,
      ends_minute: visit.endsAt,
      kind: visit.kind,
    }));
    // One visit told twice is one visit: the last row says how it ended.
    const touched = await this.database.rows<{ is_new: boolean }>(
      `INSERT INTO history_visit AS kept (unit_id, brukare_id, employee_id, on_date, starts_minute, ends_minute, kind)
       SELECT DISTINCT ON (on_date, brukare_id, employee_id, starts_minute)
         $1::uuid, brukare_id, employee_id, on_date, starts_minute, ends_minute, kind
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (
         brukare_id uuid, employee_id uuid, on_date date, starts_minute smallint, ends_minute smallint, kind text
       )) WITH ORDINALITY AS visit (brukare_id, employee_id, on_date, starts_minute, ends_minute, kind, place)
       ORDER BY on_date, brukare_id, employee_id, starts_minute, place DESC
       ON CONFLICT (unit_id, on_date, brukare_id, employee_id, starts_minute) DO UPDATE
       SET ends_minute = excluded.ends_minute, kind = excluded.kind
       WHERE (kept.ends_minute, kept.kind) IS DISTINCT FROM (excluded.ends_minute, excluded.kind)
       RETURNING (xmax = 0) AS is_new`,
      [unitId, JSON.stringify(incoming)],
    );
    const added = touched.filter((row) => row.is_new).length;
    return importedTable('historik.csv', {
      added,
      changed: touched.length - added,
      unchanged: visits.length - touched.length,
    });
  }
}
