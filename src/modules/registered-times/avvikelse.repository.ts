import { Injectable } from '@nestjs/common';
import type { AvvikelseKind } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';

/** An avvikelse as the office sees it. */
export interface FoundAvvikelse {
  readonly id: string;
  readonly kind: AvvikelseKind;
  readonly onDate: string;
  readonly brukareId: string;
  readonly employeeId: string | null;
  readonly registeredTimeId: string | null;
  readonly plannedVisitId: string | null;
  readonly text: string;
}

/** One that somebody has seen to; kept as it read then. */
export interface HandledAvvikelse extends FoundAvvikelse {
  readonly reason: string;
  readonly handledBy: string;
  readonly handledAt: Date;
}

@Injectable()
export class AvvikelseRepository {
  constructor(private readonly database: Database) {}

  /** False: it is handled already. */
  async insert(unitId: string, avvikelse: FoundAvvikelse, reason: string, accountId: string): Promise<boolean> {
    const rows = await this.database.rows(
      `INSERT INTO avvikelse_handling (unit_id, id, kind, on_date, brukare_id, employee_id, registered_time_id,
         planned_visit_id, text, reason, handled_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (unit_id, id) DO NOTHING RETURNING id`,
      [
        unitId,
        avvikelse.id,
        avvikelse.kind,
        avvikelse.onDate,
        avvikelse.brukareId,
        avvikelse.employeeId,
        avvikelse.registeredTimeId,
        avvikelse.plannedVisitId,
        avvikelse.text,
        reason,
        accountId,
      ],
    );
    return rows.length === 1;
  }

  /** Of the days `from`–`to`, both included. */
  findHandled(unitId: string, from: string, to: string): Promise<readonly HandledAvvikelse[]> {
    return this.database.rows<HandledAvvikelse>(
      `SELECT id, kind, on_date AS "onDate", brukare_id AS "brukareId", employee_id AS "employeeId",
         registered_time_id AS "registeredTimeId", planned_visit_id AS "plannedVisitId", text, reason,
         handled_by AS "handledBy", handled_at AS "handledAt"
       FROM avvikelse_handling WHERE unit_id = $1 AND on_date BETWEEN $2 AND $3 ORDER BY on_date, handled_at, id`,
      [unitId, from, to],
    );
  }
}
