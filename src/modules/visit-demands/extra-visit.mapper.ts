import type { ExtraVisitAnswer, NewExtraVisit } from '@hemtjanst/contracts';
import {
  clock,
  extraDemandId,
  formatMinuteOfDay,
  instantOfDate,
  localDate,
  minuteOfDay,
  minutes,
  type ExtraVisit,
} from '@hemtjanst/domain';
import type { ExtraVisitToKeep, StoredExtraVisit } from './extra-visit.repository.js';

/** The row of a wish that has been found sound. */
export const newExtraVisitRow = (
  wish: NewExtraVisit,
  around: { readonly unitId: string; readonly orderId: string; readonly madeBy: string },
): ExtraVisitToKeep => ({
  ...around,
  brukareId: wish.brukareId,
  onDate: wish.onDate,
  earliestMinute: clock(wish.window.earliest),
  latestMinute: clock(wish.window.latest),
  serviceMinutes: wish.serviceMinutes,
  doubleStaffing: wish.doubleStaffing,
  insatser: wish.insatser,
  competences: wish.competences,
  isTimeCritical: wish.isTimeCritical,
  reason: wish.reason,
});

/** @param orderCode the order by the unit's own number */
export const extraVisitToDomain = (row: StoredExtraVisit, orderCode: string): ExtraVisit => ({
  id: row.id,
  orderId: orderCode,
  onDate: localDate(row.onDate),
  window: { earliest: minuteOfDay(row.earliestMinute), latest: minuteOfDay(row.latestMinute) },
  serviceMinutes: minutes(row.serviceMinutes),
  // Both are there from the first minute to the last: whoever asks for more writes it into the genomförandeplan.
  helper: row.doubleStaffing
    ? { serviceMinutes: minutes(row.serviceMinutes), earliestOffset: 0, latestOffset: 0 }
    : null,
  insatser: row.insatser,
  competences: row.competences,
  isTimeCritical: row.isTimeCritical,
});

export const extraVisitAnswerOf = (row: StoredExtraVisit): ExtraVisitAnswer => ({
  id: row.id,
  version: row.version,
  ramtidOrderId: row.orderId,
  brukareId: row.brukareId,
  onDate: row.onDate,
  window: {
    earliest: formatMinuteOfDay(minuteOfDay(row.earliestMinute)),
    latest: formatMinuteOfDay(minuteOfDay(row.latestMinute)),
  },
  serviceMinutes: row.serviceMinutes,
  doubleStaffing: row.doubleStaffing,
  insatser: [...row.insatser],
  competences: [...row.competences],
  isTimeCritical: row.isTimeCritical,
  reason: row.reason,
  visitDemandId: extraDemandId({ id: row.id, onDate: localDate(row.onDate) }),
  madeBy: row.madeBy,
  madeAt: instantOfDate(row.madeAt),
});
