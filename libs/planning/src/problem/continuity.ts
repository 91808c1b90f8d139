import { addDays } from '@hemtjanst/domain';
import type { Continuity } from '@hemtjanst/solver';
import { DAYS_BEFORE_THE_WEEK, faceCosts } from '../rules/continuity.js';
import type { GroupWeek } from '../week-scope.js';
import type { PeopleIndex } from './people-index.js';

export function continuityOf({ unit, dates, settings }: GroupWeek, people: PeopleIndex): Continuity {
  const columns = people.employeeIds.length;
  const seen = new Uint8Array(people.brukareIds.length * columns);
  const from = addDays(dates[0], -DAYS_BEFORE_THE_WEEK);
  for (const visit of unit.history) {
    const row = people.brukareIndex.get(visit.brukareId);
    const column = people.employeeIndex.get(visit.employeeId);
    const counts = visit.kind === 'besok' && visit.onDate >= from && visit.onDate < dates[0];
    if (counts && row !== undefined && column !== undefined) seen[row * columns + column] = 1;
  }
  return { seen, faceCost: Int32Array.from(faceCosts(settings)) };
}
