import type { Absence, Shift } from '../people/people.js';
import { minuteOfDay, minutes } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';

type RastSettings = Pick<UnitSettings, 'longestWorkWithoutRastMinutes' | 'shortestRastMinutes' | 'preferredRastHours'>;

/** A rast that must have room: its length, and its earliest and latest start in minutes of the day. */
export interface RastWindow {
  readonly duration: number;
  readonly earliest: number;
  readonly latest: number;
}

/**
 * The raster of a shift, in order. Wherever each lies in its window, no stretch of work is longer than five hours
 * (arbetstidslagen 15 §; domain.md section 6). Within the law the preferred hours (11–14, 17–19) are chosen.
 *
 * A shift of at most five hours without break minutes has none; a longer one without gets the shortest rast.
 *
 * @example rastWindows(aShift(), settings) // 07:00–16:00, 45 min: [{ duration: 45, earliest: 660, latest: 720 }]
 */
export function rastWindows(
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'breakMinutes'>,
  settings: RastSettings,
): readonly RastWindow[] {
  const total = rastMinutes(shift, settings);
  if (total === 0) return [];
  const longest = settings.longestWorkWithoutRastMinutes;
  const work = shift.endsAt - shift.startsAt - total;
  const count = Math.max(1, Math.ceil(work / longest) - 1);
  const stretch = work / (count + 1);
  // One rast may move as far as both stretches allow; of several each may take half of the room between two.
  const room = count === 1 ? longest - stretch : (longest - stretch) / 2;
  return Array.from({ length: count }, (_, at) => {
    const before = Math.floor((total * at) / count);
    const duration = Math.floor((total * (at + 1)) / count) - before;
    const middle = shift.startsAt + stretch * (at + 1) + before;
    return preferred(
      { duration, earliest: Math.ceil(middle - room), latest: Math.floor(middle + room) },
      shift,
      settings,
    );
  });
}

/** Unpaid rast of a shift: what the roster says, or the shortest rast where the law needs one and the roster has none. */
export function rastMinutes(
  { startsAt, endsAt, breakMinutes }: Pick<Shift, 'startsAt' | 'endsAt' | 'breakMinutes'>,
  settings: RastSettings,
): number {
  if (breakMinutes > 0) return breakMinutes;
  return endsAt - startsAt > settings.longestWorkWithoutRastMinutes ? settings.shortestRastMinutes : 0;
}

/** Paid minutes of a shift: without the unpaid rast. */
export const paidMinutes = (
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'breakMinutes'>,
  settings: RastSettings,
): number => shift.endsAt - shift.startsAt - rastMinutes(shift, settings);

/**
 * What remains of a shift beside the employee's absences: the longest unbroken part, the earliest of equals; null where
 * nothing does. A part of at most five hours has no rast.
 */
export function availableShift(
  shift: Shift,
  absences: readonly Absence[],
  settings: Pick<UnitSettings, 'longestWorkWithoutRastMinutes'>,
): Shift | null {
  const parts = absences
    .filter(({ person }) => person.kind === 'employee' && person.id === shift.employeeId)
    .filter(({ fromDate, toDate }) => fromDate <= shift.onDate && shift.onDate <= toDate)
    .reduce<readonly Part[]>(
      (free, absence) => {
        const from = absence.fromDate < shift.onDate ? 0 : absence.fromMinute;
        const to = absence.toDate > shift.onDate ? 1440 : absence.toMinute;
        return from >= to ? free : free.flatMap((part) => without(part, from, to));
      },
      [{ from: shift.startsAt, to: shift.endsAt }],
    );
  const longest = parts.reduce<Part | null>(
    (best, part) => (best === null || lengthOf(part) > lengthOf(best) ? part : best),
    null,
  );
  if (longest === null) return null;
  if (longest.from === shift.startsAt && longest.to === shift.endsAt) return shift;
  const keepsRast = lengthOf(longest) > settings.longestWorkWithoutRastMinutes;
  return {
    ...shift,
    startsAt: minuteOfDay(longest.from),
    endsAt: minuteOfDay(longest.to),
    breakMinutes: keepsRast ? shift.breakMinutes : minutes(0),
  };
}

interface Part {
  readonly from: number;
  readonly to: number;
}

const lengthOf = ({ from, to }: Part): number => to - from;

const without = (part: Part, from: number, to: number): readonly Part[] =>
  [
    { from: part.from, to: Math.min(part.to, from) },
    { from: Math.max(part.from, to), to: part.to },
  ].filter((rest) => rest.to > rest.from);

/** The law's window cut to the first preferred hours that leave room for the rast, and to the shift. */
function preferred(window: RastWindow, shift: Pick<Shift, 'startsAt' | 'endsAt'>, settings: RastSettings): RastWindow {
  const inside = {
    ...window,
    earliest: Math.max(window.earliest, shift.startsAt),
    latest: Math.min(window.latest, shift.endsAt - window.duration),
  };
  const cuts = settings.preferredRastHours
    .map(({ from, to }) => ({
      ...inside,
      earliest: Math.max(inside.earliest, from),
      latest: Math.min(inside.latest, to - window.duration),
    }))
    .filter(({ earliest, latest }) => earliest <= latest);
  return cuts[0] ?? inside;
}
