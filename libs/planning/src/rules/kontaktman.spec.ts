import { DEFAULT_UNIT_SETTINGS as settings, aBrukare, anEmployee } from '@hemtjanst/domain';
import { kontaktmanCost } from './kontaktman.js';

describe('the kontaktman', () => {
  const brukare = aBrukare({ kontaktmanId: 'E1', fastOmsorgskontaktId: 'E2' });
  const costOf = (id: string) => kontaktmanCost(brukare, anEmployee({ id }), settings);

  it('is wished for, and so is the fast omsorgskontakt; nobody else is', () => {
    expect(costOf('E1')).toBe(-settings.weights.kontaktmanBonus);
    expect(costOf('E2')).toBe(costOf('E1'));
    expect(costOf('E3')).toBe(0);
  });
});
