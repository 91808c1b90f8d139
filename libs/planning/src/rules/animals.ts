import type { Brukare, Employee, Pet } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

/** The pets at home that the employee cannot be near. */
export const unbearablePets = (
  { pets }: Pick<Brukare, 'pets'>,
  { toleratesDogs, toleratesCats }: Pick<Employee, 'toleratesDogs' | 'toleratesCats'>,
): readonly Pet[] => pets.filter((pet) => !(pet === 'hund' ? toleratesDogs : toleratesCats));

const ENGLISH: Readonly<Record<Pet, string>> = { hund: 'dogs', katt: 'cats' };

export const animalsRule: HardRule<{ readonly pets: readonly Pet[] }> = {
  kind: 'hard',
  id: 'animals',
  name: { sv: 'Djur i hemmet', en: 'Animals at home' },
  why: {
    sv: 'Allergi eller rädsla är en fråga om arbetsmiljön.',
    en: 'Allergy or fear is a matter of the work environment.',
  },
  explain: ({ pets }) => ({
    sv: `Tål inte ${pets.join(' och ')}, som finns i hemmet.`,
    en: `Cannot be near ${pets.map((pet) => ENGLISH[pet]).join(' and ')}, which live there.`,
  }),
};
