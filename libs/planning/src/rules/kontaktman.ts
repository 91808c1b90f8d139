import type { Brukare, Employee, UnitSettings } from '@hemtjanst/domain';
import type { SoftRule } from './planning-rule.js';

/** The kontaktman, or the fast omsorgskontakt that the law gives a right to. */
export const isContact = (
  { kontaktmanId, fastOmsorgskontaktId }: Pick<Brukare, 'kontaktmanId' | 'fastOmsorgskontaktId'>,
  { id }: Pick<Employee, 'id'>,
): boolean => id === kontaktmanId || id === fastOmsorgskontaktId;

export const kontaktmanRule: SoftRule<{ readonly visits: number }> = {
  kind: 'soft',
  id: 'kontaktman',
  name: { sv: 'Kontaktman', en: 'Contact person' },
  why: {
    sv: 'Kontaktmannen och den fasta omsorgskontakten känner brukaren bäst (socialtjänstlagen, från 1 juli 2023).',
    en: 'The kontaktman and the fast omsorgskontakt know the person best (socialtjänstlagen, from 1 July 2023).',
  },
  unit: { sv: 'besök av annan än kontaktmannen', en: 'visits by somebody else than the contact person' },
  weight: ({ weights }) => weights.kontaktmanBonus,
  weightReason: {
    sv: 'Uppmätt: 7 minuters restid per besök ger en andel över 35 %; från 10 till 15 minuter stiger den två procentenheter och restiden 2 %.',
    en: 'Measured: 7 minutes of travel a visit give a share above 35 %; from 10 to 15 minutes it grows by two points and travel by 2 %.',
  },
  explain: ({ visits }) =>
    visits > 0
      ? { sv: 'Kontaktmannen kommer inte längre', en: 'The contact person no longer comes' }
      : { sv: 'Kontaktmannen kommer', en: 'The contact person comes' },
};

/** Seconds-equivalents of one visit: negative where it is wished for. */
export const kontaktmanCost = (brukare: Brukare, employee: Employee, settings: UnitSettings): number =>
  isContact(brukare, employee) ? -kontaktmanRule.weight(settings) : 0;
