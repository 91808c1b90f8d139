import type { Coupling } from '@hemtjanst/solver';
import type { VisitRow } from './visit-rows.js';

/** Longest offset that still means "the same day": visits are planned 00–24, the next day's start further away. */
const SAME_DAY_SECONDS = 20 * 3600;

/** Visits for two start together; gaps bind the start of the later visit to the end of the earlier. */
export function couplingsOf(rows: readonly VisitRow[]): Coupling[] {
  return [...helperCouplings(rows), ...gapCouplings(rows)];
}

function helperCouplings(rows: readonly VisitRow[]): Coupling[] {
  return rows.flatMap(({ part, partnerRow, demand }, row) =>
    part === 'main' && demand.helper !== null
      ? [
          {
            first: row,
            second: partnerRow,
            minOffset: demand.helper.earliestOffset * 60,
            maxOffset: demand.helper.latestOffset * 60,
            together: true,
          },
        ]
      : [],
  );
}

function gapCouplings(rows: readonly VisitRow[]): Coupling[] {
  const mainRowByDemand = new Map(
    rows.flatMap((row, index) => (row.part === 'main' ? [[row.demand.id, index] as const] : [])),
  );
  return rows.flatMap(({ part, demand }, row) => {
    const first = demand.gap === null ? undefined : mainRowByDemand.get(demand.gap.afterDemandId);
    if (part !== 'main' || demand.gap === null || first === undefined) return [];
    const service = rows[first].serviceSeconds;
    return [
      {
        first,
        second: row,
        minOffset: service + demand.gap.minMinutes * 60,
        maxOffset: demand.gap.maxMinutes === null ? SAME_DAY_SECONDS : service + demand.gap.maxMinutes * 60,
        together: false,
      },
    ];
  });
}
