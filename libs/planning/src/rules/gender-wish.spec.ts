import { DEFAULT_UNIT_SETTINGS, aBrukare, anEmployee } from '@hemtjanst/domain';
import { genderWishCost, lacksWishedGender } from './gender-wish.js';

describe('a wished gender', () => {
  it('is missed by the other gender and by who has told none, and never where there is no wish', () => {
    expect(lacksWishedGender({ wishedGender: 'K' }, { gender: 'K' })).toBe(false);
    expect(lacksWishedGender({ wishedGender: 'K' }, { gender: 'M' })).toBe(true);
    expect(lacksWishedGender({ wishedGender: 'K' }, { gender: null })).toBe(true);
    expect(lacksWishedGender({ wishedGender: null }, { gender: 'M' })).toBe(false);
  });

  it('has a price only where the unit meets it whenever possible', () => {
    const [brukare, employee] = [aBrukare({ wishedGender: 'K' }), anEmployee({ gender: 'M' })];
    const soft = { ...DEFAULT_UNIT_SETTINGS, genderWish: 'soft' } as const;
    expect(genderWishCost(brukare, employee, soft)).toBe(3600);
    expect(genderWishCost(brukare, anEmployee({ gender: 'K' }), soft)).toBe(0);
    expect(genderWishCost(brukare, employee, DEFAULT_UNIT_SETTINGS)).toBe(0);
  });
});
