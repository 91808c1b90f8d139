import type { DeviationAnswer, DeviationListAnswer } from '@hemtjanst/contracts';
import { deviationReasonText, type Deviation, type Gender } from '@hemtjanst/domain';
import type { CsvColumn } from '../../unit-folder/read-csv.js';
import { decimal, type CsvCells } from '../../unit-folder/write-csv.js';
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

export const DEVIATION_COLUMNS: readonly CsvColumn[] = [
  'kundnr',
  'typ',
  'bestallda_timmar',
  'utforda_timmar',
  'skillnad_timmar',
  'utfort_procent',
  'orsaker',
].map((name) => ({ name, isRequired: true }));

export const deviationCells = (deviation: DeviationAnswer): CsvCells => ({
  kundnr: deviation.brukareCode,
  typ: deviation.kind ?? 'utan beställning',
  bestallda_timmar: hours(deviation.orderedMinutes),
  utforda_timmar: hours(deviation.performedMinutes),
  skillnad_timmar: hours(deviation.differenceMinutes),
  utfort_procent: deviation.performedShare === null ? null : decimal(Math.round(deviation.performedShare * 1000) / 10),
  orsaker: deviation.reasons.join(', '),
});

interface GenderedMonth {
  readonly brukareId: string;
  readonly gender: Gender | null;
  readonly orderedMinutes: number;
  readonly performedMinutes: number;
}

/** One record per brukare of the ledger, larm left out as in the list. */
export function gendered(
  entries: readonly LedgerEntry[],
  genders: ReadonlyMap<string, Gender | null>,
): readonly GenderedMonth[] {
  const byBrukare = new Map<string, GenderedMonth>();
  for (const { line } of entries) {
    if (line.kind === 'larm') continue;
    const known = byBrukare.get(line.brukareId);
    byBrukare.set(line.brukareId, {
      brukareId: line.brukareId,
      gender: genders.get(line.brukareId) ?? null,
      orderedMinutes: (known?.orderedMinutes ?? 0) + line.orderedMinutes,
      performedMinutes: (known?.performedMinutes ?? 0) + line.performedMinutes,
    });
  }
  return [...byBrukare.values()];
}

type Sums = NonNullable<DeviationListAnswer['byGender']>['K'];

export const sumsOf = (months: readonly GenderedMonth[]): Sums => ({
  brukare: months.length,
  orderedMinutes: rounded(months.reduce((sum, one) => sum + one.orderedMinutes, 0)),
  performedMinutes: rounded(months.reduce((sum, one) => sum + one.performedMinutes, 0)),
});

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100;

const hours = (minutes: number): string => decimal(Math.round((minutes / 60) * 100) / 100);
