import type { Brukare, Shift } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

/** Staff lent to another group have that group on the shift. */
export const isOtherGroup = (
  { workGroupId }: Pick<Brukare, 'workGroupId'>,
  shift: Pick<Shift, 'workGroupId'>,
): boolean => shift.workGroupId !== workGroupId;

export const workGroupRule: HardRule<void> = {
  kind: 'hard',
  id: 'work-group',
  name: { sv: 'Egen arbetsgrupp', en: 'Own work group' },
  why: {
    sv: 'En grupp planeras tillsammans; lån bestäms av människor och skrivs på passet.',
    en: 'A group is planned together; lending is decided by people and written on the shift.',
  },
  explain: () => ({ sv: 'Passet hör till en annan arbetsgrupp.', en: 'The shift belongs to another work group.' }),
};
