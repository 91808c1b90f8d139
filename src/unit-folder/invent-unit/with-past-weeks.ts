import { addDays, mondayOf, type CareUnit, type IsoWeek, type LocalDate, type Shift } from '@hemtjanst/domain';

/** The registered fortnight, once more. */
const FORTNIGHT_DAYS = 14;
const PAST_WEEKS = 4;

/**
 * The unit with a past to look back on: the four weeks before its week rostered as that week is, and registered visits in all
 * of them. The weekend before the week stays free, so that nobody's rest is cut at its edge. Same unit, same past.
 *
 * @param week the week that the unit is rostered for; the fortnight before it is registered
 */
export function withPastWeeks(unit: CareUnit, week: IsoWeek): CareUnit {
  const monday = mondayOf(week);
  return {
    ...unit,
    shifts: [...pastShifts(unit.shifts, monday), ...unit.shifts],
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
