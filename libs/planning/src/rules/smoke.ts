import type { Brukare, Employee } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

export const meetsUnbearableSmoke = (
  { isSmoker }: Pick<Brukare, 'isSmoker'>,
  { toleratesSmoke }: Pick<Employee, 'toleratesSmoke'>,
): boolean => isSmoker && !toleratesSmoke;

export const smokeRule: HardRule<void> = {
  kind: 'hard',
  id: 'smoke',
  name: { sv: 'Rök', en: 'Smoke' },
  why: {
    sv: 'Astma och graviditet: en fråga om arbetsmiljön.',
    en: 'Asthma and pregnancy: a matter of the work environment.',
  },
  explain: () => ({ sv: 'Tål inte rök, och brukaren röker.', en: 'Cannot be near smoke, and the person smokes.' }),
};
