import type { SoftRule } from './planning-rule.js';
import { signedMinutes } from './signed-minutes.js';

export const keyAndDoorRule: SoftRule<{ readonly seconds: number }> = {
  kind: 'soft',
  id: 'key-and-door',
  name: { sv: 'Lås, nyckel och trappor', en: 'Lock, key and stairs' },
  why: 'Parking, entrance, key and floor at every stop; visits in the same house share them. Legs are rounded up to whole minutes.',
  unit: { sv: 'sekunder', en: 'seconds' },
  weight: () => 1,
  weightReason: 'Paid time like travel.',
  explain: ({ seconds }) => ({
    sv: `${signedMinutes(seconds)} min lås, nyckel och trappor`,
    en: `${signedMinutes(seconds)} min of lock, key and stairs`,
  }),
};
