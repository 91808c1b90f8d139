import { coordinate, isoWeek, localDate, text, timeOfDay } from './fields.js';
import { newAbsence } from './brukare.js';
import { dateRangeQuery } from './employees.js';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('fields of the contracts', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['0001-01-01', false],
    ['9999-12-31', false],
    ['2026-W10', false],
    ['hej', false],
    [20260302, false],
  ])('date %s: %s', (value, expected) => {
    expect(accepts(localDate, value)).toBe(expected);
  });

  it.each([
    ['2026-W01', true],
    ['2026-W53', true], // 1 January 2026 is a Thursday
    ['2025-W53', false],
    ['2020-W53', true], // 31 December 2020 is a Thursday
    ['2026-W00', false],
    ['2026-W54', false],
    ['2026-w10', false],
  ])('week %s: %s', (value, expected) => {
    expect(accepts(isoWeek, value)).toBe(expected);
  });

  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', true],
    ['24:01', false],
    ['7:05', false],
    ['07:60', false],
  ])('time of day %s: %s', (value, expected) => {
    expect(accepts(timeOfDay, value)).toBe(expected);
  });

  it('trims and composes a text, and refuses one of spaces or with signs that cannot be stored', () => {
    expect(text(10).parse('  A\u030Asa ')).toBe('\u00C5sa');
    for (const bad of ['   ', 'a\u0000b', 'a\ud800b', 'a\u202eb', 'elva tecken'])
      expect(accepts(text(10), bad)).toBe(false);
  });

  it('knows a swapped coordinate, and one outside Sweden', () => {
    expect(accepts(coordinate, { lat: 57.7, lon: 11.95 })).toBe(true);
    expect(accepts(coordinate, { lat: 11.95, lon: 57.7 })).toBe(false);
    expect(accepts(coordinate, { lat: 0, lon: 0 })).toBe(false);
  });

  it('takes a range of 62 days, and not one of 63 or one that runs backwards', () => {
    expect(accepts(dateRangeQuery, { from: '2026-01-01', to: '2026-03-03' })).toBe(true);
    expect(accepts(dateRangeQuery, { from: '2026-01-01', to: '2026-03-04' })).toBe(false);
    expect(accepts(dateRangeQuery, { from: '2026-03-02', to: '2026-03-01' })).toBe(false);
  });

  it('wants an absence to end after it begins, to the minute', () => {
    const absence = { fromDate: '2026-03-02', fromTime: '10:00', toDate: '2026-03-02' };
    expect(accepts(newAbsence, { ...absence, toTime: '10:00' })).toBe(false);
    expect(accepts(newAbsence, { ...absence, toTime: '10:01' })).toBe(true);
  });
});
