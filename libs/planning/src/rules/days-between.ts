import type { VisitDemand } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

/** Days that must lie between the starts of two visits of one template; never the same day. */
export const daysApart = ({ minDaysBetween }: Pick<VisitDemand, 'minDaysBetween'>): number =>
  Math.max(1, minDaysBetween);

export const daysBetweenRule: HardRule<Pick<VisitDemand, 'minDaysBetween'>> = {
  kind: 'hard',
  id: 'days-between',
  name: { sv: 'Dagar emellan', en: 'Days between' },
  why: {
    sv: 'Två duschar i veckan ligger isär så som genomförandeplanen säger.',
    en: 'Two showers a week lie apart as agreed in the genomförandeplan.',
  },
  explain: (demand) => ({
    sv: `För nära ett annat besök av samma slag: minst ${daysApart(demand)} dygn emellan.`,
    en: `Too close to another visit of the same kind: at least ${daysApart(demand)} days apart.`,
  }),
};
