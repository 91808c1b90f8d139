import { Injectable } from '@nestjs/common';
import type { InsatsCode } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';

export interface SheetPlanRow {
  readonly id: string;
  readonly week: string;
  readonly version: number;
  readonly work_group_id: string | null;
}

/** One employee's part of a planned visit. */
export interface SheetVisitRow {
  readonly visit_id: string;
  readonly demand_key: string;
  readonly employee_id: string;
  readonly employee_code: string;
  readonly employee_name: string;
  readonly on_date: string;
  readonly starts_minute: number;
  readonly ends_minute: number;
  readonly brukare_id: string;
  readonly brukare_code: string;
  readonly insatser: readonly InsatsCode[];
  readonly with_employee_code: string | null;
}

/** A plan as another system wants it keyed in: who is where and when, by the unit's own numbers. */
@Injectable()
export class WeekSheetRepository {
  constructor(private readonly database: Database) {}

  async findPlan(unitId: string, planId: string): Promise<SheetPlanRow | null> {
    const sql = 'SELECT id, week, version, work_group_id FROM weekly_plan WHERE unit_id = $1 AND id = $2';
    const [row] = await this.database.rows<SheetPlanRow>(sql, [unitId, planId]);
    return row ?? null;
  }

  /** The version of the same week and group that was published last before this one; null: none. */
  async findPublishedBefore(unitId: string, plan: SheetPlanRow): Promise<SheetPlanRow | null> {
    const [row] = await this.database.rows<SheetPlanRow>(
      `SELECT id, week, version, work_group_id FROM weekly_plan
       WHERE unit_id = $1 AND week = $2 AND work_group_id IS NOT DISTINCT FROM $3 AND version < $4
         AND status IN ('publicerad', 'ersatt')
       ORDER BY version DESC LIMIT 1`,
      [unitId, plan.week, plan.work_group_id, plan.version],
    );
    return row ?? null;
  }

  findVisits(unitId: string, planId: string, employeeId: string | null): Promise<readonly SheetVisitRow[]> {
    return this.database.rows<SheetVisitRow>(
      `SELECT visit.id AS visit_id, visit.demand_key, staff.employee_id, employee.code AS employee_code,
         employee.name AS employee_name, visit.on_date, ${minuteOf('lower(staff.during)')} AS starts_minute,
         ${minuteOf('lower(staff.during)')}
           + (extract(epoch FROM upper(staff.during) - lower(staff.during)) / 60)::int AS ends_minute,
         visit.brukare_id, brukare.code AS brukare_code, visit.insatser, colleague.code AS with_employee_code
       FROM planned_visit visit JOIN planned_visit_employee staff ON staff.visit_id = visit.id
       JOIN employee ON employee.id = staff.employee_id JOIN brukare ON brukare.id = visit.brukare_id
       LEFT JOIN planned_visit_employee other ON other.visit_id = visit.id AND other.position <> staff.position
       LEFT JOIN employee colleague ON colleague.id = other.employee_id
       WHERE visit.unit_id = $1 AND visit.plan_id = $2 AND ($3::uuid IS NULL OR staff.employee_id = $3)
       ORDER BY employee.code COLLATE "C", lower(staff.during), visit.id`,
      [unitId, planId, employeeId],
    );
  }
}

const minuteOf = (instant: string): string =>
  `(extract(epoch FROM (${instant} AT TIME ZONE 'Europe/Stockholm')::time) / 60)::int`;
