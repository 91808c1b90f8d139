import type { HardRule } from './planning-rule.js';

export const doubleStaffingRule: HardRule<void> = {
  kind: 'hard',
  id: 'double-staffing',
  name: { sv: 'Dubbelbemanning', en: 'Double staffing' },
  why: {
    sv: 'Ett besök för två görs av två olika medarbetare på de avtalade tiderna, eller inte alls.',
    en: 'A visit for two is done by two different employees at the agreed times, or not at all.',
  },
  explain: () => ({
    sv: 'Ingen andra medarbetare är ledig samtidigt.',
    en: 'No second employee is free at that time.',
  }),
};
