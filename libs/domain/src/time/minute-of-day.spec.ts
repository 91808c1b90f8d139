import { formatMinuteOfDay, parseMinuteOfDay } from './minute-of-day.js';
import { minuteOfDay } from './units.js';

describe('time of day', () => {
  it.each([
    ['07:05', 425],
    ['7.05', 425],
    ['00:00', 0],
    ['23:59', 1439],
    ['24:00', 1440],
    ['24:01', null],
    ['07:60', null],
    ['0705', null],
    ['-1:00', null],
    ['', null],
  ])('reads %p as minute %p', (text, expected) => {
    expect(parseMinuteOfDay(text)).toBe(expected);
  });

  it('writes two digits for hour and minute', () => {
    expect(formatMinuteOfDay(minuteOfDay(425))).toBe('07:05');
    expect(formatMinuteOfDay(minuteOfDay(1440))).toBe('24:00');
  });

  it('has no minute past midnight or before it', () => {
    expect(() => minuteOfDay(1441)).toThrow(RangeError);
    expect(() => minuteOfDay(-1)).toThrow(RangeError);
  });
});
