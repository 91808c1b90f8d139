import { type LegTimes, solverTravel, UNREACHABLE_SECONDS } from '../leg-times.js';
import { SHORTEST_USE_MINUTES } from '../rules/working-time.js';
import { premisesPlaceId, type WeekPlaces } from '../week-places.js';
import type { GroupWeek, PlannableShift, ShiftMeeting } from '../week-scope.js';
import { numberOf } from './visit-rows.js';

/**
 * The group's week with the way to its meetings known: the longest between the premises and any address, since the solver
 * takes a pause wherever the employee is. Meetings with less between them than a visit and its ways take are one.
 *
 * @param legs one per mode of the shifts
 */
export function withMeetingWays(groupWeek: GroupWeek, places: WeekPlaces, legs: readonly LegTimes[]): GroupWeek {
  if (groupWeek.shifts.every(({ meetings }) => meetings.length === 0)) return groupWeek;
  const longest = new Map<string, number>();
  const wayMinutes = ({ premisesId, mode }: PlannableShift): number => {
    const key = `${premisesId} ${mode}`;
    const known =
      longest.get(key) ??
      longestWay(
        numberOf(places.indexById, premisesPlaceId(premisesId)),
        places,
        legs.find((leg) => leg.mode === mode),
      );
    longest.set(key, known);
    return known;
  };
  return {
    ...groupWeek,
    shifts: groupWeek.shifts.map((shift) =>
      shift.meetings.length === 0 ? shift : { ...shift, meetings: apart(shift.meetings, wayMinutes(shift)) },
    ),
  };
}

function longestWay(premises: number, { places }: WeekPlaces, legs: LegTimes | undefined): number {
  if (legs === undefined) throw new Error('travel times of a shift’s mode are missing');
  const travel = solverTravel(legs);
  const ways = places.flatMap((_, place) => [
    travel[place * places.length + premises],
    travel[premises * places.length + place],
  ]);
  return Math.max(0, ...ways.filter((seconds) => seconds < UNREACHABLE_SECONDS)) / 60;
}

const apart = (meetings: readonly ShiftMeeting[], wayMinutes: number): readonly ShiftMeeting[] =>
  meetings.reduce<readonly ShiftMeeting[]>((before, { from, to }) => {
    const last = before.at(-1);
    if (last === undefined || from - last.to >= SHORTEST_USE_MINUTES + 2 * wayMinutes)
      return [...before, { from, to, wayMinutes }];
    return [...before.slice(0, -1), { from: last.from, to, wayMinutes }];
  }, []);
