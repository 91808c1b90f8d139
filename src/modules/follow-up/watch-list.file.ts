import type { WatchListAnswer } from '@hemtjanst/contracts';
import type { ListCell, ListFile } from '../../http/list-file.js';

/** The five lists one below the other, each row saying which list it stands in. */
export function watchListFile(answer: WatchListAnswer): ListFile {
  const due = (list: string, items: WatchListAnswer['latePlans']): readonly (readonly ListCell[])[] =>
    items.map((one) => [list, one.brukareCode, one.orderCode, TASKS[one.task], one.dueOn, one.daysLeft, null]);
  return {
    name: `att-gora-${answer.asOf}`,
    columns: ['lista', 'kundnr', 'bestallningsnr', 'uppgift', 'senast', 'dagar_kvar', 'timmar_per_manad'],
    rows: [
      ...due('sena genomförandeplaner', answer.latePlans),
      ...due('genomförandeplaner att göra snart', answer.plansDueSoon),
      ...answer.ordersEnding.map((one) => [
        'beslut som tar slut',
        one.brukareCode,
        one.orderCode,
        null,
        one.to,
        one.daysLeft,
        null,
      ]),
      ...answer.withoutFastOmsorgskontakt.map((one) => [
        'utan fast omsorgskontakt',
        one.brukareCode,
        null,
        null,
        null,
        null,
        null,
      ]),
      ...answer.manyHours.map((one) => [
        `över ${answer.manyHoursAbove} timmar i månaden`,
        one.brukareCode,
        null,
        null,
        null,
        null,
        one.hoursPerMonth,
      ]),
    ],
  };
}

const TASKS: Readonly<Record<WatchListAnswer['latePlans'][number]['task'], string>> = {
  agree: 'komma överens om plan',
  'follow-up': 'följa upp plan',
};
