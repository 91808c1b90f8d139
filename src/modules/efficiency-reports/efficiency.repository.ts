import { Injectable } from '@nestjs/common';
import { LONGEST_WAY_MINUTES, type StaffMeeting } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { measuredVisitsSql } from '../ramtid-ledger/measured-visits-sql.js';
import type {
  EfficiencyQuestion,
  GroupSumRow,
  KeptForMeetingRow,
  OrderOfGroupRow,
  PlacedGroupRow,
  PlanCeilingRow,
  RegisteredShiftRow,
  RouteSumRow,
  ShiftRow,
  StaffAbsenceRow,
} from './efficiency-rows.js';

/** What the report is made of, added up in PostgreSQL: per work group what is counted by brukare, per shift what is staff time. */
@Injectable()
export class EfficiencyRepository {
  constructor(private readonly database: Database) {}

  findWorkGroups(unitId: string): Promise<readonly PlacedGroupRow[]> {
    return this.database.rows<PlacedGroupRow>(
      'SELECT id, name, premises_id FROM work_group WHERE unit_id = $1 ORDER BY code COLLATE "C"',
      [unitId],
    );
  }

  /** Orders that are valid on some day; larm is paid per month and is in none of the sums. */
  findOrders({ unitId, from, to }: EfficiencyQuestion): Promise<readonly OrderOfGroupRow[]> {
    return this.database.rows<OrderOfGroupRow>(
      `SELECT ramtid_order.id, ramtid_order.code, brukare_id, brukare.code AS brukare_code, work_group_id, from_date, to_date, hours_per_month, kind
       FROM ramtid_order JOIN brukare ON brukare.id = brukare_id
       WHERE ramtid_order.unit_id = $1 AND kind <> 'larm' AND from_date <= $3::date
         AND (to_date IS NULL OR to_date >= $2::date)
       ORDER BY ramtid_order.code COLLATE "C"`,
      [unitId, from, to],
    );
  }

  /** Published visits, the second employee's minutes where unit and order count them. */
  findPlanned({ unitId, from, to, doubleStaffingCounts }: EfficiencyQuestion): Promise<readonly GroupSumRow[]> {
    return this.database.rows<GroupSumRow>(
      `SELECT brukare.work_group_id, count(*)::int AS records,
         sum(service_minutes + CASE WHEN $4::int = 2 AND ramtid_order.double_staffing
           THEN coalesce(helper_service_minutes, 0) ELSE 0 END)::float8 AS minutes
       FROM planned_visit visit JOIN brukare ON brukare.id = visit.brukare_id
       JOIN ramtid_order ON ramtid_order.id = visit.order_id
       WHERE visit.unit_id = $1 AND is_published AND on_date BETWEEN $2::date AND $3::date
         AND ramtid_order.kind <> 'larm'
       GROUP BY brukare.work_group_id`,
      [unitId, from, to, doubleStaffingCounts],
    );
  }

  /**
   * Registered visits in one pass: performed minutes by the ledger's rule per work group of the brukare, and the minutes
   * inside each shift, where two visits at once are one.
   */
  async findRegistered({ unitId, from, to, doubleStaffingCounts }: EfficiencyQuestion): Promise<{
    readonly performed: readonly GroupSumRow[];
    readonly shifts: readonly RegisteredShiftRow[];
  }> {
    await this.prepareForSums();
    const [row] = await this.database.rows<{
      readonly performed: readonly GroupSumRow[] | null;
      readonly shifts: readonly RegisteredShiftRow[] | null;
    }>(REGISTERED, [unitId, from, to, doubleStaffingCounts]);
    return { performed: row?.performed ?? [], shifts: row?.shifts ?? [] };
  }

  /** Performed minutes alone, as {@link findRegistered} counts them. */
  async findPerformed({ unitId, from, to, doubleStaffingCounts }: EfficiencyQuestion): Promise<readonly GroupSumRow[]> {
    await this.prepareForSums();
    return this.database.rows<GroupSumRow>(`${PERFORMED} SELECT * FROM performed`, [
      unitId,
      from,
      to,
      doubleStaffingCounts,
    ]);
  }

