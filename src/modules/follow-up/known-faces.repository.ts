import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export interface KnownFacesQuestion {
  readonly unitId: string;
  readonly onDate: string;
  /** Null: everybody with published visits that day. */
  readonly employeeId: string | null;
  readonly workGroupId: string | null;
  /** How many days back a meeting makes a face known. */
  readonly days: number;
}

/** A published visit of an employee's day, and who else the brukare knows. */
export interface KnownFacesRow {
  readonly employee_id: string;
  readonly employee_code: string;
  readonly work_group_id: string;
  readonly visit_id: string;
  readonly brukare_id: string;
  readonly brukare_code: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly known: number;
  readonly at_work: readonly string[];
  readonly available: readonly string[];
}

/** Who could come instead, so that the brukare meets a face already known. */
@Injectable()
export class KnownFacesRepository {
  constructor(private readonly database: Database) {}

  find({ unitId, onDate, employeeId, workGroupId, days }: KnownFacesQuestion): Promise<readonly KnownFacesRow[]> {
    return this.database.rows<KnownFacesRow>(KNOWN_FACES, [unitId, onDate, employeeId, workGroupId, days]);
  }

  async hasEmployee(unitId: string, employeeId: string): Promise<boolean> {
    const sql = 'SELECT id FROM employee WHERE unit_id = $1 AND id = $2';
    return (await this.database.rows(sql, [unitId, employeeId])).length === 1;
  }
}

const KNOWN_FACES = `
  WITH visit AS (
    SELECT planned.id, planned.brukare_id, staff.employee_id, staff.during
    FROM planned_visit planned JOIN planned_visit_employee staff ON staff.visit_id = planned.id
    WHERE planned.unit_id = $1 AND planned.is_published AND planned.on_date = $2::date
  ),
  -- Met at the door, by registration or history, or by a published plan of a day before.
  met AS (
    SELECT DISTINCT brukare_id, employee_id FROM registered_time
    WHERE unit_id = $1 AND kind IN ('start', 'besok')
      AND occurred_at >= ($2::date - $5::int)::timestamp AT TIME ZONE 'Europe/Stockholm'
      AND occurred_at < $2::date::timestamp AT TIME ZONE 'Europe/Stockholm'
    UNION
    SELECT brukare_id, employee_id FROM history_visit
    WHERE unit_id = $1 AND kind = 'besok' AND on_date >= $2::date - $5::int AND on_date < $2::date
    UNION
    SELECT planned.brukare_id, staff.employee_id
    FROM planned_visit planned JOIN planned_visit_employee staff ON staff.visit_id = planned.id
    WHERE planned.unit_id = $1 AND planned.is_published AND planned.on_date >= $2::date - $5::int
      AND planned.on_date < $2::date
  ),
  -- Shifts of the day without an absence that touches them.
  at_work AS (
    SELECT shift.employee_id, tstzrange(
      ($2::date + starts_minute * interval '1 minute') AT TIME ZONE 'Europe/Stockholm',
      ($2::date + ends_minute * interval '1 minute') AT TIME ZONE 'Europe/Stockholm') AS during
    FROM shift WHERE unit_id = $1 AND on_date = $2::date AND NOT EXISTS (
      SELECT FROM employee_absence absence WHERE absence.employee_id = shift.employee_id
        AND (absence.from_date, absence.from_minute) < ($2::date, shift.ends_minute)
        AND (absence.to_date, absence.to_minute) > ($2::date, shift.starts_minute))
  )
  SELECT visit.employee_id, employee.code AS employee_code, employee.work_group_id, visit.id AS visit_id,
    visit.brukare_id, brukare.code AS brukare_code, lower(visit.during) AS starts_at, upper(visit.during) AS ends_at,
    faces.known, faces.at_work, faces.available
  FROM visit JOIN employee ON employee.id = visit.employee_id JOIN brukare ON brukare.id = visit.brukare_id,
  LATERAL (
    SELECT count(*)::int AS known,
      coalesce(array_agg(met.employee_id ORDER BY met.employee_id) FILTER (WHERE is_at_work), '{}') AS at_work,
      coalesce(array_agg(met.employee_id ORDER BY met.employee_id) FILTER (WHERE is_at_work AND NOT is_busy), '{}')
        AS available
    FROM met, LATERAL (
      SELECT EXISTS (SELECT FROM at_work WHERE at_work.employee_id = met.employee_id AND at_work.during @> visit.during)
          AS is_at_work,
        EXISTS (SELECT FROM visit other WHERE other.employee_id = met.employee_id AND other.during && visit.during) AS is_busy
    ) state
    WHERE met.brukare_id = visit.brukare_id AND met.employee_id <> visit.employee_id
      AND NOT EXISTS (SELECT FROM brukare_ban ban
        WHERE ban.brukare_id = visit.brukare_id AND ban.employee_id = met.employee_id)
  ) faces
  WHERE ($3::uuid IS NULL OR visit.employee_id = $3) AND ($4::uuid IS NULL OR employee.work_group_id = $4)
  ORDER BY employee.code COLLATE "C", lower(visit.during), visit.id`;
