import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type {
  AbsenceRow,
  BrukareRow,
  LedgerOrderRow,
  LedgerQuestion,
  LedgerTemplateRow,
  PerformedRow,
  PublishedRow,
  PublishedWeekRow,
} from './ledger-rows.js';
import { measuredVisitsSql } from './measured-visits-sql.js';

/**
 * What the ledger is made of, added up in PostgreSQL. Reads the tables of the earlier stages and writes none: one query
 * for a unit's month is what makes it fast.
 */
@Injectable()
export class RamtidLedgerRepository {
  constructor(private readonly database: Database) {}

  /**
   * A month's registrations are sorted in memory, and the query is not compiled: for rows by the ten thousand that costs more
   * than it gains. Holds for the running transaction.
   */
  async prepareForSums(): Promise<void> {
    await this.database.rows(`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
  }

  /**
   * Performed time of a month by order: the rule of `performedDays` of the domain, as one query.
   *
   * @returns one row per order, and per brukare with time but no valid order
   */
  findPerformed(question: LedgerQuestion): Promise<readonly PerformedRow[]> {
    const { brukareId, asOf, doubleStaffingCounts } = question;
    const [asOfAt, countsAt] = brukareId === null ? ['$4', '$5'] : ['$5', '$6'];
    return this.database.rows<PerformedRow>(
      `${measuredVisitsSql({ ofBrukare: brukareId !== null, countsAt })}
       SELECT order_id, brukare_id, is_stray_larm,
         sum(registered_minutes)::float8 AS registered_minutes, sum(performed_minutes)::float8 AS performed_minutes,
         coalesce(sum(performed_minutes) FILTER (WHERE on_date = ${asOfAt}::date), 0)::float8 AS performed_on_as_of_minutes,
         count(*) FILTER (WHERE is_done)::int AS visits,
         count(*) FILTER (WHERE is_done AND is_adjusted)::int AS adjusted_visits,
         count(*) FILTER (WHERE is_done AND counted_to IS NULL)::int AS open_visits,
         count(*) FILTER (WHERE kind = 'avbojt')::int AS declined_visits,
         count(*) FILTER (WHERE kind = 'bom')::int AS bom_visits,
         ${brukareId === null ? 'NULL' : `array_agg(id ORDER BY counted_from, id)`} AS registered_time_ids
       FROM measured GROUP BY order_id, brukare_id, is_stray_larm`,
      [...parametersOf(question), asOf, doubleStaffingCounts],
    );
  }

  /** Orders that are valid on some day of the month, and those of `alsoIds`: time may be drawn on an order that has ended. */
  findOrders(question: LedgerQuestion, alsoIds: readonly string[]): Promise<readonly LedgerOrderRow[]> {
    return this.database.rows<LedgerOrderRow>(
      `SELECT ramtid_order.id, ramtid_order.code, brukare_id, brukare.code AS brukare_code, brukare.work_group_id,
         from_date, to_date, hours_per_month, kind, insatser, double_staffing, goal, received_on
       FROM ramtid_order JOIN brukare ON brukare.id = brukare_id
       WHERE ramtid_order.unit_id = $1
         AND (from_date <= $3::date AND (to_date IS NULL OR to_date >= $2::date) OR ramtid_order.id = ANY ($5::uuid[]))
         AND ($4::uuid IS NULL OR brukare_id = $4)
       ORDER BY ramtid_order.code COLLATE "C"`,
      [question.unitId, question.from, question.to, question.brukareId, alsoIds],
    );
  }

  /** What is agreed now for those orders. */
  findTemplates(question: LedgerQuestion): Promise<readonly LedgerTemplateRow[]> {
    return this.database.rows<LedgerTemplateRow>(
      `SELECT plan.order_id, template.code, template.insatser, weekdays, times, every_weeks AS "everyWeeks",
         earliest_minute AS "earliestMinute", latest_minute AS "latestMinute", service_minutes AS "serviceMinutes",
         helper_minutes AS "helperMinutes", helper_earliest AS "helperEarliest", helper_latest AS "helperLatest",
         competences, priority, is_time_critical AS "isTimeCritical", after_code AS "afterCode",
         gap_min_minutes AS "gapMinMinutes", gap_max_minutes AS "gapMaxMinutes",
         min_days_between AS "minDaysBetween", is_proposed AS "isProposed"
       FROM genomforandeplan plan
       JOIN ramtid_order ON ramtid_order.id = plan.order_id
       JOIN visit_template template ON template.genomforandeplan_id = plan.id AND template.is_current
       WHERE plan.unit_id = $1 AND plan.replaced_at IS NULL
         AND from_date <= $3::date AND (to_date IS NULL OR to_date >= $2::date)
         AND ($4::uuid IS NULL OR ramtid_order.brukare_id = $4)
       ORDER BY template.code COLLATE "C"`,
      [question.unitId, question.from, question.to, question.brukareId],
    );
  }

  findAbsences(question: LedgerQuestion): Promise<readonly AbsenceRow[]> {
    return this.database.rows<AbsenceRow>(
      `SELECT brukare_id, from_date, from_minute, to_date, to_minute FROM brukare_absence
       WHERE unit_id = $1 AND from_date <= $3::date AND to_date >= $2::date AND ($4::uuid IS NULL OR brukare_id = $4)`,
      [question.unitId, question.from, question.to, question.brukareId],
    );
  }

  /** Minutes of published visits from `asOf` on, by order and day, the second employee's where they count. */
  findPublished(question: LedgerQuestion): Promise<readonly PublishedRow[]> {
    return this.database.rows<PublishedRow>(
      `SELECT visit.order_id, visit.on_date, array_agg(visit.id ORDER BY visit.starts_at, visit.id) AS visit_ids,
         sum(visit.service_minutes + CASE WHEN $5 = 2 AND ramtid_order.double_staffing
           THEN coalesce(visit.helper_service_minutes, 0) ELSE 0 END)::int AS minutes
       FROM planned_visit visit JOIN ramtid_order ON ramtid_order.id = visit.order_id
       WHERE visit.unit_id = $1 AND visit.is_published AND visit.on_date BETWEEN greatest($2::date, $6::date) AND $3::date
         AND ($4::uuid IS NULL OR visit.brukare_id = $4)
       GROUP BY visit.order_id, visit.on_date`,
      [question.unitId, question.from, question.to, question.brukareId, question.doubleStaffingCounts, question.asOf],
    );
  }

  async hasWorkGroup(unitId: string, workGroupId: string): Promise<boolean> {
    const rows = await this.database.rows('SELECT id FROM work_group WHERE unit_id = $1 AND id = $2', [
      unitId,
      workGroupId,
    ]);
    return rows.length === 1;
  }

  /** Kundnummer and work group of brukare that have time but no order. */
  findBrukare(unitId: string, brukareIds: readonly string[]): Promise<readonly BrukareRow[]> {
    return this.database.rows<BrukareRow>(
      'SELECT id, code, work_group_id FROM brukare WHERE unit_id = $1 AND id = ANY ($2)',
      [unitId, brukareIds],
    );
  }

  /** Which weeks have a published plan, for which work group (null: for all). */
  findPublishedWeeks(unitId: string, weeks: readonly string[]): Promise<readonly PublishedWeekRow[]> {
    return this.database.rows<PublishedWeekRow>(
      `SELECT week, work_group_id FROM weekly_plan WHERE unit_id = $1 AND status = 'publicerad' AND week = ANY ($2)`,
      [unitId, weeks],
    );
  }
}

const parametersOf = ({ unitId, from, to, brukareId }: LedgerQuestion): readonly unknown[] =>
  brukareId === null ? [unitId, from, to] : [unitId, from, to, brukareId];
