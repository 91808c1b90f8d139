import { Injectable } from '@nestjs/common';
import { instantOfDate } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import type { PlannedRouteRow, PlannedVisitRow, PlanRows, UnassignedDemandRow, VisitStaffRow } from './plan-rows.js';

export interface VisitFilter {
  readonly date?: string;
  readonly workGroupId?: string;
  readonly employeeId?: string;
  readonly visitId?: string;
  readonly demandKeys?: readonly string[];
}

export interface RouteFilter {
  readonly date?: string;
  readonly workGroupId?: string;
  readonly employeeId?: string;
  readonly shiftIds?: readonly string[];
}

const VISIT_COLUMNS = `visit.id, visit.visit_key, visit.demand_key, visit.brukare_id, visit.work_group_id, visit.order_id,
  visit.template_key, visit.on_date, visit.starts_at, visit.ends_at, visit.service_minutes, visit.helper_starts_at,
  visit.helper_ends_at, visit.helper_service_minutes, visit.insatser, visit.pinned, visit.is_proposed`;

/** The visits, routes and left-out demands of plans: in bulk, because a plan of a unit holds thousands of them. */
@Injectable()
export class PlanPartsRepository {
  constructor(private readonly database: Database) {}

  /** Four large statements, which a whole unit on a busy machine may need more than the usual five seconds for. */
  async insertAll(unitId: string, planId: string, rows: PlanRows): Promise<void> {
    await this.database.rows(`SELECT set_config('statement_timeout', '30s', true)`);
    await this.insertVisits(unitId, planId, rows.visits);
    await this.insertStaff(unitId, planId, rows.staff);
    await this.insertRoutes(unitId, planId, rows.routes);
    await this.insertUnassigned(unitId, planId, rows.unassigned);
  }

  async findAll(planId: string): Promise<PlanRows> {
    return {
      visits: await this.findVisits(planId, {}),
      staff: await this.findStaff(planId),
      routes: await this.findRoutes(planId, {}),
      unassigned: await this.findUnassigned(planId),
    };
  }

  async findVisits(planId: string, filter: VisitFilter): Promise<readonly PlannedVisitRow[]> {
    const found = await this.database.rows<StoredVisit>(
      `SELECT ${VISIT_COLUMNS} FROM planned_visit visit
       WHERE visit.plan_id = $1 AND ($2::date IS NULL OR visit.on_date = $2) AND ($3::uuid IS NULL OR visit.work_group_id = $3)
         AND ($4::uuid IS NULL OR visit.id = $4)
         AND ($5::uuid IS NULL OR EXISTS (SELECT FROM planned_visit_employee staff
           WHERE staff.plan_id = $1 AND staff.visit_id = visit.id AND staff.employee_id = $5))
         AND ($6::text[] IS NULL OR visit.demand_key = ANY ($6))
       ORDER BY visit.starts_at, visit.demand_key`,
      [
        planId,
        filter.date ?? null,
        filter.workGroupId ?? null,
        filter.visitId ?? null,
        filter.employeeId ?? null,
        filter.demandKeys ?? null,
      ],
    );
    return found.map(visitOf);
  }

  async findStaff(planId: string, visitIds: readonly string[] | null = null): Promise<readonly VisitStaffRow[]> {
    const found = await this.database.rows<StoredStaff>(
      `SELECT visit_id, position, employee_id, shift_id, lower(during) AS starts_at, upper(during) AS ends_at
       FROM planned_visit_employee WHERE plan_id = $1 AND ($2::uuid[] IS NULL OR visit_id = ANY ($2))`,
      [planId, visitIds],
    );
    return found.map((row) => ({
      ...row,
      starts_at: instantOfDate(row.starts_at),
      ends_at: instantOfDate(row.ends_at),
    }));
  }

  async findRoutes(planId: string, filter: RouteFilter): Promise<readonly PlannedRouteRow[]> {
    return this.database.rows<PlannedRouteRow>(
      `SELECT id, shift_id, employee_id, work_group_id, on_date, mode, start_premises_id, end_premises_id, stops
       FROM planned_route
       WHERE plan_id = $1 AND ($2::date IS NULL OR on_date = $2) AND ($3::uuid IS NULL OR work_group_id = $3)
         AND ($4::uuid IS NULL OR employee_id = $4) AND ($5::uuid[] IS NULL OR shift_id = ANY ($5))
       ORDER BY on_date, stops -> 0 ->> 'startsAt', id`,
      [planId, filter.date ?? null, filter.workGroupId ?? null, filter.employeeId ?? null, filter.shiftIds ?? null],
    );
  }

  async findUnassigned(
    planId: string,
    demandKeys: readonly string[] | null = null,
  ): Promise<readonly UnassignedDemandRow[]> {
    return this.database.rows<UnassignedDemandRow>(
      `SELECT demand_key, template_key, brukare_id, on_date, service_minutes, priority, reasons, ways_out
       FROM unassigned_demand WHERE plan_id = $1 AND ($2::text[] IS NULL OR demand_key = ANY ($2))
       ORDER BY priority, on_date, demand_key`,
      [planId, demandKeys],
    );
  }

