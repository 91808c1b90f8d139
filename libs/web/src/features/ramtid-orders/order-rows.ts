import type { RamtidLedgerLineAnswer, RamtidOrderAnswer } from '@hemtjanst/contracts';
import { firstDayOf, lastDayOf } from '../../lib/months.js';

export interface OrderRow {
  readonly order: RamtidOrderAnswer;
  /** The order's month; null where the order has none. */
  readonly line: RamtidLedgerLineAnswer | null;
  readonly brukareName: string;
}

export type OrderState = 'valid' | 'coming' | 'ended' | 'all';
export const ORDER_STATES: readonly OrderState[] = ['valid', 'coming', 'ended', 'all'];

export interface OrderFilter {
  readonly state: OrderState;
  readonly kind: string | null;
  readonly warning: string | null;
  readonly words: string;
}

/** Orders with their month beside them, in the order the ledger gives: those that warn first. */
export function orderRows(
  orders: readonly RamtidOrderAnswer[],
  lines: readonly RamtidLedgerLineAnswer[],
  nameOf: (brukareId: string) => string,
): readonly OrderRow[] {
  const rank = new Map(lines.map(({ ramtidOrderId }, at) => [ramtidOrderId, at]));
  const placeOf = (order: RamtidOrderAnswer): number => rank.get(order.id) ?? lines.length;
  return orders
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.code.localeCompare(b.code, 'sv', { numeric: true }))
    .map((order) => ({ order, line: lines[placeOf(order)] ?? null, brukareName: nameOf(order.brukareId) }));
}

export function filterOrders(rows: readonly OrderRow[], month: string, filter: OrderFilter): readonly OrderRow[] {
  const wanted = filter.words.trim().toLocaleLowerCase('sv');
  return rows.filter(
    ({ order, line, brukareName }) =>
      (filter.state === 'all' || stateIn(order, month) === filter.state) &&
      (filter.kind === null || order.kind === filter.kind) &&
      (filter.warning === null || line?.warning === filter.warning) &&
      `${order.code} ${brukareName}`.toLocaleLowerCase('sv').includes(wanted),
  );
}

function stateIn({ from, to }: Pick<RamtidOrderAnswer, 'from' | 'to'>, month: string): OrderState {
  if (to !== null && to < firstDayOf(month)) return 'ended';
  return from > lastDayOf(month) ? 'coming' : 'valid';
}
