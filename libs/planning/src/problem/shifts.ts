import { type TravelMode, type UnitSettings, rastWindows } from '@hemtjanst/domain';
import type { Pause, ProblemShift } from '@hemtjanst/solver';
import { plannableMinutes } from '../rules/working-time.js';
import { premisesPlaceId, type WeekPlaces } from '../week-places.js';
import type { GroupWeek, PlannableShift, ShiftMeeting } from '../week-scope.js';
import type { PeopleIndex } from './people-index.js';
import { numberOf } from './visit-rows.js';
import { dayIndex, weekSeconds } from './week-seconds.js';

/** What a shift's pauses mean, in the order the solver takes them. */
export type PauseKind = 'break' | 'larm' | 'meeting';

/** Kringtid at both ends stays outside what the solver may fill; rast, larmberedskap and meetings are blocks inside. */
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

/**
 * Raster and meetings in the order of the day, then the part of a larmansvarig's shift that is kept free for alarms
 * (domain.md section 7). A rast that has no room beside the meetings is taken in one: see {@link rasterInMeetings}.
 */
export function shiftPauses(shift: PlannableShift, settings: UnitSettings): readonly ShiftPause[] {
  const plannable = plannableMinutes(shift, settings);
  const meetings = meetingsBetween(shift, plannable).map(meetingPause);
  const raster = rastWindows(shift, settings).flatMap((rast) => rastBeside(meetings, rast, plannable) ?? []);
  const inOrder = [...raster, ...meetings].sort((a, b) => a.earliest - b.earliest);
  const larm = shift.isLarmansvarig ? larmPause(shift, settings, inOrder, plannable) : null;
  return larm === null ? inOrder : [...inOrder, larm];
}

/** Raster that fall into a meeting: a course of a whole day has its lunch. Minutes of the day. */
export function rasterInMeetings(
  shift: PlannableShift,
  settings: UnitSettings,
): readonly { readonly from: number; readonly to: number }[] {
  if (shift.meetings.length === 0) return [];
  const plannable = plannableMinutes(shift, settings);
  const meetings = meetingsBetween(shift, plannable).map(meetingPause);
  return rastWindows(shift, settings)
    .filter((rast) => rastBeside(meetings, rast, plannable) === null)
    .map(({ earliest, duration }) => {
      const meeting = shift.meetings.find(({ to }) => to > earliest) ?? shift.meetings.at(-1);
      const [first, last] = meeting === undefined ? [earliest, earliest] : [meeting.from, meeting.to - duration];
      const from = Math.max(first, Math.min(earliest, last));
      return { from, to: from + duration };
    });
}

/** Meetings inside what may be planned; those at its ends have cut it already. */
const meetingsBetween = (
  { meetings }: PlannableShift,
  { from, to }: { readonly from: number; readonly to: number },
): readonly ShiftMeeting[] => meetings.filter((meeting) => meeting.from >= from && meeting.to <= to);

/** The solver takes a pause where the employee is; the ways to the premises and back are kept free around the meeting. */
function meetingPause({ from, to, wayMinutes }: ShiftMeeting): ShiftPause {
  const leaves = from - wayMinutes;
  return { kind: 'meeting', minutes: to + wayMinutes - leaves, earliest: leaves, latest: leaves };
}

/** The first room for the rast between the meetings; null: there is none. */
function rastBeside(
  meetings: readonly ShiftPause[],
  { duration, earliest, latest }: ReturnType<typeof rastWindows>[number],
  { from, to }: { readonly from: number; readonly to: number },
): ShiftPause | null {
  const starts = [from, ...meetings.map((meeting) => meeting.earliest + meeting.minutes)];
  const ends = [...meetings.map((meeting) => meeting.earliest), to];
  const rooms = starts.map((start, at) => ({
    kind: 'break' as const,
    minutes: duration,
    earliest: Math.max(earliest, start),
    latest: Math.min(latest, (ends[at] ?? to) - duration),
  }));
  return rooms.find((room) => room.earliest <= room.latest) ?? null;
}

/** Kept free after everything else; a day of meetings may have less room for it than its share. */
function larmPause(
  shift: PlannableShift,
  settings: UnitSettings,
  before: readonly ShiftPause[],
  { from, to }: { readonly from: number; readonly to: number },
): ShiftPause | null {
  const paid = shift.endsAt - shift.startsAt - shift.breakMinutes;
  const share = Math.round((paid * settings.larmShare) / settings.visitStepMinutes) * settings.visitStepMinutes;
  const last = before.at(-1);
  const earliest = last ? last.earliest + last.minutes : from;
  const length = Math.min(share, to - earliest);
  return length > 0 ? { kind: 'larm', minutes: length, earliest, latest: to - length } : null;
}
