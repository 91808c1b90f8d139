import type { LocalDate, MinuteOfDay } from '../time/units.js';
import { minuteOfDay } from '../time/units.js';
import type { Shift } from './people.js';

export const STAFF_MEETING_KINDS = ['apt', 'mote', 'utbildning', 'handledning'] as const;
export type StaffMeetingKind = (typeof STAFF_MEETING_KINDS)[number];

/** Paid time at the premises when the staff of a group cannot be with a brukare: APT, training, supervision. */
export interface StaffMeeting {
  readonly id: string;
  readonly kind: StaffMeetingKind;
  /** Null: every group. */
  readonly workGroupId: string | null;
  readonly onDate: LocalDate;
  readonly startsAt: MinuteOfDay;
  readonly endsAt: MinuteOfDay;
}

export interface MeetingInterval {
  readonly startsAt: MinuteOfDay;
  readonly endsAt: MinuteOfDay;
}

/** What the rule reads of a shift and of a meeting, whichever ids its caller knows the groups by. */
type OfShift = Pick<Shift, 'workGroupId' | 'onDate' | 'startsAt' | 'endsAt'>;
type OfMeeting = Pick<StaffMeeting, 'workGroupId' | 'onDate' | 'startsAt' | 'endsAt'>;

/**
 * When whoever works the shift is in a meeting: the meetings of the shift's group and of all groups, cut to the shift, in
 * order; meetings that touch or overlap are one.
 *
 * @example meetingsDuring(aShift(), [anApt()]) // shift 07:00–16:00, APT 13:45–16:30: [{ startsAt: 825, endsAt: 960 }]
 */
export function meetingsDuring(shift: OfShift, meetings: readonly OfMeeting[]): readonly MeetingInterval[] {
  return meetings
    .filter(
      ({ onDate, workGroupId }) => onDate === shift.onDate && (workGroupId ?? shift.workGroupId) === shift.workGroupId,
    )
    .map(({ startsAt, endsAt }) => ({
      startsAt: minuteOfDay(Math.max(startsAt, shift.startsAt)),
      endsAt: minuteOfDay(Math.min(endsAt, shift.endsAt)),
    }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((a, b) => a.startsAt - b.startsAt)
    .reduce<readonly MeetingInterval[]>((merged, meeting) => {
      const last = merged.at(-1);
      if (last === undefined || last.endsAt < meeting.startsAt) return [...merged, meeting];
      const endsAt = last.endsAt > meeting.endsAt ? last.endsAt : meeting.endsAt;
      return [...merged.slice(0, -1), { startsAt: last.startsAt, endsAt }];
    }, []);
}

/** Time at the premises, in any unit of time: what of it is a meeting of which kind, and what is none (null). */
export interface PremisesPart {
  readonly from: number;
  readonly to: number;
  readonly meeting: StaffMeetingKind | null;
}

/**
 * A stretch at the premises cut at the meetings that fall into it; where two overlap, the one that began first goes on.
 *
 * @example splitAtMeetings({ from: 800, to: 960 }, [{ from: 825, to: 900, kind: 'apt' }]) // none, APT, none
 */
export function splitAtMeetings(
  { from, to }: Pick<PremisesPart, 'from' | 'to'>,
  meetings: readonly { readonly from: number; readonly to: number; readonly kind: StaffMeetingKind }[],
): readonly PremisesPart[] {
  const parts: PremisesPart[] = [];
  let at = from;
  for (const meeting of [...meetings].sort((a, b) => a.from - b.from)) {
    const [starts, ends] = [Math.max(at, meeting.from), Math.min(to, meeting.to)];
    if (starts >= ends) continue;
    if (starts > at) parts.push({ from: at, to: starts, meeting: null });
    parts.push({ from: starts, to: ends, meeting: meeting.kind });
    at = ends;
  }
  return at < to ? [...parts, { from: at, to, meeting: null }] : parts;
}
