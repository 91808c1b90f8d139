import { type MinuteOfDay, type VisitDemand, formatMinuteOfDay } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

/** Both edges of the window are allowed starts. */
export const isInWindow = ({ window }: Pick<VisitDemand, 'window'>, startsAt: MinuteOfDay): boolean =>
  startsAt >= window.earliest && startsAt <= window.latest;

/** `isOutside`: the wished start is not allowed; otherwise the shift has no free time inside the window. */
export const timeWindowRule: HardRule<Pick<VisitDemand, 'window'> & { readonly isOutside: boolean }> = {
  kind: 'hard',
  id: 'time-window',
  name: { sv: 'Tidsfönster', en: 'Time window' },
  why: {
    sv: 'Tiden på dagen är överenskommen i genomförandeplanen; båda kanterna är tillåtna starttider.',
    en: 'The time of the day is agreed in the genomförandeplan; both edges are allowed starts.',
  },
  explain: ({ window, isOutside }) => {
    const hours = `${formatMinuteOfDay(window.earliest)}–${formatMinuteOfDay(window.latest)}`;
    return isOutside
      ? { sv: `Besöket ska börja ${hours}.`, en: `The visit is to begin ${hours}.` }
      : {
          sv: `Ingen ledig tid i passet när besöket ska börja, ${hours}.`,
          en: `The shift has no free time when the visit is to begin, ${hours}.`,
        };
  },
};
