import { anAbsence, aShift } from '../testing/builders.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { minutes } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { availableShift, paidMinutes, rastWindows } from './working-time.js';

const settings = DEFAULT_UNIT_SETTINGS;
const shift = (startsAt: string, endsAt: string, breakMinutes: number) =>
  aShift({ startsAt: clock(startsAt), endsAt: clock(endsAt), breakMinutes: minutes(breakMinutes) });
const windows = (...args: Parameters<typeof shift>): readonly string[] =>
  rastWindows(shift(...args), settings).map(({ duration, earliest, latest }) => {
    const time = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
    return `${duration} min ${time(earliest)}–${time(latest)}`;
  });

describe('rast', () => {
  it.each([
    // The law allows 16:00 − 5 h − 45 min = 10:15 to 07:00 + 5 h = 12:00; of that 11–14.
    ['07:00', '16:00', 45, ['45 min 11:00–12:00']],
    // 21:30 − 5 h − 30 min = 16:00 to 18:30; of that 17–19.
    ['13:30', '21:30', 30, ['30 min 17:00–18:30']],
    ['07:00', '15:30', 30, ['30 min 11:00–12:00']],
    ['06:45', '16:00', 45, ['45 min 11:00–11:45']],
    // No preferred hour is lawful: 04:00 + 5 h = 09:00 at the latest.
    ['04:00', '12:00', 30, ['30 min 6:30–9:00']],
  ])('lies between %s and %s, %i min: %p', (from, to, breakMinutes, expected) => {
    expect(windows(from, to, breakMinutes)).toEqual(expected);
  });

  it('is not needed in five hours, and is in five hours and a minute', () => {
    expect(windows('07:00', '12:00', 0)).toEqual([]);
    expect(windows('07:00', '12:01', 0)).toEqual(['30 min 11:00–11:31']);
  });

  it('is given where the roster has one, however short the shift', () => {
    expect(windows('07:00', '11:00', 15)).toHaveLength(1);
  });

  it('is split in two where one cannot keep every stretch within five hours', () => {
    // 07–20 with 60 minutes: 720 minutes of work in three stretches of 240; 30 minutes of room for each rast.
    expect(windows('07:00', '20:00', 60)).toEqual(['30 min 11:00–11:30', '30 min 15:00–16:00']);
  });

  it('never leaves more than five hours of work, wherever in the windows it lies', () => {
    for (let length = 301; length <= 13 * 60; length += 7) {
      for (const breakMinutes of [0, 30, 45, 60]) {
        const day = aShift({ startsAt: clock('06:30'), endsAt: clock('06:30') });
        const from = day.startsAt;
        const raster = rastWindows(
          { startsAt: from, endsAt: (from + length) as typeof from, breakMinutes: minutes(breakMinutes) },
          settings,
        );
        const latestEnds = [from, ...raster.map(({ latest, duration }) => latest + duration)];
        const earliestEnds = [from, ...raster.map(({ earliest, duration }) => earliest + duration)];
        const latestStarts = [...raster.map(({ latest }) => latest), from + length];
        latestStarts.forEach((start, at) => expect(start - (earliestEnds[at] ?? 0)).toBeLessThanOrEqual(300));
        expect(raster.every(({ earliest, latest }) => earliest <= latest)).toBe(true);
        expect(latestEnds.at(-1)).toBeLessThanOrEqual(from + length);
      }
    }
  });

  it('is unpaid', () => {
    expect(paidMinutes(shift('07:00', '16:00', 45), settings)).toBe(495);
    expect(paidMinutes(shift('07:00', '12:00', 0), settings)).toBe(300);
  });
});

describe('what remains of a shift beside absence', () => {
  const day = aShift(); // 07:00–16:00
  const absent = (from: string, to: string) =>
    anAbsence({
      person: { kind: 'employee', id: 'E1' },
      fromMinute: clock(from),
      toDate: localDate('2026-03-02'),
      toMinute: clock(to),
    });
  const remaining = (...absences: ReturnType<typeof absent>[]) => availableShift(day, absences, settings);

  it('is the shift itself where nobody is absent in it', () => {
    expect(remaining()).toBe(day);
    expect(remaining(absent('16:00', '24:00'))).toBe(day);
    expect(availableShift(day, [anAbsence({ person: { kind: 'employee', id: 'E2' } })], settings)).toBe(day);
    expect(availableShift(day, [anAbsence({ person: { kind: 'brukare', id: 'E1' } })], settings)).toBe(day);
  });

  it('is nothing when the absence covers it', () => {
    expect(remaining(absent('00:00', '24:00'))).toBeNull();
    expect(remaining(absent('07:00', '12:00'), absent('12:00', '16:00'))).toBeNull();
  });

  it('is the longest unbroken part, with the rast only beyond five hours', () => {
    expect(remaining(absent('12:00', '16:00'))).toMatchObject({ startsAt: 420, endsAt: 720, breakMinutes: 0 });
    expect(remaining(absent('12:01', '16:00'))).toMatchObject({ startsAt: 420, endsAt: 721, breakMinutes: 45 });
    expect(remaining(absent('10:00', '11:00'))).toMatchObject({ startsAt: 660, endsAt: 960, breakMinutes: 0 });
  });
});
