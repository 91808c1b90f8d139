import { formatRecurrence, parseRecurrence } from './parse-recurrence.js';

describe('the days a visit recurs on', () => {
  it.each([
    ['mån ons fre', { kind: 'weekdays', days: [1, 3, 5] }],
    ['Fre, MÅN', { kind: 'weekdays', days: [1, 5] }],
    ['man lor son', { kind: 'weekdays', days: [1, 6, 7] }],
    ['torsdag söndagar', { kind: 'weekdays', days: [4, 7] }],
    ['alla', { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6, 7] }],
    ['vardag', { kind: 'weekdays', days: [1, 2, 3, 4, 5] }],
    ['vardag lör', { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] }],
    ['2/vecka', { kind: 'floating', times: 2, everyWeeks: 1 }],
    ['1/2veckor', { kind: 'floating', times: 1, everyWeeks: 2 }],
    ['1 / 4 veckor', { kind: 'floating', times: 1, everyWeeks: 4 }],
  ])('reads %s', (text, recurrence) => {
    expect(parseRecurrence(text)).toEqual(recurrence);
  });

  it.each(['', 'månadag', 'ibland', '0/vecka', '8/vecka', '15/2veckor', '1/0veckor', '1/27veckor', '2 vecka', 'mån x'])(
    'does not guess at %p',
    (text) => {
      expect(parseRecurrence(text)).toBeNull();
    },
  );

  it.each(['alla', 'vardag', 'tis', 'mån tis ons tor fre lör', '3/vecka', '1/2veckor'])(
    'writes %s as it reads it',
    (text) => {
      const recurrence = parseRecurrence(text);
      expect(recurrence === null ? null : formatRecurrence(recurrence)).toBe(text);
    },
  );
});
