import { settingFields, settingValues, settingWith, type SettingWords } from './setting-fields.js';

const WORDS: SettingWords = {
  label: 'Inställning',
  unit: 'min',
  listHint: '',
  wordOf: (part) => part.toUpperCase(),
  insatser: [{ value: 'stad', label: 'Städning' }],
  choicesOf: (word) => (word === 'hard' ? [{ value: 'hard', label: 'måste' }] : null),
};
const kinds = (value: unknown) => settingFields(value, WORDS).map(({ kind, name }) => `${kind} ${name}`);

describe('a setting as a form', () => {
  it('has one box for a number, a choice, a yes or no, and a list', () => {
    expect([kinds(10), kinds('hard'), kinds(true), kinds(['stad']), kinds([11, 12])]).toEqual([
      ['number '],
      ['choice '],
      ['check '],
      ['many '],
      ['text '],
    ]);
  });

  it('has a box for each part, named and labelled by its path', () => {
    const value = { morgon: { earliest: '07:00', latest: '10:00' } };
    expect(settingFields(value, WORDS).map(({ kind, name, label }) => [kind, name, label])).toEqual([
      ['time', 'morgon.earliest', 'MORGON, EARLIEST'],
      ['time', 'morgon.latest', 'MORGON, LATEST'],
    ]);
  });

  it('comes back as it was when nothing is changed', () => {
    for (const value of [0.75, 'hard', ['stad'], [11, 12, 1], [{ from: '11:00', to: '14:00' }], { a: { b: 1 } }]) {
      expect(settingWith(value, settingValues(value))).toEqual(value);
    }
  });

  it('changes one part and leaves the others', () => {
    expect(settingWith({ over: 1, near: 0.95 }, { near: 0.9 })).toEqual({ over: 1, near: 0.9 });
    expect(settingWith([{ from: '11:00', to: '14:00' }], { '0.to': '13:00' })).toEqual([
      { from: '11:00', to: '13:00' },
    ]);
  });

  it('reads a list of numbers between commas or semicolons', () => {
    expect(settingWith([1], { '': '11, 12, 1' })).toEqual([11, 12, 1]);
    expect(settingWith([1], { '': '0,5; 2' })).toEqual([0.5, 2]);
  });
});
