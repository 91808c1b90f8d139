import { aRamtidOrder } from '../testing/builders.js';
import {
  lineWithoutOrder,
  NOTHING_PERFORMED,
  ramtidLedgerLine,
  type RamtidLedgerLine,
} from '../ramtid-ledger/ramtid-ledger.js';
import { localDate } from '../time/local-date.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { deviationList, deviationReasonText } from './deviation-list.js';

/** 10 hours ordered in April, read in May. */
const line = (
  performedMinutes: number,
  order: Partial<ReturnType<typeof aRamtidOrder>> = {},
  counts = {},
): RamtidLedgerLine =>
  ramtidLedgerLine({
    order: aRamtidOrder({ hoursPerMonth: 10, ...order }),
    templates: [],
    period: '2026-04',
    carriedOverMinutes: 0,
    asOf: localDate('2026-05-01'),
    performed: { ...NOTHING_PERFORMED, performedMinutes, registeredMinutes: performedMinutes, ...counts },
    published: [],
    publishedWeeks: new Set(),
    absences: [],
    settings: DEFAULT_UNIT_SETTINGS,
  });

describe('the avvikelsekundlista', () => {
  it('sets performed beside ordered', () => {
    expect(deviationList([line(450)])).toMatchObject([
      { brukareId: 'B1', orderedMinutes: 600, performedMinutes: 450, differenceMinutes: -150, performedShare: 0.75 },
    ]);
  });

  it('leaves out who got what was ordered', () => {
    expect(deviationList([line(600)])).toEqual([]);
  });

  it('adds up the orders of one kind, and keeps kinds apart', () => {
    const lines = [line(600), line(300, { id: 'O2' }), line(0, { id: 'O3', kind: 'ledsagning' })];
    expect(
      deviationList(lines).map(({ kind, orderIds, differenceMinutes }) => [kind, orderIds, differenceMinutes]),
    ).toEqual([
      ['ledsagning', ['O3'], -600],
      ['hemtjanst', ['O1', 'O2'], -300],
    ]);
  });

  it('has the largest difference first, above or below', () => {
    const lines = [line(590), line(700, { id: 'O2', brukareId: 'B2' }), line(550, { id: 'O3', brukareId: 'B3' })];
    expect(deviationList(lines).map(({ brukareId }) => brukareId)).toEqual(['B2', 'B3', 'B1']);
  });

  it('has no row for larm, and one for time without an order', () => {
    const stray = lineWithoutOrder('B2', '2026-04', {
      ...NOTHING_PERFORMED,
      performedMinutes: 90,
      registeredMinutes: 90,
    });
    const rows = deviationList([line(30, { kind: 'larm', hoursPerMonth: 0 }), stray]);
    expect(rows).toMatchObject([{ brukareId: 'B2', kind: null, reasons: [{ code: 'utan-bestallning', minutes: 90 }] }]);
  });

  it('says what the records know about why', () => {
    const [row] = deviationList([
      line(450, {}, { declinedVisits: 2, bomVisits: 1, openVisits: 3, registeredMinutes: 480 }),
    ]);
    expect(row?.reasons.map(deviationReasonText)).toEqual([
      '2 avböjda besök',
      '1 besök med bomtid',
      '3 besök utan registrerat slut',
      'justerad tid -0,5 h',
    ]);
  });
});
