import type { SoftRule } from './planning-rule.js';
import { signedMinutes } from './signed-minutes.js';

export const keyAndDoorRule: SoftRule<{ readonly seconds: number }> = {
  kind: 'soft',
  id: 'key-and-door',
  name: { sv: 'Lås, nyckel och trappor', en: 'Lock, key and stairs' },
  why: {
    sv: 'Parkering, port, nyckel och trappor vid varje stopp; besök i samma hus delar på dem. Varje väg rundas upp till hela minuter.',
    en: 'Parking, entrance, key and floor at every stop; visits in the same house share them. Legs are rounded up to whole minutes.',
  },
  unit: { sv: 'sekunder', en: 'seconds' },
  weight: () => 1,
  weightReason: {
    sv: 'Betald tid, liksom restid.',
    en: 'Paid time like travel.',
  },
  explain: ({ seconds }) => ({
    sv: `${signedMinutes(seconds)} min lås, nyckel och trappor`,
    en: `${signedMinutes(seconds)} min of lock, key and stairs`,
  }),
};