  findShifts({ unitId, from, to }: EfficiencyQuestion): Promise<readonly ShiftRow[]> {
    return this.database.rows<ShiftRow>(
      `SELECT shift.id, shift.code, employee_id, employee.code AS employee_code, shift.work_group_id, premises_id, on_date,
         starts_minute, ends_minute, break_minutes
       FROM shift JOIN employee ON employee.id = employee_id
       WHERE shift.unit_id = $1 AND on_date BETWEEN $2::date AND $3::date
       ORDER BY on_date, starts_minute, shift.code COLLATE "C"`,
      [unitId, from, to],
    );
  }

  findAbsences({ unitId, from, to }: EfficiencyQuestion): Promise<readonly StaffAbsenceRow[]> {
    return this.database.rows<StaffAbsenceRow>(
      `SELECT employee_id, from_date, from_minute, to_date, to_minute FROM employee_absence
       WHERE unit_id = $1 AND from_date <= $3::date AND to_date >= $2::date`,
      [unitId, from, to],
    );
  }

  /** Published routes, added up per shift. */
  findRoutes({ unitId, from, to }: EfficiencyQuestion): Promise<readonly RouteSumRow[]> {
    return this.database.rows<RouteSumRow>(
      `SELECT route.shift_id, route.plan_id, ${ROUTE_SUMS}
       FROM planned_route route JOIN weekly_plan plan ON plan.id = route.plan_id AND plan.status = 'publicerad',
         jsonb_to_recordset(route.stops) AS stop (kind text, "travelSeconds" int, "handlingSeconds" int, "waitSeconds" int,
           "startsAt" timestamptz, "endsAt" timestamptz)
       WHERE route.unit_id = $1 AND route.on_date BETWEEN $2::date AND $3::date
       GROUP BY route.shift_id, route.plan_id`,
      [unitId, from, to],
    );
  }

  /** Minutes that published routes keep free as kringtid while the group of the shift is in a meeting. */
  findKeptForMeetings(unitId: string, meetings: readonly StaffMeeting[]): Promise<readonly KeptForMeetingRow[]> {
    return this.database.rows<KeptForMeetingRow>(
      `WITH meeting AS (
         SELECT "workGroupId", "onDate", ${wallInstant('"startsAt"')} AS begins, ${wallInstant('"endsAt"')} AS ends
         FROM jsonb_to_recordset($2::jsonb)
           AS given ("workGroupId" uuid, "onDate" date, "startsAt" int, "endsAt" int)
       )
       SELECT route.shift_id, sum(extract(epoch FROM kept."endsAt" - kept."startsAt"))::float8 / 60 AS minutes
       FROM meeting
       JOIN planned_route route ON route.unit_id = $1 AND route.on_date = meeting."onDate"
       JOIN weekly_plan plan ON plan.id = route.plan_id AND plan.status = 'publicerad'
       JOIN shift ON shift.id = route.shift_id AND shift.work_group_id = coalesce(meeting."workGroupId", shift.work_group_id)
       CROSS JOIN LATERAL jsonb_to_recordset(route.stops)
         AS stop (kind text, "startsAt" timestamptz, "endsAt" timestamptz)
       CROSS JOIN LATERAL (
         SELECT greatest(stop."startsAt", meeting.begins) AS "startsAt", least(stop."endsAt", meeting.ends) AS "endsAt"
       ) kept
       WHERE stop.kind = 'kringtid' AND kept."startsAt" < kept."endsAt"
       GROUP BY route.shift_id`,
      [unitId, JSON.stringify(meetings)],
    );
  }

