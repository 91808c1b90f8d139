import { Injectable } from '@nestjs/common';
import type { InsatsCode } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';

export interface StoredExtraVisit {
  readonly id: string;
  readonly unitId: string;
  readonly brukareId: string;
  readonly orderId: string;
  readonly onDate: string;
  readonly earliestMinute: number;
  readonly latestMinute: number;
  readonly serviceMinutes: number;
  readonly doubleStaffing: boolean;
  readonly insatser: readonly InsatsCode[];
  readonly competences: readonly string[];
  readonly isTimeCritical: boolean;
  readonly reason: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly version: number;
}

export type ExtraVisitToKeep = Omit<StoredExtraVisit, 'id' | 'madeAt' | 'version'>;

const EXTRA_VISIT = `SELECT id, unit_id AS "unitId", brukare_id AS "brukareId", order_id AS "orderId",
  on_date AS "onDate", earliest_minute AS "earliestMinute", latest_minute AS "latestMinute",
  service_minutes AS "serviceMinutes", double_staffing AS "doubleStaffing", insatser, competences,
  is_time_critical AS "isTimeCritical", reason, made_by AS "madeBy", made_at AS "madeAt", version
  FROM extra_visit`;

/** Visits of single days. One that was withdrawn stays as a row and is not found any more. */
@Injectable()
export class ExtraVisitRepository {
  constructor(private readonly database: Database) {}

  async insert(visit: ExtraVisitToKeep): Promise<string> {
    const [row] = await this.database.rows<{ readonly id: string }>(
      `INSERT INTO extra_visit (unit_id, brukare_id, order_id, on_date, earliest_minute, latest_minute, service_minutes,
         double_staffing, insatser, competences, is_time_critical, reason, made_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
      [
        visit.unitId,
        visit.brukareId,
        visit.orderId,
        visit.onDate,
        visit.earliestMinute,
        visit.latestMinute,
        visit.serviceMinutes,
        visit.doubleStaffing,
        visit.insatser,
        visit.competences,
        visit.isTimeCritical,
        visit.reason,
        visit.madeBy,
      ],
    );
    if (row === undefined) throw new Error('an extra visit was not inserted');
    return row.id;
  }

  async find(unitId: string, id: string): Promise<StoredExtraVisit | null> {
    const sql = `${EXTRA_VISIT} WHERE unit_id = $1 AND id = $2 AND withdrawn_at IS NULL`;
    const [row] = await this.database.rows<StoredExtraVisit>(sql, [unitId, id]);
    return row ?? null;
  }

  /** Of the days `from`–`to`, both included; by day and earliest start. */
  findOfDays(unitId: string, from: string, to: string): Promise<readonly StoredExtraVisit[]> {
    return this.database.rows<StoredExtraVisit>(
      `${EXTRA_VISIT} WHERE unit_id = $1 AND on_date BETWEEN $2 AND $3 AND withdrawn_at IS NULL
       ORDER BY on_date, earliest_minute, id`,
      [unitId, from, to],
    );
  }

  /** False: somebody else changed or withdrew it after `seenVersion`. */
  async withdraw(unitId: string, id: string, seenVersion: number, accountId: string): Promise<boolean> {
    const sql = `UPDATE extra_visit SET withdrawn_by = $4, withdrawn_at = now(), version = version + 1
      WHERE unit_id = $1 AND id = $2 AND version = $3 AND withdrawn_at IS NULL`;
    return (await this.database.affected(sql, [unitId, id, seenVersion, accountId])) === 1;
  }
}
