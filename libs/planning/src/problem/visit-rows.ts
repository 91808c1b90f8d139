import type { VisitDemand } from '@hemtjanst/domain';
import type { ProblemVisit, StartWindow } from '@hemtjanst/solver';
import { unassignedCost } from '../rules/unassigned.js';
import type { WeekPlaces } from '../week-places.js';
import { brukarePlaceId } from '../week-places.js';
import type { GroupWeek } from '../week-scope.js';
import type { PeopleIndex } from './people-index.js';
import { dayAndSecond, dayIndex, weekSeconds } from './week-seconds.js';

/** One row of the solver's visits: a demand, or the second employee's part of it. */
export interface VisitRow {
  readonly demand: VisitDemand;
  readonly part: 'main' | 'helper';
  readonly serviceSeconds: number;
  /** The other row of the same demand; −1 where one employee is enough. */
  readonly partnerRow: number;
}

/** Where a visit is held: shift index and start, or any start. */
export type Locks = ReadonlyMap<number, Lock>;

interface Lock {
  readonly shift: number;
  readonly start: number | null;
}

/** Main rows in the order of the demands, each followed by its helper row. */
export function visitRows(demands: readonly VisitDemand[]): VisitRow[] {
  const rows: VisitRow[] = [];
  for (const demand of demands) {
    const main = rows.length;
    const hasHelper = demand.helper !== null;
    rows.push({
      demand,
      part: 'main',
      serviceSeconds: demand.serviceMinutes * 60,
      partnerRow: hasHelper ? main + 1 : -1,
    });
    if (demand.helper !== null) {
      rows.push({ demand, part: 'helper', serviceSeconds: demand.helper.serviceMinutes * 60, partnerRow: main });
    }
  }
  return rows;
}

export function problemVisits(
  groupWeek: GroupWeek,
  rows: readonly VisitRow[],
  places: WeekPlaces,
  people: PeopleIndex,
  locks: Locks,
): ProblemVisit[] {
  return rows.map((row, index) => {
    const lock = locks.get(index);
    return {
      brukare: numberOf(people.brukareIndex, row.demand.brukareId),
      location: numberOf(places.indexById, brukarePlaceId(row.demand.brukareId)),
      service: row.serviceSeconds,
      windows: lock === undefined ? windowsOf(groupWeek, row) : lockedWindow(groupWeek, row, lock),
      unassignedCost: unassignedCost(row.demand, row.part, row.serviceSeconds, groupWeek.settings),
      ...(lock ? { locked: lock } : {}),
    };
  });
}

function windowsOf({ dates }: GroupWeek, { demand, part }: VisitRow): StartWindow[] {
  const shiftEarliest = part === 'helper' && demand.helper ? demand.helper.earliestOffset : 0;
  const shiftLatest = part === 'helper' && demand.helper ? demand.helper.latestOffset : 0;
  return demand.allowedDates.map((date) => {
    const day = dayIndex(dates, date);
    return {
      day,
      earliest: weekSeconds(day, Math.max(0, demand.window.earliest + shiftEarliest)),
      latest: weekSeconds(day, Math.min(1440, demand.window.latest + shiftLatest)),
    };
  });
}

/** A pinned visit keeps its time, also where the agreed window has changed since: the planerare decided, the checker tells. */
function lockedWindow(groupWeek: GroupWeek, row: VisitRow, { start }: Lock): StartWindow[] {
  return start === null
    ? windowsOf(groupWeek, row)
    : [{ day: dayAndSecond(start).day, earliest: start, latest: start }];
}

export function numberOf<Key>(index: ReadonlyMap<Key, number>, key: Key): number {
  const found = index.get(key);
  if (found === undefined) throw new Error(`${String(key)} is not part of this week`);
  return found;
}
