import type { MonthClosingAnswer, MonthClosingListAnswer } from '@hemtjanst/contracts';
import { byGender, instantOfDate, type Gender } from '@hemtjanst/domain';
import type { LedgerEntry } from '../ramtid-ledger/ledger-months.service.js';
import { genderedMonths, sumsOf, type GenderedMonth } from './gendered-months.js';
import type { ClosedLineRow, MonthClosingRow } from './month-closing.repository.js';

export const closedLineOf = ({ line, order }: LedgerEntry): ClosedLineRow => ({
  brukare_id: line.brukareId,
  order_id: order?.id ?? null,
  kind: line.kind,
  ordered_minutes: line.orderedMinutes,
  given_back_minutes: line.givenBackMinutes,
  registered_minutes: line.registeredMinutes,
  performed_minutes: line.performedMinutes,
});

/** @param now the month's lines as they would be closed today */
export function monthClosingAnswer(
  closing: MonthClosingRow,
  closed: readonly ClosedLineRow[],
  now: readonly ClosedLineRow[],
  genders: ReadonlyMap<string, Gender | null>,
  smallestCell: number,
): MonthClosingAnswer {
  return {
    id: closing.id,
    month: closing.month,
    closesAt: instantOfDate(closing.closes_at),
    closedAt: instantOfDate(closing.closed_at),
    isAutomatic: closing.closed_by === null,
    totals: KINDS.flatMap((kind) => totalOf(kind, closed)),
    byGender: byGender(monthsByBrukare(closed, genders), sumsOf, smallestCell),
    changedSince: changesBetween(closed, now),
  };
}

export const closingListItem = (closing: MonthClosingRow): MonthClosingListAnswer['items'][number] => ({
  id: closing.id,
  month: closing.month,
  closesAt: instantOfDate(closing.closes_at),
  closedAt: instantOfDate(closing.closed_at),
  isAutomatic: closing.closed_by === null,
});

/** One record per brukare, larm left out as in the list of deviations. */
function monthsByBrukare(
  closed: readonly ClosedLineRow[],
  genders: ReadonlyMap<string, Gender | null>,
): readonly GenderedMonth[] {
  const lines = closed
    .filter(({ kind }) => kind !== 'larm')
    .map(({ brukare_id, ordered_minutes, performed_minutes }) => ({
      brukareId: brukare_id,
      orderedMinutes: ordered_minutes,
      performedMinutes: performed_minutes,
    }));
  return genderedMonths(lines, genders);
}

const KINDS = ['hemtjanst', 'tryggt_mottagande', 'avlosning', 'ledsagning', 'larm', null] as const;

function totalOf(kind: (typeof KINDS)[number], lines: readonly ClosedLineRow[]): MonthClosingAnswer['totals'] {
  const own = lines.filter((line) => line.kind === kind);
  const sum = (minutesOf: (line: ClosedLineRow) => number): number =>
    rounded(own.reduce((total, line) => total + minutesOf(line), 0));
  if (own.length === 0) return [];
  return [
    {
      kind,
      orders: own.length,
      orderedMinutes: sum((line) => line.ordered_minutes),
      givenBackMinutes: sum((line) => line.given_back_minutes),
      registeredMinutes: sum((line) => line.registered_minutes),
      performedMinutes: sum((line) => line.performed_minutes),
    },
  ];
}

/** Lines whose performed time is another now than when the month was closed; one that is missing counts as 0. */
function changesBetween(
  closed: readonly ClosedLineRow[],
  now: readonly ClosedLineRow[],
): MonthClosingAnswer['changedSince'] {
  const keyOf = ({ brukare_id, order_id, kind }: ClosedLineRow): string => `${brukare_id} ${order_id ?? kind ?? ''}`;
  const minutesThen = new Map(closed.map((line) => [keyOf(line), line.performed_minutes]));
  const minutesNow = new Map(now.map((line) => [keyOf(line), line.performed_minutes]));
  const lines = new Map([...closed, ...now].map((line) => [keyOf(line), line]));
  return [...lines].flatMap(([key, { brukare_id, order_id }]) => {
    const [closedMinutes, nowMinutes] = [rounded(minutesThen.get(key) ?? 0), rounded(minutesNow.get(key) ?? 0)];
    if (closedMinutes === nowMinutes) return [];
    return [{ brukareId: brukare_id, ramtidOrderId: order_id, closedMinutes, nowMinutes }];
  });
}

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100;
