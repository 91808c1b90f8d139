import { Injectable } from '@nestjs/common';
import type { NewVisitReport, VisitReportQuery } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';

export interface KeptVisitReport {
  readonly id: string;
  readonly unitId: string;
  readonly plannedVisitId: string;
  readonly brukareId: string;
  readonly employeeId: string;
  readonly templateCode: string;
  readonly onDate: string;
  readonly kind: NewVisitReport['kind'];
  readonly text: string | null;
  readonly reportedAt: Date;
  readonly status: 'open' | 'accepted' | 'declined';
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly orderId: string;
  readonly proposedVersion: number | null;
  /** Of the visit as it is agreed now; null: it is no longer, or nothing is kept yet. */
  readonly serviceMinutes: number | null;
  readonly earliestMinute: number | null;
  readonly latestMinute: number | null;
  readonly helperMinutes: number | null;
}

export type VisitReportToKeep = Pick<
  KeptVisitReport,
  'id' | 'unitId' | 'plannedVisitId' | 'brukareId' | 'employeeId' | 'kind' | 'text' | 'reportedAt'
>;

const REPORT = `SELECT report.id, report.unit_id AS "unitId", planned_visit_id AS "plannedVisitId",
  report.brukare_id AS "brukareId", employee_id AS "employeeId", visit.template_key AS "templateCode",
  visit.on_date AS "onDate", kind, text, reported_at AS "reportedAt", status, decided_by AS "decidedBy",
  decided_at AS "decidedAt", decision_reason AS "decisionReason",
  visit.order_id AS "orderId", proposed_version AS "proposedVersion", agreed.service_minutes AS "serviceMinutes",
  agreed.earliest_minute AS "earliestMinute", agreed.latest_minute AS "latestMinute",
  agreed.helper_minutes AS "helperMinutes"
  FROM visit_report report JOIN planned_visit visit ON visit.id = planned_visit_id
  LEFT JOIN visit_template agreed
    ON agreed.unit_id = report.unit_id AND agreed.code = visit.template_key AND agreed.is_current`;

/** As many as somebody can go through; the newest. */
const MOST = 500;

@Injectable()
export class VisitReportRepository {
  constructor(private readonly database: Database) {}

  /** False: a report with this id is there already. */
  async insert(report: VisitReportToKeep): Promise<boolean> {
    const rows = await this.database.rows(
      `INSERT INTO visit_report (id, unit_id, planned_visit_id, brukare_id, employee_id, kind, text, reported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        report.id,
        report.unitId,
        report.plannedVisitId,
        report.brukareId,
        report.employeeId,
        report.kind,
        report.text,
        report.reportedAt,
      ],
    );
    return rows.length === 1;
  }

  async find(id: string): Promise<KeptVisitReport | null> {
    const [row] = await this.database.rows<KeptVisitReport>(`${REPORT} WHERE report.id = $1`, [id]);
    return row ?? null;
  }

  /** Newest first. */
  findOfUnit(unitId: string, { status, brukareId }: VisitReportQuery): Promise<readonly KeptVisitReport[]> {
    return this.database.rows<KeptVisitReport>(
      `${REPORT} WHERE report.unit_id = $1 AND ($2 = 'all' OR status = $2) AND ($3::uuid IS NULL OR report.brukare_id = $3)
       ORDER BY reported_at DESC, report.id LIMIT ${MOST}`,
      [unitId, status, brukareId ?? null],
    );
  }

  /** What an employee has reported in these units, newest first. */
  findOfEmployee(employeeId: string, unitIds: readonly string[]): Promise<readonly KeptVisitReport[]> {
    return this.database.rows<KeptVisitReport>(
      `${REPORT} WHERE employee_id = $1 AND report.unit_id = ANY ($2) ORDER BY reported_at DESC, report.id LIMIT 50`,
      [employeeId, unitIds],
    );
  }

  /** False: somebody has decided already. */
  async decide(id: string, status: 'accepted' | 'declined', reason: string, accountId: string): Promise<boolean> {
    const sql = `UPDATE visit_report SET status = $2, decision_reason = $3, decided_by = $4, decided_at = now()
      WHERE id = $1 AND status = 'open'`;
    return (await this.database.affected(sql, [id, status, reason, accountId])) === 1;
  }

  /** Which version of the genomförandeplan the decision made. */
  async setProposedVersion(id: string, version: number): Promise<void> {
    await this.database.affected('UPDATE visit_report SET proposed_version = $2 WHERE id = $1', [id, version]);
  }
}
