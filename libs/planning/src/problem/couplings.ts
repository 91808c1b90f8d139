import type { Coupling } from '@hemtjanst/solver';
import { gapOffsets } from '../rules/gap.js';
import type { VisitRow } from './visit-rows.js';

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
    return [{ first, second: row, ...gapOffsets(demand.gap, rows[first].serviceSeconds), together: false }];
  });
}
