import type { RamtidLedgerLineAnswer, RamtidOrderAnswer } from '@hemtjanst/contracts';
import { filterOrders, orderRows, type OrderFilter } from './order-rows.js';

const order = (code: string, from: string, to: string | null): RamtidOrderAnswer => ({
  id: `id-${code}`,
  code,
  brukareId: `b-${code}`,
  version: 1,
  from,
  to,
  hoursPerMonth: 20,
  kind: code === '9' ? 'larm' : 'hemtjanst',
  insatser: ['dusch'],
  doubleStaffing: false,
  goal: null,
  receivedOn: null,
});
const ORDERS = [
  order('10', '2026-01-01', null),
  order('9', '2026-03-31', null),
  order('2', '2025-01-01', '2026-02-28'),
  order('3', '2026-04-01', null),
];
const line = (code: string, warning: RamtidLedgerLineAnswer['warning']): RamtidLedgerLineAnswer => ({
  ramtidOrderId: `id-${code}`,
  orderCode: code,
  brukareId: `b-${code}`,
  brukareCode: code,
  workGroupId: 'g',
  kind: 'hemtjanst',
  orderedMinutes: 1200,
  carriedOverMinutes: 0,
  givenBackMinutes: 0,
  registeredMinutes: 0,
  adjustmentMinutes: 0,
  performedMinutes: 0,
  publishedMinutes: 0,
  patternMinutes: 0,
  forecastMinutes: 0,
  balanceMinutes: 1200,
  forecastShare: 0,
  warning,
  visits: 0,
  adjustedVisits: 0,
  openVisits: 0,
  declinedVisits: 0,
  bomVisits: 0,
});
const rows = orderRows(ORDERS, [line('10', 'over'), line('9', null)], (id) => `Person ${id}`);
const ALL: OrderFilter = { state: 'all', kind: null, warning: null, words: '' };
const codes = (filter: Partial<OrderFilter>) =>
  filterOrders(rows, '2026-03', { ...ALL, ...filter }).map((row) => row.order.code);

describe('the list of orders', () => {
  it('shows those of the ledger first, in its order, and the others by number', () => {
    expect(codes({})).toEqual(['10', '9', '2', '3']);
    expect(rows[2]?.line).toBeNull();
  });

  it('counts an order as valid in the month when one of its days is in it', () => {
    expect(codes({ state: 'valid' })).toEqual(['10', '9']);
    expect(codes({ state: 'ended' })).toEqual(['2']);
    expect(codes({ state: 'coming' })).toEqual(['3']);
  });

  it('filters by kind, by warning, and by number or name in any case', () => {
    expect(codes({ kind: 'larm' })).toEqual(['9']);
    expect(codes({ warning: 'over' })).toEqual(['10']);
    expect(codes({ words: ' person B-3 ' })).toEqual(['3']);
  });
});
