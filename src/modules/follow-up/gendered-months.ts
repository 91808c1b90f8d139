import type { DeviationListAnswer } from '@hemtjanst/contracts';
import type { Gender } from '@hemtjanst/domain';

interface BrukareMinutes {
  readonly brukareId: string;
  readonly orderedMinutes: number;
  readonly performedMinutes: number;
}

/** A brukare's month with the gender it is counted under. */
export interface GenderedMonth extends BrukareMinutes {
  readonly gender: Gender | null;
}

/** One record per brukare, however many lines the brukare has. */
export function genderedMonths(
  lines: readonly BrukareMinutes[],
  genders: ReadonlyMap<string, Gender | null>,
): readonly GenderedMonth[] {
  const byBrukare = new Map<string, GenderedMonth>();
  for (const { brukareId, orderedMinutes, performedMinutes } of lines) {
    const known = byBrukare.get(brukareId);
    byBrukare.set(brukareId, {
      brukareId,
      gender: genders.get(brukareId) ?? null,
      orderedMinutes: (known?.orderedMinutes ?? 0) + orderedMinutes,
      performedMinutes: (known?.performedMinutes ?? 0) + performedMinutes,
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