  /** Published plans of the weeks, with the best efficiency that their orders and shifts allow. */
  findCeilings(unitId: string, weeks: readonly string[]): Promise<readonly PlanCeilingRow[]> {
    return this.database.rows<PlanCeilingRow>(
      `SELECT id, work_group_id, coalesce((metrics ->> 'staffMinutes')::float8, 0) AS staff_minutes,
         (metrics ->> 'attainableEfficiency')::float8 AS attainable_efficiency
       FROM weekly_plan WHERE unit_id = $1 AND status = 'publicerad' AND week = ANY ($2)`,
      [unitId, weeks],
    );
  }

  /** Rows by the ten thousand are sorted in memory and the query is not compiled; holds for the running transaction. */
  private async prepareForSums(): Promise<void> {
    await this.database.rows(`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
  }
}

const wallInstant = (minute: string): string =>
  `(("onDate" + make_interval(mins => ${minute})) AT TIME ZONE 'Europe/Stockholm')`;

const minutesOfKind = (kind: string): string =>
  `coalesce(sum(extract(epoch FROM "endsAt" - "startsAt")) FILTER (WHERE kind = '${kind}'), 0)::float8 / 60`;

const ROUTE_SUMS = `count(*) FILTER (WHERE kind = 'visit')::int AS visits,
  ${minutesOfKind('visit')} AS visit_minutes, ${minutesOfKind('kringtid')} AS kringtid_minutes,
  ${minutesOfKind('break')} AS rast_minutes, sum("travelSeconds")::float8 / 60 AS travel_minutes,
  sum("handlingSeconds")::float8 / 60 AS handling_minutes, sum("waitSeconds")::float8 / 60 AS wait_minutes`;

const localMinute = (instant: string): string =>
  `(extract(epoch FROM (${instant} AT TIME ZONE 'Europe/Stockholm')::time) / 60)::int`;

const PERFORMED = `${measuredVisitsSql({ ofBrukare: false, countsAt: '$4::int' })},
  performed AS (
    SELECT brukare.work_group_id, sum(performed_minutes)::float8 AS minutes, count(*)::int AS records
    FROM measured JOIN brukare ON brukare.id = measured.brukare_id
    WHERE measured.kind = 'besok' GROUP BY brukare.work_group_id
  )`;

const REGISTERED = `${PERFORMED},
  presence_at_door AS (
    SELECT employee_id, on_date, kind, ${localMinute('counted_from')} AS from_minute,
      ${localMinute('counted_from')} + (extract(epoch FROM counted_to - counted_from) / 60)::int AS to_minute
    FROM counted_visit WHERE kind IN ('besok', 'larm') AND counted_to IS NOT NULL
  ),
  in_shift AS (
    SELECT shift.id AS shift_id, kind, greatest(from_minute, starts_minute) AS from_minute,
      least(to_minute, ends_minute) AS to_minute,
      max(least(to_minute, ends_minute)) OVER (PARTITION BY shift.id ORDER BY from_minute, to_minute
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_minute
    FROM presence_at_door JOIN shift USING (employee_id, on_date)
    WHERE shift.unit_id = $1 AND from_minute < ends_minute AND to_minute > starts_minute
  ),
  shifts AS (
    SELECT shift_id, count(*) FILTER (WHERE kind = 'besok')::int AS visits,
      coalesce(sum(greatest(0, to_minute - greatest(from_minute, before_minute))) FILTER (WHERE kind = 'besok'), 0)::int
        AS visit_minutes,
      coalesce(sum(greatest(0, to_minute - greatest(from_minute, before_minute))) FILTER (WHERE kind = 'larm'), 0)::int
        AS larm_minutes,
      coalesce(sum(from_minute - before_minute) FILTER (WHERE from_minute - before_minute
        BETWEEN 1 AND ${LONGEST_WAY_MINUTES}), 0)::int AS short_gap_minutes
    FROM in_shift GROUP BY shift_id
  )
  SELECT (SELECT json_agg(performed) FROM performed) AS performed, (SELECT json_agg(shifts) FROM shifts) AS shifts`;
