import { addDays, datesOfWeek, localDate, weekOf, type LocalDate } from '@hemtjanst/domain';

export interface ReportPeriod {
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
}

/** The day, ISO week or calendar month that `date` lies in. */
export function reportPeriod(kind: 'day' | 'week' | 'month', date: LocalDate): ReportPeriod {
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
