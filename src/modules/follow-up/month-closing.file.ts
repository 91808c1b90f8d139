import type { MonthClosingAnswer, MonthClosingListAnswer, ReimbursementAnswer } from '@hemtjanst/contracts';
import { fileClock, fileDate, fileHours as hours, type ListFile } from '../../http/list-file.js';

/** The closed month by kind of order. */
export const monthClosingFile = ({ month, totals }: MonthClosingAnswer): ListFile => ({
  name: `stangd-manad-${month}`,
  columns: ['typ', 'bestallningar', 'bestallda_timmar', 'aterlamnade_timmar', 'registrerade_timmar', 'utforda_timmar'],
  rows: totals.map((total) => [
    total.kind ?? 'utan beställning',
    total.orders,
    hours(total.orderedMinutes),
    hours(total.givenBackMinutes),
    hours(total.registeredMinutes),
    hours(total.performedMinutes),
  ]),
});

export const closedMonthsFile = ({ items }: MonthClosingListAnswer): ListFile => ({
  name: 'stangda-manader',
  columns: ['manad', 'stanger', 'stanger_klockan', 'stangd', 'stangd_klockan', 'stangd_av_tjansten'],
  rows: items.map((one) => [
    one.month,
    fileDate(one.closesAt),
    fileClock(one.closesAt),
    fileDate(one.closedAt),
    fileClock(one.closedAt),
    one.isAutomatic ? 'ja' : 'nej',
  ]),
});

/** What the month is worth, in one row. */
export const reimbursementFile = (forecast: ReimbursementAnswer): ListFile => ({
  name: `ersattning-${forecast.month}`,
  columns: [
    'manad',
    'prognos_fran',
    'stanger',
    'kronor_per_timme',
    'utfort_kronor',
    'prognos_kronor',
    'over_ramen_kronor',
  ],
  rows: [
    [
      forecast.month,
      forecast.asOf,
      fileDate(forecast.closesAt),
      forecast.kronorPerHour,
      forecast.performedKronor,
      forecast.forecastKronor,
      forecast.aboveOrderedKronor,
    ],
  ],
});
