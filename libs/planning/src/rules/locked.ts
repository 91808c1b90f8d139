import type { HardRule } from './planning-rule.js';

export const lockedRule: HardRule<void> = {
  kind: 'hard',
  id: 'locked',
  name: { sv: 'Låst', en: 'Locked' },
  why: {
    sv: 'Planeraren har bestämt medarbetare och start; bara hen tar bort låset.',
    en: 'The planerare has decided employee and start; only he or she takes the lock away.',
  },
  explain: () => ({ sv: 'Besöket är låst. Lås upp det först.', en: 'The visit is locked. Unlock it first.' }),
};
