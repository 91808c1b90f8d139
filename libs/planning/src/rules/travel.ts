import type { SoftRule } from './planning-rule.js';
import { signedMinutes } from './signed-minutes.js';

export const travelRule: SoftRule<{ readonly seconds: number }> = {
  kind: 'soft',
  id: 'travel',
  name: { sv: 'Restid', en: 'Travel' },
  why: {
    sv: 'Tid mellan dörrar är betald och hjälper ingen.',
    en: 'Time between doors is paid and helps nobody.',
  },
  unit: { sv: 'sekunder', en: 'seconds' },
  weight: () => 1,
  weightReason: {
    sv: 'Måttet för alla andra vikter.',
    en: 'The measure of all other weights.',
  },
  explain: ({ seconds }) => ({
    sv: `${signedMinutes(seconds)} min restid`,
    en: `${signedMinutes(seconds)} min of travel`,
  }),
};
