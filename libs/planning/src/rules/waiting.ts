import type { SoftRule } from './planning-rule.js';
import { signedMinutes } from './signed-minutes.js';

export const waitingRule: SoftRule<{ readonly seconds: number }> = {
  kind: 'soft',
  id: 'waiting',
  name: { sv: 'Väntan', en: 'Waiting' },
  why: {
    sv: 'Tid vid dörren innan besöket får börja; visas så att ingen överraskas.',
    en: 'Time at a door before the visit may begin; shown so that nobody is surprised.',
  },
  unit: { sv: 'sekunder', en: 'seconds' },
  weight: () => 0,
  weightReason: {
    sv: 'Passets timmar är betalda vare sig någon väntar eller inte; sparad restid skulle bara bli en kostnad igen.',
    en: 'The hours of the shift are paid whether somebody waits or not; travel saved would only become a cost again.',
  },
  explain: ({ seconds }) => ({
    sv: `${signedMinutes(seconds)} min väntan`,
    en: `${signedMinutes(seconds)} min of waiting`,
  }),
};
