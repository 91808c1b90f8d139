import type { RamtidOrderAnswer } from '@hemtjanst/contracts';
import type { ListFile } from '../../http/list-file.js';
import type { Page } from '../../http/page.js';

/** The selected orders by the unit's own numbers. */
export const ramtidOrdersFile = ({ items }: Page<RamtidOrderAnswer>): ListFile => ({
  name: 'bestallningar',
  columns: [
    'bestallningsnr',
    'kundnr',
    'typ',
    'fran',
    'till',
    'timmar_per_manad',
    'insatser',
    'dubbelbemanning',
    'mal',
    'mottagen',
  ],
  rows: items.map((order) => [
    order.code,
    order.brukareId,
    order.kind,
    order.from,
    order.to,
    order.hoursPerMonth,
    order.insatser.join(' '),
    order.doubleStaffing ? 'ja' : 'nej',
    order.goal,
    order.receivedOn,
  ]),
  idColumns: { kundnr: 'brukare' },
});
