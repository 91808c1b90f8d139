import type { Brukare, Employee } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

export const isBanned = (
  { bannedEmployeeIds }: Pick<Brukare, 'bannedEmployeeIds'>,
  { id }: Pick<Employee, 'id'>,
): boolean => bannedEmployeeIds.includes(id);

export const bannedEmployeeRule: HardRule<void> = {
  kind: 'hard',
  id: 'banned-employee',
  name: { sv: 'Ska inte komma', en: 'Shall not come' },
  why: {
    sv: 'Överenskommet med brukaren eller beslutat av enhetschefen, till exempel mellan släktingar.',
    en: 'Agreed with the brukare or decided by the enhetschef, for example between relatives.',
  },
  explain: () => ({ sv: 'Ska inte komma till brukaren.', en: 'Shall not come to this person.' }),
};
