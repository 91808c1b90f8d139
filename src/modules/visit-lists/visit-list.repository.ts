import { Injectable } from '@nestjs/common';
import { localDate, minuteOfDay, type Brukare, type HistoryVisit, type Premises } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import type { Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';

/** Who and where, of one employee's day. Ids are those of the database. */
export interface VisitedPlaces {
  readonly brukare: readonly Brukare[];
  readonly premises: readonly Premises[];
}

/**
 * The read model of the phone: a dozen addresses, straight from the tables of the earlier stages, because a whole unit
 * read through its modules takes a hundred times longer than a phone may wait. It never writes.
 */
@Injectable()
export class VisitListRepository {
  constructor(private readonly database: Database) {}

  async findPlaces(
    unitId: string,
    brukareIds: readonly string[],
    premisesIds: readonly string[],
  ): Promise<VisitedPlaces> {
    const [found] = await this.database.rows<{ readonly brukare: BrukareRow[]; readonly premises: PremisesRow[] }>(
      `SELECT
         (SELECT COALESCE(jsonb_agg(to_jsonb(one)), '[]') FROM brukare one WHERE one.unit_id = $1 AND one.id = ANY ($2))
           AS brukare,
         (SELECT COALESCE(jsonb_agg(to_jsonb(one)), '[]') FROM premises one WHERE one.unit_id = $1 AND one.id = ANY ($3))
           AS premises`,
      [unitId, brukareIds, premisesIds],
    );
    return {
      brukare: (found?.brukare ?? []).map(brukareOf),
      premises: (found?.premises ?? []).map(premisesOf),
    };
  }

  /** When the employee was at these brukare's before the day: done visits, and published ones of the days before. */
  async findVisitsBefore(
    employeeId: string,
    brukareIds: readonly string[],
    onDate: string,
    days: number,
  ): Promise<readonly HistoryVisit[]> {
    const rows = await this.database.rows<{ readonly brukare_id: string; readonly on_date: string }>(
      `SELECT brukare_id, on_date FROM history_visit
         WHERE employee_id = $1 AND brukare_id = ANY ($2) AND kind = 'besok'
           AND on_date >= $3::date - $4::int AND on_date < $3::date
       UNION
       SELECT visit.brukare_id, visit.on_date FROM planned_visit_employee staff
         JOIN planned_visit visit ON visit.plan_id = staff.plan_id AND visit.id = staff.visit_id
         WHERE staff.employee_id = $1 AND staff.is_published AND visit.brukare_id = ANY ($2)
           AND visit.on_date >= $3::date - $4::int AND visit.on_date < $3::date`,
      [employeeId, brukareIds, onDate, days],
    );
    return rows.map((row) => ({
      brukareId: row.brukare_id,
      employeeId,
      onDate: localDate(row.on_date),
      startsAt: minuteOfDay(0),
      endsAt: minuteOfDay(0),
      kind: 'besok',
    }));
  }

  /**
   * The employee whose account calls, and the unit of that employee.
   *
   * @throws Problem 404 when the account belongs to no employee of the caller's units
   */
  async findOwnEmployee({
    employeeId,
    unitIds,
  }: Caller): Promise<{ readonly unitId: string; readonly employeeId: string }> {
    const unitId = employeeId === null ? null : await this.findUnitOf(employeeId, unitIds);
    if (employeeId === null || unitId === null) throw notFound('Kontot hör inte till någon medarbetare.');
    return { unitId, employeeId };
  }

  /** The unit an employee belongs to, among those asked about. */
  async findUnitOf(employeeId: string, unitIds: readonly string[]): Promise<string | null> {
    const sql = `SELECT unit_id FROM employee WHERE id = $1 AND unit_id = ANY ($2)`;
    const [row] = await this.database.rows<{ readonly unit_id: string }>(sql, [employeeId, unitIds]);
    return row?.unit_id ?? null;
  }
}

interface BrukareRow {
  readonly id: string;
  readonly name: string;
  readonly birth_year: number;
  readonly gender: Brukare['gender'];
  readonly address: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly work_group_id: string;
  readonly kontaktman_id: string | null;
  readonly fast_omsorgskontakt_id: string | null;
  readonly key_kind: Brukare['keyKind'];
  readonly floor: number;
  readonly has_lift: boolean;
  readonly door_minutes: number | null;
  readonly is_protected: boolean;
  readonly wished_gender: Brukare['gender'] | null;
  readonly pets: Brukare['pets'];
  readonly is_smoker: boolean;
  readonly language: string | null;
}

const brukareOf = (row: BrukareRow): Brukare => ({
  id: row.id,
  name: row.name,
  birthYear: row.birth_year,
  gender: row.gender,
  address: row.address,
  coordinate: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
  workGroupId: row.work_group_id,
  kontaktmanId: row.kontaktman_id,
  fastOmsorgskontaktId: row.fast_omsorgskontakt_id,
  keyKind: row.key_kind,
  floor: row.floor,
  hasLift: row.has_lift,
  doorMinutes: row.door_minutes,
  isProtected: row.is_protected,
  wishedGender: row.wished_gender,
  bannedEmployeeIds: [],
  pets: row.pets,
  isSmoker: row.is_smoker,
  language: row.language,
});

interface PremisesRow {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly lat: number;
  readonly lon: number;
}

const premisesOf = (row: PremisesRow): Premises => ({
  id: row.id,
  name: row.name,
  address: row.address,
  coordinate: { lat: row.lat, lon: row.lon },
});
