import { type UnitSettings, formatMinuteOfDay, minuteOfDay } from '@hemtjanst/domain';
import type { PlannableShift } from '../week-scope.js';
import type { HardRule } from './planning-rule.js';

/** Less than this beside a meeting, the ways not counted, is too little for a visit: it is spent at the premises. */
export const SHORTEST_USE_MINUTES = 30;

/**
 * The minutes of the day that may be planned: between the kringtid at the start and at the end of the shift, and beside the
 * meetings there. A shift that meetings fill has none: `from` and `to` are the same.
 */
export function plannableMinutes(
  shift: PlannableShift,
  settings: UnitSettings,
): { readonly from: number; readonly to: number } {
  const worked = betweenKringtid(shift, settings);
  const isTooShort = (minutes: number, wayMinutes: number): boolean => minutes < SHORTEST_USE_MINUTES + 2 * wayMinutes;
  const from = shift.meetings.reduce(
    (earliest, meeting) =>
      isTooShort(meeting.from - earliest, meeting.wayMinutes) ? Math.max(earliest, meeting.to) : earliest,
    worked.from,
  );
  const to = shift.meetings.reduceRight(
    (latest, meeting) =>
      isTooShort(latest - meeting.to, meeting.wayMinutes) ? Math.min(latest, meeting.from) : latest,
    worked.to,
  );
  return from < to ? { from, to } : { from: shift.endsAt, to: shift.endsAt };
}

function betweenKringtid(
  shift: PlannableShift,
  settings: UnitSettings,
): { readonly from: number; readonly to: number } {
  const from = shift.startsAt + settings.startOfShiftMinutes;
  const to = shift.endsAt - settings.endOfShiftMinutes;
  return to > from ? { from, to } : { from: shift.startsAt, to: shift.endsAt };
}

/** `isFull`: the shift has no room at any time; otherwise it does not reach into the visit's window. */
export const workingTimeRule: HardRule<{
  readonly shift: PlannableShift;
  readonly settings: UnitSettings;
  readonly isFull: boolean;
}> = {
  kind: 'hard',
  id: 'working-time',
  name: { sv: 'Arbetstid', en: 'Working time' },
  why: {
    sv: 'Ingen arbetar utanför det schemalagda passet; kringtiden i båda ändar och vägen tillbaka ligger inom det.',
    en: 'Nobody works outside the rostered shift; kringtid at both ends and the way back lie inside it.',
  },
  explain: ({ shift, settings, isFull }) => {
    const { from, to } = plannableMinutes(shift, settings);
    const hours = `${formatMinuteOfDay(minuteOfDay(from))}–${formatMinuteOfDay(minuteOfDay(to))}`;
    return isFull
      ? { sv: `Passet är fullt (${hours}).`, en: `The shift is full (${hours}).` }
      : { sv: `Arbetar inte då: kan planeras ${hours}.`, en: `Does not work then: can be planned ${hours}.` };
  },
};
