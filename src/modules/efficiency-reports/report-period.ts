import { addDays, datesOfWeek, localDate, weekOf, type LocalDate } from '@hemtjanst/domain';

export interface ReportPeriod {
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
}

export type ReportPeriodKind = 'day' | 'week' | 'month';

/** The day, ISO week or calendar month that `date` lies in. */
export function reportPeriod(kind: ReportPeriodKind, date: LocalDate): ReportPeriod {
  switch (kind) {
    case 'day':
      return { from: date, to: date };
    case 'week': {
      const [monday = date] = datesOfWeek(weekOf(date));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month': {
      const first = localDate(`${date.slice(0, 7)}-01`);
      // 31 days on always lies in the next month, whose days so far are taken back.
      const next = addDays(first, 31);
      return { from: first, to: addDays(next, -Number(next.slice(8))) };
    }
  }
}

/** The period before: the one that its last day lies in. */
export const periodBefore = (kind: ReportPeriodKind, { from }: ReportPeriod): ReportPeriod =>
  reportPeriod(kind, addDays(from, -1));

/** The last `count` periods up to the one `date` lies in, the oldest first. */
export function lastPeriods(kind: ReportPeriodKind, date: LocalDate, count: number): readonly ReportPeriod[] {
  const periods = [reportPeriod(kind, date)];
  while (periods.length < count) periods.unshift(periodBefore(kind, periods[0] ?? reportPeriod(kind, date)));
  return periods;
}
