import { Injectable } from '@nestjs/common';
import { instantOfDate, type InsatsCode } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import type { PublishedVisit, RouteOfPlan, RouteQuestion } from './published-visit.js';

const VISIT = `SELECT visit.id, visit.unit_id, visit.plan_id, visit.brukare_id, visit.order_id, visit.work_group_id,
  visit.on_date, visit.starts_at, visit.ends_at, visit.service_minutes, visit.helper_starts_at, visit.helper_ends_at,
  visit.helper_service_minutes, visit.insatser, visit.template_key, visit.demand_key, visit.pinned, visit.is_proposed,
  ARRAY(SELECT staff.employee_id FROM planned_visit_employee staff
    WHERE staff.plan_id = visit.plan_id AND staff.visit_id = visit.id ORDER BY staff.position) AS employee_ids,
  ARRAY(SELECT staff.shift_id FROM planned_visit_employee staff
    WHERE staff.plan_id = visit.plan_id AND staff.visit_id = visit.id ORDER BY staff.position) AS shift_ids
  FROM planned_visit visit`;

/** Questions about what is published now, whatever plan it came from: what the later stages build on. */
@Injectable()
export class PublishedPlansRepository {
  constructor(private readonly database: Database) {}

  /** A visit of a plan that is or was published: a phone may register on the version it had when it went offline. */
  async findVisit(unitIds: readonly string[], visitId: string): Promise<PublishedVisit | null> {
    const [row] = await this.database.rows<VisitRow>(
      `${VISIT} JOIN weekly_plan plan ON plan.id = visit.plan_id
       WHERE visit.id = $1 AND visit.unit_id = ANY ($2) AND plan.status IN ('publicerad', 'ersatt')`,
      [visitId, unitIds],
    );
    return row === undefined ? null : visitOf(row);
  }

  async findVisits(
    unitId: string,
    from: string,
    to: string,
    workGroupId: string | null = null,
  ): Promise<readonly PublishedVisit[]> {
    const rows = await this.database.rows<VisitRow>(
      `${VISIT} WHERE visit.unit_id = $1 AND visit.is_published AND visit.on_date BETWEEN $2 AND $3
         AND ($4::uuid IS NULL OR visit.work_group_id = $4)
       ORDER BY visit.starts_at, visit.id`,
      [unitId, from, to, workGroupId],
    );
    return rows.map(visitOf);
  }

  /** Which brukare have a published plan in which of the weeks. */
  findCoveredWeeks(
    unitId: string,
    weeks: readonly string[],
  ): Promise<readonly { readonly brukareId: string; readonly week: string }[]> {
    return this.database.rows(
      `SELECT brukare.id AS "brukareId", plan.week
       FROM weekly_plan plan JOIN brukare ON brukare.unit_id = plan.unit_id
         AND (plan.work_group_id IS NULL OR plan.work_group_id = brukare.work_group_id)
       WHERE plan.unit_id = $1 AND plan.status = 'publicerad' AND plan.week = ANY ($2)`,
      [unitId, weeks],
    );
  }

  async findVisitsByIds(visitIds: readonly string[]): Promise<readonly PublishedVisit[]> {
    const rows = await this.database.rows<VisitRow>(`${VISIT} WHERE visit.id = ANY ($1) ORDER BY visit.starts_at`, [
      visitIds,
    ]);
    return rows.map(visitOf);
  }

  async findRoutes(question: RouteQuestion): Promise<readonly RouteOfPlan[]> {
    return this.database.rows<RouteOfPlan>(
      `SELECT route.id, route.shift_id, route.employee_id, route.work_group_id, route.on_date, route.mode,
         route.start_premises_id, route.end_premises_id, route.stops, plan.id AS plan_id, plan.version AS plan_version
       FROM planned_route route JOIN weekly_plan plan ON plan.id = route.plan_id
       WHERE route.unit_id = $1 AND (plan.id = $2 OR $2::uuid IS NULL AND plan.status = 'publicerad')
         AND route.on_date BETWEEN $3 AND $4 AND ($5::uuid IS NULL OR route.work_group_id = $5)
         AND ($6::uuid IS NULL OR route.employee_id = $6)
       ORDER BY route.on_date, route.stops -> 0 ->> 'startsAt', route.id`,
      [question.unitId, question.planId, question.from, question.to, question.workGroupId, question.employeeId],
    );
  }
}

interface VisitRow {
  readonly id: string;
  readonly unit_id: string;
  readonly plan_id: string;
  readonly brukare_id: string;
  readonly order_id: string;
  readonly work_group_id: string;
  readonly on_date: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly service_minutes: number;
  readonly helper_starts_at: Date | null;
  readonly helper_ends_at: Date | null;
  readonly helper_service_minutes: number | null;
  readonly insatser: readonly InsatsCode[];
  readonly template_key: string;
  readonly demand_key: string;
  readonly pinned: boolean;
  readonly is_proposed: boolean;
  readonly employee_ids: readonly string[];
  readonly shift_ids: readonly string[];
}

function visitOf(row: VisitRow): PublishedVisit {
  return {
    id: row.id,
    unitId: row.unit_id,
    planId: row.plan_id,
    brukareId: row.brukare_id,
    orderId: row.order_id,
    templateCode: row.template_key,
    visitDemandId: row.demand_key,
    workGroupId: row.work_group_id,
    onDate: row.on_date,
    startsAt: instantOfDate(row.starts_at),
    endsAt: instantOfDate(row.ends_at),
    serviceMinutes: row.service_minutes,
    helper: helperOf(row),
    insatser: row.insatser,
    employeeIds: row.employee_ids,
    shiftIds: row.shift_ids,
    isPinned: row.pinned,
    isProposed: row.is_proposed,
  };
}

function helperOf(row: VisitRow): PublishedVisit['helper'] {
  if (row.helper_starts_at === null || row.helper_ends_at === null || row.helper_service_minutes === null) return null;
  return {
    startsAt: instantOfDate(row.helper_starts_at),
    endsAt: instantOfDate(row.helper_ends_at),
    serviceMinutes: row.helper_service_minutes,
  };
}
