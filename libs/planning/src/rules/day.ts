import type { LocalDate, VisitDemand } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

export const mayLieOn = ({ allowedDates }: Pick<VisitDemand, 'allowedDates'>, date: LocalDate): boolean =>
  allowedDates.includes(date);

export const dayRule: HardRule<{ readonly allowedDates: readonly LocalDate[] }> = {
  kind: 'hard',
  id: 'day',
  name: { sv: 'Avtalad dag', en: 'Agreed day' },
  why: {
    sv: 'Dagarna är överenskomna i genomförandeplanen; ett besök utan fasta dagar får ligga på flera.',
    en: 'Days are agreed in the genomförandeplan; a visit without fixed days may lie on several.',
  },
  explain: ({ allowedDates }) => ({
    sv: `Besöket ska göras ${allowedDates.join(' eller ')}.`,
    en: `The visit is to be done on ${allowedDates.join(' or ')}.`,
  }),
};
