import {
  epochSecondsOf,
  instantAt,
  instantOf,
  instantOfDate,
  instantOfEpochSeconds,
  localOf,
  minutesBetween,
  parseInstant,
} from './civil-time.js';
import { localDate } from './local-date.js';
import { clock } from './minute-of-day.js';

describe('civil time in Sweden', () => {
  it('has offset +01:00 in winter and +02:00 in summer', () => {
    expect(instantOf(localDate('2026-03-02'), clock('07:15'))).toBe('2026-03-02T07:15:00+01:00');
    expect(instantOf(localDate('2026-07-01'), clock('07:15'))).toBe('2026-07-01T07:15:00+02:00');
  });

  it('keeps seconds and goes past midnight', () => {
    expect(instantAt(localDate('2026-03-02'), 7 * 3600 + 61)).toBe('2026-03-02T07:01:01+01:00');
    expect(instantAt(localDate('2026-03-02'), 86_400)).toBe('2026-03-03T00:00:00+01:00');
  });

  it('has no 02:30 on the night the clocks go forward, but has 01:59 and 03:00', () => {
    const night = localDate('2026-03-29');
    expect(() => instantOf(night, clock('02:30'))).toThrow(expect.objectContaining({ code: 'tid.finns-inte' }));
    expect(() => instantOf(night, clock('02:00'))).toThrow(expect.objectContaining({ code: 'tid.finns-inte' }));
    expect(instantOf(night, clock('01:59'))).toBe('2026-03-29T01:59:00+01:00');
    expect(instantOf(night, clock('03:00'))).toBe('2026-03-29T03:00:00+02:00');
  });

  it('must be told which 02:30 is meant on the night the clocks go back', () => {
    const night = localDate('2026-10-25');
    expect(() => instantOf(night, clock('02:30'))).toThrow(expect.objectContaining({ code: 'tid.tvetydig' }));
    expect(instantOf(night, clock('02:30'), 'earlier')).toBe('2026-10-25T02:30:00+02:00');
    expect(instantOf(night, clock('02:30'), 'later')).toBe('2026-10-25T02:30:00+01:00');
    expect(instantOf(night, clock('01:59'))).toBe('2026-10-25T01:59:00+02:00');
    expect(instantOf(night, clock('03:00'))).toBe('2026-10-25T03:00:00+01:00');
  });

  it('counts the hours that pass, not those the clock shows', () => {
    const from = (date: string): number =>
      minutesBetween(instantOf(localDate(date), clock('00:00')), instantOf(localDate(date), clock('24:00'))) / 60;
    expect(from('2026-03-29')).toBe(23);
    expect(from('2026-10-25')).toBe(25);
    expect(from('2026-03-02')).toBe(24);
  });

  it('shows an instant written elsewhere as the clock here shows it', () => {
    const instant = parseInstant('2026-07-01T05:15:00Z');
    expect(instant).toBe('2026-07-01T07:15:00+02:00');
    expect(localOf(instantOf(localDate('2026-07-01'), clock('07:15')))).toEqual({
      date: '2026-07-01',
      secondOfDay: 7 * 3600 + 15 * 60,
    });
  });

  it.each(['2026-03-29T02:30:00', '2026-07-01', 'igår', '2026-13-01T00:00:00Z'])('refuses %p as an instant', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('agrees with the zone data of the runtime in every hour around each change, 2000–2037', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Stockholm',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const shown = (epochSeconds: number): string => format.format(new Date(epochSeconds * 1000));
    for (let year = 2000; year <= 2037; year += 1) {
      for (const month of ['03', '10']) {
        for (let hour = 0; hour < 24 * 8; hour += 1) {
          const epoch = Date.parse(`${year}-${month}-24T00:00:00Z`) / 1000 + hour * 3600;
          const instant = instantOfEpochSeconds(epoch);
          expect(instant.slice(0, 19).replace('T', ' ')).toBe(shown(epoch));
          expect(epochSecondsOf(instant)).toBe(epoch);
        }
      }
    }
  });
});

describe('the instant of a Date', () => {
  it('cuts off what is below a second, and has Sweden’s offset of that day', () => {
    expect(instantOfDate(new Date('2026-03-02T07:00:59.999Z'))).toBe('2026-03-02T08:00:59+01:00');
    expect(instantOfDate(new Date('2026-07-02T07:00:00.000Z'))).toBe('2026-07-02T09:00:00+02:00');
  });
});
