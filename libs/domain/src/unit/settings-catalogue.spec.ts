import { SETTINGS_CATALOGUE } from './settings-catalogue.js';
import { DEFAULT_UNIT_SETTINGS } from './unit-settings.js';

describe('the catalogue of settings', () => {
  it('explains every setting there is, each once', () => {
    const keys = SETTINGS_CATALOGUE.map(({ key }) => key);
    expect([...keys].sort()).toEqual(Object.keys(DEFAULT_UNIT_SETTINGS).sort());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives each a reason and a source to be judged by', () => {
    expect(SETTINGS_CATALOGUE.filter(({ reason, source }) => reason.length < 10 || source === '')).toEqual([]);
  });
});
