import type { Gender } from '../people/people.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';

/** Figures of fewer people than this could be traced to one of them; the unit may choose another number. */
const SMALLEST_CELL = DEFAULT_UNIT_SETTINGS.smallestCell;

export interface ByGender<Figures> {
  /** Women. */
  readonly K: Figures;
  /** Men. */
  readonly M: Figures;
}

/**
 * Women and men apart, or null where it may not be shown: when one of the two is a small cell the other is hidden too, because
 * the hidden one is the total less the shown one. A cell nobody is in hides nothing.
 */
export function byGender<Person extends { readonly gender: Gender | null }, Figures>(
  people: readonly Person[],
  figuresOf: (some: readonly Person[]) => Figures,
  smallestCell: number = SMALLEST_CELL,
): ByGender<Figures> | null {
  const women = people.filter(({ gender }) => gender === 'K');
  const men = people.filter(({ gender }) => gender === 'M');
  const notStated = people.length - women.length - men.length;
  const isSmall = (size: number): boolean => size > 0 && size < smallestCell;
  if ([women.length, men.length, notStated].some(isSmall)) return null;
  return { K: figuresOf(women), M: figuresOf(men) };
}
