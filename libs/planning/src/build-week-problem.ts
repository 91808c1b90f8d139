import { type RideTable } from './ride-table.js';
import { type Problem } from '@hemtjanst/solver';
import { type LocalDate, type TravelMode, type WeeklyPlan, monthOf } from '@hemtjanst/domain';
import { continuityOf } from './problem/continuity.js';
import { couplingsOf } from './problem/couplings.js';
import { assignmentCosts, compatibility } from './problem/matching.js';
import { withMeetingWays } from './problem/meeting-ways.js';
import { problemShifts } from './problem/shifts.js';
import { spacingsOf } from './problem/spacings.js';
import { indexPeople, type PeopleIndex } from './problem/people-index.js';
import { type Locks, visitRows, problemVisits, type VisitRow } from './problem/visit-rows.js';
import { type Pin, warmStartOf } from './problem/warm-start.js';
import { type LegTimes, legTimes, modesOf, solverTravel } from './leg-times.js';
import { type WeekPlaces, weekPlaces } from './week-places.js';
import type { GroupWeek } from './week-scope.js';

/** What the solver's integers stand for: needed to read its answer. */
export interface WeekProblemKey {
  readonly groupWeek: GroupWeek;
  readonly places: WeekPlaces;
  readonly people: PeopleIndex;
  readonly rows: readonly VisitRow[];
  /** In the order of the problem's travel matrices. */
  readonly legs: readonly LegTimes[];
}

export interface WeekProblem {
  readonly problem: Problem;
  readonly key: WeekProblemKey;
}

/** A group's week before the travel times are known: the places and modes to ask the travel source for. */
export interface TravelQuestion {
  readonly places: WeekPlaces;
  readonly modes: readonly TravelMode[];
}

export function travelQuestion(groupWeek: GroupWeek, alsoBrukareIds: readonly string[] = []): TravelQuestion {
  return { places: weekPlaces(groupWeek, alsoBrukareIds), modes: modesOf(groupWeek.shifts.map((shift) => shift.mode)) };
}

/**
 * Turns a group's week into the solver's integers.
 *
 * @param rides per mode of the question: the travel source's answer for `question.places.coordinates`.
 * @param earlier a plan to start from; its pinned visits keep employee and time.
 */
export function buildWeekProblem(
  planned: GroupWeek,
  question: TravelQuestion,
  rides: ReadonlyMap<TravelMode, RideTable>,
  earlier: { readonly plan: WeeklyPlan; readonly pins: readonly Pin[] } | null = null,
): WeekProblem {
  const key = problemKey(planned, question, rides);
  const { groupWeek, people, rows, places } = key;
  const shifts = problemShifts(groupWeek, places, people, question.modes);
  const warm = earlier === null ? null : warmStartOf(key, earlier.plan, earlier.pins);
  const locks: Locks = warm?.locks ?? new Map();
  const problem: Problem = {
    days: groupWeek.dates.length,
    locations: places.places.length,
    travel: key.legs.map(solverTravel),
    employees: people.employeeIds.length,
    brukare: people.brukareIds.length,
    shifts,
    visits: problemVisits(groupWeek, rows, places, people, locks),
    compatible: compatibility(groupWeek, rows, locks),
    couplings: couplingsOf(rows),
    spacings: spacingsOf(rows),
    continuity: continuityOf(groupWeek, people),
    assignmentCost: assignmentCosts(groupWeek, people),
    ...(warm === null ? {} : { warmStart: warm.start }),
  };
  return { problem, key };
}

function problemKey(
  groupWeek: GroupWeek,
  question: TravelQuestion,
  rides: ReadonlyMap<TravelMode, RideTable>,
): WeekProblemKey {
  const legs = question.modes.map((mode) => {
    const ride = rides.get(mode);
    if (!ride) throw new Error(`travel times for mode ${mode} are missing`);
    return legTimes(mode, question.places, ride, groupWeek.settings, travelDate(groupWeek));
  });
  return {
    groupWeek: withMeetingWays(groupWeek, question.places, legs),
    places: question.places,
    people: indexPeople(groupWeek),
    rows: visitRows(groupWeek.demands),
    legs,
  };
}

/** The date whose month decides winter: a week with one winter day is a winter week, never the other way round. */
function travelDate({ dates, settings }: GroupWeek): LocalDate {
  return dates.find((date) => settings.winterMonths.includes(monthOf(date))) ?? dates[0];
}
