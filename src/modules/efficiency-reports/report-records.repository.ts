import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { PageWish } from '../../http/page.js';
import { offsetOf } from '../../http/page.js';
import { measuredVisitsSql } from '../ramtid-ledger/measured-visits-sql.js';
import type { EfficiencyQuestion } from './efficiency-rows.js';

/** A visit, planned or registered, and the minutes it adds to the figure; the count and sum are of the whole list. */
export interface VisitRecordRow {
  readonly id: string;
  readonly code: string | null;
  readonly on_date: string;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly minutes: number;
  readonly work_group_id: string;
  readonly brukare_id: string;
  readonly brukare_code: string;
  readonly employee_id: string | null;
  readonly employee_code: string | null;
  readonly order_id: string | null;
  readonly planned_visit_id: string | null;
  readonly plan_id: string | null;
  readonly total: number;
  readonly total_minutes: number;
}

/** The visits behind the planned and the performed hours, counted by the same SQL as the figures. */
@Injectable()
export class ReportRecordsRepository {
  constructor(private readonly database: Database) {}

  findPlanned(
    question: EfficiencyQuestion,
    workGroupIds: readonly string[],
    page: PageWish,
  ): Promise<readonly VisitRecordRow[]> {
    const { unitId, from, to, doubleStaffingCounts } = question;
    return this.database.rows<VisitRecordRow>(
      `SELECT visit.id, NULL AS code, visit.on_date, visit.starts_at, visit.ends_at, counted.minutes, brukare.work_group_id,
         visit.brukare_id, brukare.code AS brukare_code, staff.employee_id, employee.code AS employee_code,
         visit.order_id, visit.id AS planned_visit_id, visit.plan_id,
         count(*) OVER ()::int AS total, sum(counted.minutes) OVER ()::float8 AS total_minutes
       FROM planned_visit visit JOIN brukare ON brukare.id = visit.brukare_id
       JOIN ramtid_order ON ramtid_order.id = visit.order_id
       LEFT JOIN planned_visit_employee staff ON staff.visit_id = visit.id AND staff.position = 1
       LEFT JOIN employee ON employee.id = staff.employee_id,
       LATERAL (SELECT service_minutes + CASE WHEN $4::int = 2 AND ramtid_order.double_staffing
         THEN coalesce(helper_service_minutes, 0) ELSE 0 END AS minutes) counted
       WHERE visit.unit_id = $1 AND visit.is_published AND visit.on_date BETWEEN $2::date AND $3::date
         AND ramtid_order.kind <> 'larm' AND brukare.work_group_id = ANY ($5)
       ORDER BY visit.starts_at, visit.id LIMIT $6 OFFSET $7`,
      [unitId, from, to, doubleStaffingCounts, workGroupIds, page.size, offsetOf(page)],
    );
  }

  findPerformed(
    question: EfficiencyQuestion,
    workGroupIds: readonly string[],
    page: PageWish,
  ): Promise<readonly VisitRecordRow[]> {
    const { unitId, from, to, doubleStaffingCounts } = question;
    return this.database.rows<VisitRecordRow>(
      `${measuredVisitsSql({ ofBrukare: false, countsAt: '$4::int' })}
       SELECT measured.id, registered_time.code, measured.on_date, counted_from AS starts_at, counted_to AS ends_at,
         performed_minutes::float8 AS minutes, brukare.work_group_id, measured.brukare_id, brukare.code AS brukare_code,
         measured.employee_id, employee.code AS employee_code, measured.order_id, measured.planned_visit_id,
         planned_visit.plan_id, count(*) OVER ()::int AS total, sum(performed_minutes) OVER ()::float8 AS total_minutes
       FROM measured JOIN brukare ON brukare.id = measured.brukare_id
       JOIN registered_time ON registered_time.id = measured.id
       LEFT JOIN employee ON employee.id = measured.employee_id
       LEFT JOIN planned_visit ON planned_visit.id = measured.planned_visit_id
       WHERE measured.kind = 'besok' AND brukare.work_group_id = ANY ($5)
       ORDER BY counted_from, measured.id LIMIT $6 OFFSET $7`,
      [unitId, from, to, doubleStaffingCounts, workGroupIds, page.size, offsetOf(page)],
    );
  }
}
