import type { ReportRecordAnswer, ReportRecordPage } from '@hemtjanst/contracts';
import { instantAt, instantOfDate, localDate } from '@hemtjanst/domain';
import type { ListFile } from '../../http/list-file.js';
import type { OrderedInPeriod } from './efficiency-figures.service.js';
import type { VisitRecordRow } from './report-records.repository.js';
import type { ShiftFigures } from './shift-figures.js';

export const orderRecord = ({ order, minutes }: OrderedInPeriod): ReportRecordAnswer => ({
  ...NOTHING,
  recordKind: 'ramtid-order',
  recordId: order.id,
  code: order.code,
  minutes: rounded(minutes),
  workGroupId: order.work_group_id,
  brukareId: order.brukare_id,
  brukareCode: order.brukare_code,
  ramtidOrderId: order.id,
});

export const visitRecord = (
  recordKind: 'planned-visit' | 'registered-time',
  row: VisitRecordRow,
): ReportRecordAnswer => ({
  recordKind,
  recordId: row.id,
  code: row.code,
  onDate: row.on_date,
  startsAt: instantOfDate(row.starts_at),
  endsAt: row.ends_at === null ? null : instantOfDate(row.ends_at),
  minutes: rounded(row.minutes),
  workGroupId: row.work_group_id,
  brukareId: row.brukare_id,
  brukareCode: row.brukare_code,
  employeeId: row.employee_id,
  employeeCode: row.employee_code,
  ramtidOrderId: row.order_id,
  plannedVisitId: row.planned_visit_id,
  weeklyPlanId: row.plan_id,
});

export const shiftRecord = ({ shift, planId }: ShiftFigures, minutes: number): ReportRecordAnswer => ({
  ...NOTHING,
  recordKind: 'shift',
  recordId: shift.id,
  code: shift.code,
  onDate: shift.on_date,
  startsAt: instantAt(localDate(shift.on_date), shift.starts_minute * 60),
  endsAt: instantAt(localDate(shift.on_date), shift.ends_minute * 60),
  minutes: rounded(minutes),
  workGroupId: shift.work_group_id,
  employeeId: shift.employee_id,
  employeeCode: shift.employee_code,
  weeklyPlanId: planId,
});

export const recordsFile = ({ items }: ReportRecordPage): ListFile => ({
  name: 'underlag',
  columns: ['slag', 'nummer', 'datum', 'start', 'slut', 'minuter', 'kundnr', 'anstnr'],
  rows: items.map((item) => [
    KINDS[item.recordKind],
    item.code,
    item.onDate,
    item.startsAt === null ? null : item.startsAt.slice(11, 16),
    item.endsAt === null ? null : item.endsAt.slice(11, 16),
    item.minutes,
    item.brukareCode,
    item.employeeCode,
  ]),
});

const KINDS: Readonly<Record<ReportRecordAnswer['recordKind'], string>> = {
  'ramtid-order': 'beställning',
  'planned-visit': 'planerat besök',
  'registered-time': 'registrerat besök',
  shift: 'pass',
};

const NOTHING = {
  onDate: null,
  startsAt: null,
  endsAt: null,
  brukareId: null,
  brukareCode: null,
  employeeId: null,
  employeeCode: null,
  ramtidOrderId: null,
  plannedVisitId: null,
  weeklyPlanId: null,
};

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100;
