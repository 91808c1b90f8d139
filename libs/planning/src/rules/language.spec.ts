import { DEFAULT_UNIT_SETTINGS as settings, aBrukare, anEmployee } from '@hemtjanst/domain';
import { languageCost } from './language.js';

describe('the language', () => {
  const costOf = (language: string | null, languages: readonly string[]) =>
    languageCost(aBrukare({ language }), anEmployee({ languages }), settings);

  it('costs a visit without a common one, and nothing where the person needs none', () => {
    expect(costOf('fi', ['sv', 'fi'])).toBe(0);
    expect(costOf('fi', ['sv'])).toBe(settings.weights.languageMismatch);
    expect(costOf(null, ['sv'])).toBe(0);
  });
});
