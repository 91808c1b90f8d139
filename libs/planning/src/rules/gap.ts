import type { VisitDemand } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

type Gap = NonNullable<VisitDemand['gap']>;

/** Seconds between the starts of the earlier visit and of the one that follows it: the gap counts from end to start. */
export function gapOffsets(
  { minMinutes, maxMinutes }: Pick<Gap, 'minMinutes' | 'maxMinutes'>,
  earlierServiceSeconds: number,
): { readonly minOffset: number; readonly maxOffset: number } {
  return {
    minOffset: earlierServiceSeconds + minMinutes * 60,
    maxOffset: maxMinutes === null ? SAME_DAY_SECONDS : earlierServiceSeconds + maxMinutes * 60,
  };
}

/** Longest offset that still means "the same day": visits are planned 00–24, the next day's start further away. */
const SAME_DAY_SECONDS = 20 * 3600;

export const gapRule: HardRule<void> = {
  kind: 'hard',
  id: 'gap',
  name: { sv: 'Avstånd till annat besök', en: 'Distance to another visit' },
  why: {
    sv: 'Medicin och måltider: överenskomna minuter mellan slutet av ett besök och början av nästa.',
    en: 'Medicine and meals: agreed minutes between the end of one visit and the start of the next.',
  },
  explain: () => ({
    sv: 'Avståndet till ett besök som det hänger ihop med blir för kort eller för långt.',
    en: 'It would come too soon or too late after a visit it hangs together with.',
  }),
};
