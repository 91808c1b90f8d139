import type { UnitSettings, VisitDemand } from '@hemtjanst/domain';
import type { SoftRule } from './planning-rule.js';

export const unassignedRule: SoftRule<{ readonly visits: number; readonly priority: VisitDemand['priority'] }> = {
  kind: 'soft',
  id: 'unassigned',
  name: { sv: 'Ej placerat besök', en: 'Visit without place' },
  why: {
    sv: 'Varje beställt besök ska göras; där timmarna inte räcker kommer besöken med prioritet 1 först.',
    en: 'Every ordered visit is to be done; where hours are short, the ones of priority 1 first.',
  },
  unit: { sv: 'besök', en: 'visits' },
  weight: ({ weights }) => weights.unassignedBase[1],
  weightReason: {
    sv: 'Tio timmars restid för prioritet 1, fem och två och en halv för de lägre, och två minuter per minut av besöket.',
    en: 'Ten hours of travel for priority 1, five and two and a half below, and two minutes a minute of the visit.',
  },
  explain: ({ visits, priority }) =>
    visits > 0
      ? {
          sv: `Ett besök med prioritet ${priority} lämnas utan plats`,
          en: `A visit of priority ${priority} is left out`,
        }
      : { sv: `Ett besök med prioritet ${priority} får plats`, en: `A visit of priority ${priority} gets a place` },
};

/** The helper's part carries only its minutes: both parts are planned or neither is, and the visit is missed once. */
export function unassignedCost(
  { priority }: Pick<VisitDemand, 'priority'>,
  part: 'main' | 'helper',
  serviceSeconds: number,
  { weights }: UnitSettings,
): number {
  const base = part === 'main' ? weights.unassignedBase[priority] : 0;
  return base + Math.round((serviceSeconds / 60) * weights.unassignedPerMinute);
}
