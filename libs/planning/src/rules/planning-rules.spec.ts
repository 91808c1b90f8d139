import { DEFAULT_UNIT_SETTINGS as settings } from '@hemtjanst/domain';
import type { Sentence } from './planning-rule.js';
import { describeRules } from './planning-rules.js';

const lengths = (...sentences: readonly Sentence[]): readonly number[] =>
  sentences.flatMap(({ sv, en }) => [sv.length, en.length]);

describe('the list of planning rules', () => {
  const ids = (genderWish: 'hard' | 'soft') => describeRules({ ...settings, genderWish }).map(({ id }) => id);

  it('has each rule once, in both languages, with a reason and, where it can be weighed, a price', () => {
    const rules = describeRules(settings);
    expect(new Set(ids('hard')).size).toBe(rules.length);
    for (const { kind, name, why, price } of rules) {
      expect(Math.min(...lengths(name, why))).toBeGreaterThan(2);
      expect(why.sv).not.toBe(why.en);
      expect(price === null).toBe(kind === 'hard');
      if (price !== null) expect(Math.min(...lengths(price.reason))).toBeGreaterThan(10);
    }
  });

  it('has a wished gender as the unit has decided: always met, or weighed', () => {
    expect([ids('hard').includes('gender-wish'), ids('hard').includes('gender-wish-soft')]).toEqual([true, false]);
    expect([ids('soft').includes('gender-wish'), ids('soft').includes('gender-wish-soft')]).toEqual([false, true]);
  });

  it('prices what the unit has weighed by the unit’s own weights', () => {
    const weights = { ...settings.weights, kontaktmanBonus: 123 };
    const kontaktman = describeRules({ ...settings, weights }).find(({ id }) => id === 'kontaktman');
    expect(kontaktman?.price?.secondsPerUnit).toBe(123);
  });
});
