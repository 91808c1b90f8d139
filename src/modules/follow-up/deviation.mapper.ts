import type { DeviationAnswer, DeviationListAnswer } from '@hemtjanst/contracts';
import { deviationReasonText, type Deviation } from '@hemtjanst/domain';
import type { ListFile } from '../../http/list-file.js';
import type { LedgerEntry } from '../ramtid-ledger/ledger-months.service.js';

/** @param entries the ledger the list was made from: it knows the ids behind the unit's own numbers */
export function deviationAnswer(deviation: Deviation, entries: readonly LedgerEntry[]): DeviationAnswer {
  const own = entries.filter(({ line }) => line.brukareId === deviation.brukareId);
  return {
    brukareId: deviation.brukareId,
    brukareCode: own[0]?.brukareCode ?? '',
    kind: deviation.kind,
    ramtidOrderIds: own.flatMap(({ order }) =>
      order !== null && deviation.orderIds.includes(order.code) ? [order.id] : [],
    ),
    orderedMinutes: rounded(deviation.orderedMinutes),
    performedMinutes: rounded(deviation.performedMinutes),
    differenceMinutes: rounded(deviation.differenceMinutes),
    performedShare: deviation.performedShare === null ? null : Math.round(deviation.performedShare * 10_000) / 10_000,
    reasons: deviation.reasons.map(deviationReasonText),
  };
}

/** The list as the orderer gets it; a difference below nothing stays a negative number. */
export const deviationFile = ({ month, items }: DeviationListAnswer): ListFile => ({
  name: `avvikelser-${month}`,
  columns: ['kundnr', 'typ', 'bestallda_timmar', 'utforda_timmar', 'skillnad_timmar', 'utfort_procent', 'orsaker'],
  rows: items.map((item) => [
    item.brukareCode,
    item.kind ?? 'utan beställning',
    hours(item.orderedMinutes),
    hours(item.performedMinutes),
    hours(item.differenceMinutes),
    item.performedShare === null ? null : Math.round(item.performedShare * 1000) / 10,
    item.reasons.join(', '),
  ]),
});

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100;

const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
