import { Injectable } from '@nestjs/common';
import type { Gender } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { countedVisitsSql } from '../ramtid-ledger/counted-visits-sql.js';

export interface ContinuityQuestion {
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  /** Days from here on are planned, those before are done. */
  readonly plannedFrom: string;
  /** Null: what is published. */
  readonly plan: PlanOfWeek | null;
}

/** A plan that takes the place of what is published in its week, for its group. */
export interface PlanOfWeek {
  readonly id: string;
  readonly week: string;
  /** Null: every group. */
  readonly workGroupId: string | null;
}

export interface BrukareContinuityRow {
  readonly brukare_id: string;
  readonly brukare_code: string;
  readonly work_group_id: string;
  readonly gender: Gender | null;
  readonly birth_year: number;
  readonly is_away: boolean;
  readonly fewest_visits: number;
  readonly official_employees: number;
  readonly all_employees: number;
  readonly visits: number;
  readonly kontaktman_visits: number | null;
}

/** Whom each brukare meets, counted in PostgreSQL by the rule of `continuityOfBrukare` of the domain. */
@Injectable()
export class ContinuityRepository {
  constructor(private readonly database: Database) {}

  async findPlan(unitId: string, planId: string): Promise<PlanOfWeek | null> {
    const [row] = await this.database.rows<{ id: string; week: string; work_group_id: string | null }>(
      'SELECT id, week, work_group_id FROM weekly_plan WHERE unit_id = $1 AND id = $2',
      [unitId, planId],
    );
    return row === undefined ? null : { id: row.id, week: row.week, workGroupId: row.work_group_id };
  }

  /** One row per brukare with a visit in the period. */
  findBrukare({ unitId, from, to, plannedFrom, plan }: ContinuityQuestion, monday: string | null) {
    return this.database.rows<BrukareContinuityRow>(CONTINUITY, [
      unitId,
      from,
      to,
      plannedFrom,
      plan?.id ?? null,
      monday,
      plan?.workGroupId ?? null,
    ]);
  }
}

const minuteOf = (instant: string): string =>
  `(extract(epoch FROM (${instant} AT TIME ZONE 'Europe/Stockholm')::time) / 60)::int`;
const minutesBetween = (from: string, to: string): string => `(extract(epoch FROM ${to} - ${from}) / 60)::int`;

const CONTINUITY = `
  WITH ${countedVisitsSql({ ofBrukare: false })},
  met AS (
    SELECT brukare_id, employee_id, on_date, ${minuteOf('counted_from')} AS start_minute,
      ${minuteOf('counted_from')} + coalesce(${minutesBetween('counted_from', 'counted_to')}, 0) AS end_minute
    FROM counted_visit WHERE kind = 'besok' AND on_date < $4::date
    UNION ALL
    -- Visits from before the unit registered its time here.
    SELECT brukare_id, employee_id, on_date, starts_minute, ends_minute FROM history_visit
    WHERE unit_id = $1 AND kind = 'besok' AND on_date BETWEEN $2::date AND $3::date AND on_date < $4::date
      AND on_date NOT IN (SELECT on_date FROM counted_visit WHERE kind = 'besok')
    UNION ALL
    SELECT visit.brukare_id, staff.employee_id, visit.on_date, ${minuteOf('lower(staff.during)')},
      ${minuteOf('lower(staff.during)')} + ${minutesBetween('lower(staff.during)', 'upper(staff.during)')}
    FROM planned_visit visit JOIN planned_visit_employee staff ON staff.plan_id = visit.plan_id AND staff.visit_id = visit.id
    WHERE visit.unit_id = $1 AND visit.on_date BETWEEN $2::date AND $3::date AND visit.on_date >= $4::date
      AND visit.insatser <> ARRAY['larm']
      AND (visit.plan_id = $5::uuid OR visit.is_published AND NOT (
        $5::uuid IS NOT NULL AND visit.on_date >= $6::date AND ($7::uuid IS NULL OR visit.work_group_id = $7)))
  ),
  official AS (
    SELECT *, start_minute >= coalesce(max(greatest(end_minute, start_minute + 1)) OVER (
      PARTITION BY brukare_id, on_date ORDER BY start_minute, end_minute
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS is_new_visit
    FROM met WHERE start_minute BETWEEN 7 * 60 AND 22 * 60
  ),
  day AS (
    SELECT brukare_id, on_date, count(*) FILTER (WHERE is_new_visit) AS visits FROM official GROUP BY brukare_id, on_date
  ),
  every_day AS (
    SELECT brukare_id, CASE WHEN count(*) = $3::date - $2::date + 1 THEN min(visits) ELSE 0 END::int AS fewest_visits
    FROM day GROUP BY brukare_id
  ),
  official_count AS (
    SELECT brukare_id, count(DISTINCT employee_id)::int AS employees FROM official GROUP BY brukare_id
  ),
  all_count AS (
    SELECT met.brukare_id, count(DISTINCT employee_id)::int AS employees, count(*)::int AS visits,
      count(*) FILTER (WHERE employee_id = kontaktman_id)::int AS kontaktman_visits
    FROM met JOIN brukare ON brukare.id = met.brukare_id GROUP BY met.brukare_id
  )
  SELECT brukare.id AS brukare_id, brukare.code AS brukare_code, work_group_id, gender, birth_year,
    EXISTS (SELECT FROM brukare_absence absence WHERE absence.brukare_id = brukare.id AND from_date <= $3::date
      AND (to_date > $2::date OR to_date = $2::date AND to_minute > 0)) AS is_away,
    coalesce(fewest_visits, 0) AS fewest_visits, coalesce(official_count.employees, 0) AS official_employees,
    all_count.employees AS all_employees, all_count.visits,
    CASE WHEN kontaktman_id IS NOT NULL THEN kontaktman_visits END AS kontaktman_visits
  FROM brukare JOIN all_count ON all_count.brukare_id = brukare.id
  LEFT JOIN official_count ON official_count.brukare_id = brukare.id
  LEFT JOIN every_day ON every_day.brukare_id = brukare.id
  WHERE brukare.unit_id = $1 ORDER BY brukare.code COLLATE "C"`;
