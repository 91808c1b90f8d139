import type { MonthClosingAnswer } from '@hemtjanst/contracts';
import type { ListFile } from '../../http/list-file.js';

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

const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