  /** Visits and pinned visits of each plan. */
  async countVisits(planIds: readonly string[]): Promise<ReadonlyMap<string, VisitCounts>> {
    const rows = await this.database.rows<VisitCounts & { readonly plan_id: string }>(
      `SELECT plan_id, count(*)::int AS visits, count(*) FILTER (WHERE pinned)::int AS pinned
       FROM planned_visit WHERE plan_id = ANY ($1) GROUP BY plan_id`,
      [planIds],
    );
    return new Map(rows.map(({ plan_id, visits, pinned }) => [plan_id, { visits, pinned }]));
  }

  /** Claims (or gives up) the plan's employees and demands among everything that is published. */
  async setPublished(planId: string, isPublished: boolean): Promise<void> {
    const parameters = [planId, isPublished];
    await this.database.affected(`UPDATE planned_visit SET is_published = $2 WHERE plan_id = $1`, parameters);
    await this.database.affected(`UPDATE planned_visit_employee SET is_published = $2 WHERE plan_id = $1`, parameters);
  }

  private async insertVisits(unitId: string, planId: string, rows: readonly PlannedVisitRow[]): Promise<void> {
    await this.database.rows(
      `INSERT INTO planned_visit (id, unit_id, plan_id, visit_key, demand_key, brukare_id, work_group_id, order_id,
         template_key, on_date, starts_at, ends_at, service_minutes, helper_starts_at, helper_ends_at,
         helper_service_minutes, insatser, pinned, is_proposed)
       SELECT id, $1, $2, visit_key, demand_key, brukare_id, work_group_id, order_id, template_key, on_date, starts_at,
         ends_at, service_minutes, helper_starts_at, helper_ends_at, helper_service_minutes, insatser, pinned, is_proposed
       FROM jsonb_to_recordset($3::jsonb) AS row (id uuid, visit_key text, demand_key text, brukare_id uuid,
         work_group_id uuid, order_id uuid, template_key text, on_date date, starts_at timestamptz, ends_at timestamptz,
         service_minutes int, helper_starts_at timestamptz, helper_ends_at timestamptz, helper_service_minutes int,
         insatser text[], pinned boolean, is_proposed boolean)`,
      [unitId, planId, JSON.stringify(rows)],
    );
  }

  private async insertStaff(unitId: string, planId: string, rows: readonly VisitStaffRow[]): Promise<void> {
    await this.database.rows(
      `INSERT INTO planned_visit_employee (visit_id, position, unit_id, plan_id, employee_id, shift_id, during)
       SELECT visit_id, position, $1, $2, employee_id, shift_id, tstzrange(starts_at, ends_at)
       FROM jsonb_to_recordset($3::jsonb) AS row (visit_id uuid, position smallint, employee_id uuid, shift_id uuid,
         starts_at timestamptz, ends_at timestamptz)`,
      [unitId, planId, JSON.stringify(rows)],
    );
  }

  private async insertRoutes(unitId: string, planId: string, rows: readonly PlannedRouteRow[]): Promise<void> {
    await this.database.rows(
      `INSERT INTO planned_route (id, unit_id, plan_id, shift_id, employee_id, work_group_id, on_date, mode,
         start_premises_id, end_premises_id, stops)
       SELECT id, $1, $2, shift_id, employee_id, work_group_id, on_date, mode, start_premises_id, end_premises_id, stops
       FROM jsonb_to_recordset($3::jsonb) AS row (id uuid, shift_id uuid, employee_id uuid, work_group_id uuid,
         on_date date, mode text, start_premises_id uuid, end_premises_id uuid, stops jsonb)`,
      [unitId, planId, JSON.stringify(rows)],
    );
  }

  private async insertUnassigned(unitId: string, planId: string, rows: readonly UnassignedDemandRow[]): Promise<void> {
    await this.database.rows(
      `INSERT INTO unassigned_demand (unit_id, plan_id, demand_key, template_key, brukare_id, on_date, service_minutes,
         priority, reasons, ways_out)
       SELECT $1, $2, demand_key, template_key, brukare_id, on_date, service_minutes, priority, reasons, ways_out
       FROM jsonb_to_recordset($3::jsonb) AS row (demand_key text, template_key text, brukare_id uuid, on_date date,
         service_minutes int, priority smallint, reasons jsonb, ways_out jsonb)`,
      [unitId, planId, JSON.stringify(rows)],
    );
  }
}

export interface VisitCounts {
  readonly visits: number;
  readonly pinned: number;
}

/** As the driver gives a row: instants are Dates. */
type StoredVisit = Omit<PlannedVisitRow, 'starts_at' | 'ends_at' | 'helper_starts_at' | 'helper_ends_at'> & {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly helper_starts_at: Date | null;
  readonly helper_ends_at: Date | null;
};
type StoredStaff = Omit<VisitStaffRow, 'starts_at' | 'ends_at'> & { readonly starts_at: Date; readonly ends_at: Date };

const visitOf = (row: StoredVisit): PlannedVisitRow => ({
  ...row,
  starts_at: instantOfDate(row.starts_at),
  ends_at: instantOfDate(row.ends_at),
  helper_starts_at: row.helper_starts_at === null ? null : instantOfDate(row.helper_starts_at),
  helper_ends_at: row.helper_ends_at === null ? null : instantOfDate(row.helper_ends_at),
});
