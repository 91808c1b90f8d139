import type { RamtidLedgerLine } from '../ramtid-ledger/ramtid-ledger.js';
import type { OrderKind } from '../ramtid-order/ramtid-order.js';

/** A row of the avvikelsekundlista: ordered beside performed, as the orderer reads it (domain.md section 1). */
export interface Deviation {
  readonly brukareId: string;
  /** Null: time without a valid order. Orders of one kind are added up, for the orderer asks about the person. */
  readonly kind: OrderKind | null;
  readonly orderIds: readonly string[];
  readonly orderedMinutes: number;
  readonly performedMinutes: number;
  /** Performed less ordered: negative where less was done. */
  readonly differenceMinutes: number;
  readonly performedShare: number | null;
  /** What the records know about why, in a fixed order. */
  readonly reasons: readonly DeviationReason[];
}

export type DeviationReason =
  | { readonly code: 'borta'; readonly minutes: number }
  | { readonly code: 'avbojda-besok'; readonly visits: number }
  | { readonly code: 'bomtid'; readonly visits: number }
  | { readonly code: 'slut-saknas'; readonly visits: number }
  | { readonly code: 'justerad-tid'; readonly minutes: number }
  | { readonly code: 'utan-bestallning'; readonly minutes: number };

/**
 * One row per brukare and kind of order where performed differs from ordered, the largest difference first. Larm is paid per
 * month and has no row.
 *
 * @param lines of a month that is over: what is still planned is not in the list
 */
export function deviationList(lines: readonly RamtidLedgerLine[]): readonly Deviation[] {
  const rows = new Map<string, RamtidLedgerLine[]>();
  for (const line of lines) {
    if (line.kind === 'larm') continue;
    const key = `${line.brukareId} ${line.kind ?? ''}`;
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows.values()]
    .flatMap((own) => (own[0] === undefined ? [] : [deviationOf(own[0], own)]))
    .filter(({ differenceMinutes }) => Math.abs(differenceMinutes) >= 1)
    .sort(
      (a, b) => Math.abs(b.differenceMinutes) - Math.abs(a.differenceMinutes) || (a.brukareId < b.brukareId ? -1 : 1),
    );
}

function deviationOf({ brukareId, kind }: RamtidLedgerLine, own: readonly RamtidLedgerLine[]): Deviation {
  const sum = (amountOf: (line: RamtidLedgerLine) => number): number =>
    own.reduce((total, line) => total + amountOf(line), 0);
  const [ordered, performed] = [sum((line) => line.orderedMinutes), sum((line) => line.performedMinutes)];
  const reasons: readonly DeviationReason[] = [
    { code: 'borta', minutes: sum((line) => line.givenBackMinutes) },
    { code: 'avbojda-besok', visits: sum((line) => line.declinedVisits) },
    { code: 'bomtid', visits: sum((line) => line.bomVisits) },
    { code: 'slut-saknas', visits: sum((line) => line.openVisits) },
    { code: 'justerad-tid', minutes: sum((line) => line.adjustmentMinutes) },
    { code: 'utan-bestallning', minutes: kind === null ? performed : 0 },
  ];
  return {
    brukareId,
    kind,
    orderIds: own.flatMap(({ orderId }) => (orderId === null ? [] : [orderId])),
    orderedMinutes: ordered,
    performedMinutes: performed,
    differenceMinutes: performed - ordered,
    performedShare: ordered === 0 ? null : performed / ordered,
    reasons: reasons.filter((reason) => ('minutes' in reason ? reason.minutes : reason.visits) !== 0),
  };
}

/** @example deviationReasonText({ code: 'avbojda-besok', visits: 2 }) // '2 avböjda besök' */
export function deviationReasonText(reason: DeviationReason): string {
  switch (reason.code) {
    case 'borta':
      return `borta ${hours(reason.minutes)} h av den beställda tiden`;
    case 'avbojda-besok':
      return `${reason.visits} avböjda besök`;
    case 'bomtid':
      return `${reason.visits} besök med bomtid`;
    case 'slut-saknas':
      return `${reason.visits} besök utan registrerat slut`;
    case 'justerad-tid':
      return `justerad tid ${hours(reason.minutes)} h`;
    case 'utan-bestallning':
      return `${hours(reason.minutes)} h utan giltig beställning`;
  }
}

const hours = (minutes: number): string => (minutes / 60).toFixed(1).replace('.', ',');
