import type { Brukare, Employee, UnitSettings } from '@hemtjanst/domain';
import type { HardRule, SoftRule } from './planning-rule.js';

export const lacksWishedGender = (
  { wishedGender }: Pick<Brukare, 'wishedGender'>,
  { gender }: Pick<Employee, 'gender'>,
): boolean => wishedGender !== null && gender !== wishedGender;

const name = { sv: 'Önskat kön', en: 'Wished gender' };
const explain = () => ({
  sv: 'Brukaren har önskat personal av ett annat kön.',
  en: 'The person has asked for staff of another gender.',
});

/** Holds where the unit has decided that the wish is always met (`genderWish: 'hard'`, the default). */
export const genderWishRule: HardRule<void> = {
  kind: 'hard',
  id: 'gender-wish',
  name,
  why: {
    sv: 'Intim omvårdnad: enheten bestämmer om önskemålet alltid ska uppfyllas eller när det går.',
    en: 'Intimate care: the unit decides whether the wish is met always or whenever possible.',
  },
  explain,
};

export const genderWishSoftRule: SoftRule<void> = {
  kind: 'soft',
  id: 'gender-wish-soft',
  name,
  why: {
    sv: 'Samma önskemål där enheten uppfyller det när det går.',
    en: 'The same wish where the unit meets it whenever possible.',
  },
  unit: { sv: 'besök', en: 'visits' },
  weight: ({ weights }) => weights.softGenderMismatch,
  weightReason: {
    sv: 'En timmes restid: ges upp bara där besöket annars knappast skulle bli av.',
    en: 'One hour of travel: given up only where the visit would otherwise hardly be done.',
  },
  explain,
};

/** Seconds-equivalents of one visit. */
export const genderWishCost = (brukare: Brukare, employee: Employee, settings: UnitSettings): number =>
  settings.genderWish === 'soft' && lacksWishedGender(brukare, employee) ? genderWishSoftRule.weight(settings) : 0;
