import { animalsRule, unbearablePets } from './animals.js';

describe('animals at home', () => {
  it('keep away who cannot be near them, and nobody else', () => {
    const fearsDogs = { toleratesDogs: false, toleratesCats: true };
    expect(unbearablePets({ pets: ['katt'] }, fearsDogs)).toEqual([]);
    expect(unbearablePets({ pets: ['katt', 'hund'] }, fearsDogs)).toEqual(['hund']);
    expect(unbearablePets({ pets: [] }, { toleratesDogs: false, toleratesCats: false })).toEqual([]);
    expect(animalsRule.explain({ pets: ['hund'] }).en).toBe('Cannot be near dogs, which live there.');
  });
});
