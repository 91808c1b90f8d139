import {
  groupBy,
  isoWeek,
  localDate,
  minuteOfDay,
  NOTHING_PERFORMED,
  proposeVisitPattern,
  type Absence,
  type IsoWeek,
  type LedgerSource,
  type PerformedSum,
  type RamtidOrder,
  type UnitSettings,
} from '@hemtjanst/domain';
import { templateToDomain } from '../genomforandeplan/visit-template.mapper.js';
import type {
  AbsenceRow,
  LedgerOrderRow,
  LedgerQuestion,
  LedgerTemplateRow,
  PerformedRow,
  PublishedRow,
  PublishedWeekRow,
} from './ledger-rows.js';

/** All that was read for a month or week. */
export interface RowsOfPeriod {
  readonly performed: readonly PerformedRow[];
  readonly published: readonly PublishedRow[];
  readonly templates: readonly LedgerTemplateRow[];
  readonly absences: readonly AbsenceRow[];
  readonly publishedWeeks: readonly PublishedWeekRow[];
}

/** Puts the rows of each order together to what a ledger line is made of; orders by the unit's own number. */
export function ledgerSourceOf(
  rows: RowsOfPeriod,
  { period, asOf }: Pick<LedgerQuestion, 'period' | 'asOf'>,
  settings: UnitSettings,
  carriedOver: ReadonlyMap<string, number>,
): (order: LedgerOrderRow) => LedgerSource {
  const templatesOf = groupBy(rows.templates, ({ order_id }) => order_id);
  const publishedOf = groupBy(rows.published, ({ order_id }) => order_id);
  const absencesOf = groupBy(rows.absences, ({ brukare_id }) => brukare_id);
  const performedOf = new Map(rows.performed.map((row) => [row.order_id, row]));
  const weeksOf = publishedWeeksByGroup(rows.publishedWeeks);
  return (row) => {
    const order = orderOf(row);
    const performed = performedOf.get(row.id);
    const agreed = templatesOf.get(row.id)?.map((template) => templateToDomain(template, row.code));
    return {
      order,
      templates: agreed ?? proposeVisitPattern(order, settings).templates,
      period,
      carriedOverMinutes: carriedOver.get(row.id) ?? 0,
      asOf,
      performed: performed === undefined ? NOTHING_PERFORMED : performedSumOf(performed),
      published: (publishedOf.get(row.id) ?? []).map(({ on_date, minutes }) => ({
        onDate: localDate(on_date),
        minutes,
      })),
      publishedWeeks: weeksOf(row.work_group_id),
      absences: (absencesOf.get(row.brukare_id) ?? []).map(absenceOf),
      settings,
    };
  };
}

export const performedSumOf = (row: PerformedRow): PerformedSum => ({
  registeredMinutes: row.registered_minutes,
  performedMinutes: row.performed_minutes,
  performedOnAsOfMinutes: row.performed_on_as_of_minutes,
  visits: row.visits,
  adjustedVisits: row.adjusted_visits,
  openVisits: row.open_visits,
  declinedVisits: row.declined_visits,
  bomVisits: row.bom_visits,
});

/** By the unit's own number, so that a proposed pattern is the same as everywhere else. */
const orderOf = (row: LedgerOrderRow): RamtidOrder => ({
  id: row.code,
  brukareId: row.brukare_id,
  from: localDate(row.from_date),
  to: row.to_date === null ? null : localDate(row.to_date),
  hoursPerMonth: row.hours_per_month,
  kind: row.kind,
  insatser: row.insatser,
  doubleStaffing: row.double_staffing,
  goal: row.goal,
  receivedOn: row.received_on === null ? null : localDate(row.received_on),
});

const absenceOf = (row: AbsenceRow): Absence => ({
  person: { kind: 'brukare', id: row.brukare_id },
  fromDate: localDate(row.from_date),
  fromMinute: minuteOfDay(row.from_minute),
  toDate: localDate(row.to_date),
  toMinute: minuteOfDay(row.to_minute),
  reason: null,
});

/** A plan of the whole unit covers every group. */
function publishedWeeksByGroup(plans: readonly PublishedWeekRow[]): (workGroupId: string) => ReadonlySet<IsoWeek> {
  const weeksBy = new Map<string, ReadonlySet<IsoWeek>>();
  return (workGroupId) => {
    const known = weeksBy.get(workGroupId);
    if (known !== undefined) return known;
    const covering = plans.filter(({ work_group_id }) => work_group_id === null || work_group_id === workGroupId);
    const weeks = new Set(covering.map(({ week }) => isoWeek(week)));
    weeksBy.set(workGroupId, weeks);
    return weeks;
  };
}
