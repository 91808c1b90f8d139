import type { PlanContext } from './plan-context.js';
import type { Placement } from './placements.js';

/** The employees a brukare meets in the 14 days, in the solver's numbers. `moved`: rows that lie elsewhere than in the plan. */
export function facesOf(
  { problem, key, open, rowsOfBrukare }: PlanContext,
  brukareId: string,
  moved: ReadonlyMap<number, Placement | null> = new Map(),
): ReadonlySet<number> {
  const faces = new Set<number>();
  const row = key.people.brukareIndex.get(brukareId);
  if (row === undefined) return faces;
  for (let employee = 0; employee < problem.employees; employee++) {
    if (problem.continuity.seen[row * problem.employees + employee] === 1) faces.add(employee);
  }
  for (const visit of rowsOfBrukare.get(brukareId) ?? []) {
    const place = moved.get(visit);
    const shift = place === undefined ? open.shiftOf(visit) : (place?.shift ?? -1);
    if (shift >= 0) faces.add(problem.shifts[shift].employee);
  }
  return faces;
}
