import { type Shift, type TravelMode, type UnitSettings, rastWindows } from '@hemtjanst/domain';
import type { Pause, ProblemShift } from '@hemtjanst/solver';
import { plannableMinutes } from '../rules/working-time.js';
import { premisesPlaceId, type WeekPlaces } from '../week-places.js';
import type { GroupWeek } from '../week-scope.js';
import type { PeopleIndex } from './people-index.js';
import { numberOf } from './visit-rows.js';
import { dayIndex, weekSeconds } from './week-seconds.js';

/** What a shift's pauses mean, in the order the solver takes them. */
export type PauseKind = 'break' | 'larm';

/** Kringtid at both ends stays outside what the solver may fill; rast and larmberedskap are blocks inside. */
export function problemShifts(
  { shifts, dates, settings }: GroupWeek,
  places: WeekPlaces,
  people: PeopleIndex,
  modes: readonly TravelMode[],
): ProblemShift[] {
  return shifts.map((shift) => {
    const day = dayIndex(dates, shift.onDate);
    const premises = numberOf(places.indexById, premisesPlaceId(shift.premisesId));
    const { from, to } = plannableMinutes(shift, settings);
    return {
      employee: numberOf(people.employeeIndex, shift.employeeId),
      day,
      mode: modes.indexOf(shift.mode),
      start: weekSeconds(day, from),
      end: weekSeconds(day, to),
      startLocation: premises,
      endLocation: premises,
      pauses: shiftPauses(shift, settings).map((pause) => ({
        duration: pause.minutes * 60,
        earliest: weekSeconds(day, pause.earliest),
        latest: weekSeconds(day, pause.latest),
      })),
    } satisfies ProblemShift & { pauses: Pause[] };
  });
}

interface ShiftPause {
  readonly kind: PauseKind;
  readonly minutes: number;
  /** Earliest and latest start, minutes of the day. */
  readonly earliest: number;
  readonly latest: number;
}

/** Raster first, then the part of a larmansvarig's shift that is kept free for alarms (domain.md section 7). */
export function shiftPauses(shift: Shift, settings: UnitSettings): ShiftPause[] {
  const { from, to } = plannableMinutes(shift, settings);
  const raster = rastWindows(shift, settings).map((rast): ShiftPause => ({
    kind: 'break',
    minutes: rast.duration,
    earliest: Math.max(rast.earliest, from),
    latest: Math.min(rast.latest, to - rast.duration),
  }));
  return shift.isLarmansvarig ? [...raster, larmPause(shift, settings, raster, to)] : raster;
}

function larmPause(shift: Shift, settings: UnitSettings, raster: readonly ShiftPause[], to: number): ShiftPause {
  const paid = shift.endsAt - shift.startsAt - shift.breakMinutes;
  const length = Math.round((paid * settings.larmShare) / settings.visitStepMinutes) * settings.visitStepMinutes;
  const last = raster.at(-1);
  const earliest = last ? last.earliest + last.minutes : plannableMinutes(shift, settings).from;
  return { kind: 'larm', minutes: length, earliest, latest: to - length };
}
