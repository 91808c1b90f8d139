import { aShift, aStaffMeeting } from '../testing/builders.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { meetingsDuring, splitAtMeetings } from './staff-meeting.js';

/** A shift of group G1 on 2 March 2026, 07:00–16:00. */
const shift = aShift({ startsAt: clock('07:00'), endsAt: clock('16:00') });
const apt = (startsAt: string, endsAt: string, workGroupId: string | null = null) =>
  aStaffMeeting({ workGroupId, onDate: shift.onDate, startsAt: clock(startsAt), endsAt: clock(endsAt) });

describe('meetings during a shift', () => {
  it('are those of the own group and of all groups on the day', () => {
    expect(meetingsDuring(shift, [apt('13:00', '14:00', shift.workGroupId)])).toHaveLength(1);
    expect(meetingsDuring(shift, [apt('13:00', '14:00')])).toHaveLength(1);
    expect(meetingsDuring(shift, [apt('13:00', '14:00', 'another')])).toEqual([]);
    expect(meetingsDuring(shift, [{ ...apt('13:00', '14:00'), onDate: localDate('2026-03-03') }])).toEqual([]);
  });

  it('are cut to the shift, and what lies beside it is none', () => {
    expect(meetingsDuring(shift, [apt('13:45', '16:30')])).toEqual([{ startsAt: 825, endsAt: 960 }]);
    expect(meetingsDuring(shift, [apt('16:00', '17:00')])).toEqual([]);
  });

  it('are one where they overlap or follow at once', () => {
    expect(
      meetingsDuring(shift, [
        apt('10:00', '11:00'),
        apt('08:00', '09:00'),
        apt('09:00', '09:30'),
        apt('10:30', '10:45'),
      ]),
    ).toEqual([
      { startsAt: 480, endsAt: 570 },
      { startsAt: 600, endsAt: 660 },
    ]);
  });
});

describe('time at the premises', () => {
  const apt = { from: 825, to: 900, kind: 'apt' as const };

  it('is cut at the meetings in it', () => {
    expect(splitAtMeetings({ from: 800, to: 960 }, [apt])).toEqual([
      { from: 800, to: 825, meeting: null },
      { from: 825, to: 900, meeting: 'apt' },
      { from: 900, to: 960, meeting: null },
    ]);
    expect(splitAtMeetings({ from: 825, to: 900 }, [apt])).toEqual([{ from: 825, to: 900, meeting: 'apt' }]);
    expect(splitAtMeetings({ from: 850, to: 860 }, [apt])).toEqual([{ from: 850, to: 860, meeting: 'apt' }]);
  });

  it('is none of a meeting that only touches it', () => {
    expect(splitAtMeetings({ from: 900, to: 960 }, [apt])).toEqual([{ from: 900, to: 960, meeting: null }]);
    expect(splitAtMeetings({ from: 800, to: 825 }, [apt])).toEqual([{ from: 800, to: 825, meeting: null }]);
  });

  it('goes to the meeting that began first where two overlap', () => {
    const course = { from: 880, to: 940, kind: 'utbildning' as const };
    expect(splitAtMeetings({ from: 825, to: 960 }, [course, apt]).map(({ from, meeting }) => [from, meeting])).toEqual([
      [825, 'apt'],
      [900, 'utbildning'],
      [940, null],
    ]);
  });
});
