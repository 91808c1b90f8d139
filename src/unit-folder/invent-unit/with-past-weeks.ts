import {
  addDays,
  clock,
  mondayOf,
  type CareUnit,
  type IsoWeek,
  type LocalDate,
  type Shift,
  type StaffMeeting,
  type WorkGroup,
} from '@hemtjanst/domain';

/** The registered fortnight, once more. */
const FORTNIGHT_DAYS = 14;
const PAST_WEEKS = 4;

/**
 * The unit with a past to look back on: the four weeks before its week rostered as that week is, registered visits in all
 * of them, and every group's APT once in four weeks. The weekend before the week stays free, so that nobody's rest is cut at its edge. Same unit, same past.
 *
 * @param week the week that the unit is rostered for; the fortnight before it is registered
 */
export function withPastWeeks(unit: CareUnit, week: IsoWeek): CareUnit {
  const monday = mondayOf(week);
  return {
    ...unit,
    shifts: [...pastShifts(unit.shifts, monday), ...unit.shifts],
    meetings: [...unit.meetings, ...aptMeetings(unit.workGroups, monday)],
    registrations: [
      ...unit.registrations.map((registration) => ({
        ...registration,
        id: `${registration.id}-F`,
        startsAt: earlier(registration.startsAt),
        endsAt: earlier(registration.endsAt),
        adjusted:
          registration.adjusted === null
            ? null
            : {
                ...registration.adjusted,
                startsAt: earlier(registration.adjusted.startsAt),
                endsAt: earlier(registration.adjusted.endsAt),
              },
      })),
      ...unit.registrations,
    ],
  };
}

/**
 * APT as long and as late in the day as domain.md section 11 says; each group has its own week and its own day, so that
 * somebody is always out with the brukare. A group whose turn comes in the unit's own week had its last one four weeks ago.
 */
function aptMeetings(groups: readonly WorkGroup[], monday: LocalDate): readonly StaffMeeting[] {
  return groups.flatMap(({ id }, index) => {
    const weeksBack = (index + 1) % APT_EVERY_WEEKS;
    const day = TUESDAY + (index % 3);
    const dates = [weeksBack, ...(weeksBack === 0 ? [APT_EVERY_WEEKS] : [])].map((weeks) =>
      addDays(monday, day - 7 * weeks),
    );
    return dates.map((onDate) => ({
      id: `APT-${id}-${onDate}`,
      kind: 'apt' as const,
      workGroupId: id,
      onDate,
      startsAt: clock('13:45'),
      endsAt: clock('16:00'),
    }));
  });
}

const APT_EVERY_WEEKS = 4;
/** Days after the Monday. */
const TUESDAY = 1;

function pastShifts(shifts: readonly Shift[], monday: LocalDate): readonly Shift[] {
  const lastFriday = addDays(monday, -3);
  return Array.from({ length: PAST_WEEKS }, (_, index) => PAST_WEEKS - index).flatMap((weeksBack) =>
    shifts
      .map((shift) => ({
        ...shift,
        id: `${shift.id}-${weeksBack}`,
        onDate: addDays(shift.onDate, -7 * weeksBack),
      }))
      .filter(({ onDate }) => onDate <= lastFriday),
  );
}

const earlier = <Time extends { readonly date: LocalDate }>(time: Time): Time => ({
  ...time,
  date: addDays(time.date, -FORTNIGHT_DAYS),
});
