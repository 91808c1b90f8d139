import type { WeeklyPlan } from '@hemtjanst/domain';

/** What differs between two plans of the same week, by the unit's own codes. */
export interface ChangedParts {
  readonly demandIds: readonly string[];
  readonly shiftCodes: readonly string[];
}

/** Demands that lie elsewhere (or nowhere) in the second plan, and shifts whose day is another there. */
export function changedParts(before: WeeklyPlan, after: WeeklyPlan): ChangedParts {
  const demands = [
    ...changedKeys(before.visits, after.visits, (visit) => visit.demandId),
    ...changedKeys(before.unassigned, after.unassigned, (demand) => demand.demandId),
  ];
  return {
    demandIds: [...new Set(demands)].sort(),
    shiftCodes: changedKeys(before.routes, after.routes, (route) => route.shiftId).sort(),
  };
}

function changedKeys<Part>(before: readonly Part[], after: readonly Part[], keyOf: (part: Part) => string): string[] {
  const earlier = new Map(before.map((part) => [keyOf(part), part]));
  const later = new Map(after.map((part) => [keyOf(part), part]));
  const keys = new Set([...earlier.keys(), ...later.keys()]);
  return [...keys].filter((key) => !isSame(earlier.get(key), later.get(key)));
}

/** Parts that an edit leaves alone are mostly the same object; the rest are small enough to compare as text. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
