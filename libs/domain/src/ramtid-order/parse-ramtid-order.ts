import type { Checked } from '../errors.js';
import { INSATS_CODES } from '../genomforandeplan/insats.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import type { RamtidOrder } from './ramtid-order.js';

/** The hours of the longest month: 31 × 24. */
const LONGEST_MONTH_HOURS = 744;

/** One row of `bestallningar.csv`. A larm order is paid per month and may have no hours (domain.md section 1, Money). */
export function parseRamtidOrder(cells: Cells): Checked<RamtidOrder> {
  const row = new FieldReader(cells);
  const kind = row.oneOf('typ', ['hemtjanst', 'ledsagning', 'avlosning', 'tryggt_mottagande', 'larm']);
  const order: RamtidOrder = {
    id: row.id('bestallningsnr'),
    brukareId: row.id('kundnr'),
    from: row.date('fran'),
    to: row.optionalDate('till'),
    hoursPerMonth: row.decimal('timmar_per_manad', { min: 0, max: LONGEST_MONTH_HOURS, above: kind !== 'larm' }),
    kind,
    insatser: row.manyOf('insatser', INSATS_CODES),
    doubleStaffing: row.yesNo('dubbelbemanning', false),
    goal: row.optionalText('mal'),
    receivedOn: row.optionalDate('mottagen'),
  };
  row.rule(
    order.insatser.length > 0,
    ['insatser'],
    'saknas',
    'Beställningen har inga insatser.',
    INSATS_CODES.join(' '),
  );
  row.rule(
    order.to === null || order.to >= order.from,
    ['till', 'fran'],
    'slut-fore-start',
    'Beställningen slutar före den börjar.',
    `${row.raw('fran')} eller senare`,
  );
  return row.checked(order);
}
