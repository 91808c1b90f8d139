import type { Violation } from '../../violation.js';
import { type SearchFigures, computePlanMetrics } from '../plan-metrics.js';
import type { PlanIndex } from './plan-index.js';
import { violation } from './violation-at.js';

/** The figures printed with the plan are those of its visits, routes and shifts, rounded as `computePlanMetrics` says. */
export function checkMetrics({ unit, plan, settings }: PlanIndex): readonly Violation[] {
  const expected = flatten(computePlanMetrics(unit, plan, settings, plan.metrics));
  const stated = new Map(flatten(plan.metrics));
  return expected
    .filter(([name, value]) => !(Math.abs((stated.get(name) ?? NaN) - value) <= 1e-9))
    .map(([name, value]) =>
      violation({
        rule: 'metrics-differ',
        amount: Math.abs((stated.get(name) ?? 0) - value),
        text: `Nyckeltalet ${name} är ${stated.get(name) ?? 'tomt'} i planen men ${value} räknat ur den.`,
      }),
    );
}

const STATED_BY_THE_SEARCH: ReadonlySet<string> = new Set<keyof SearchFigures>([
  'objective',
  'lowerBound',
  'attainableEfficiency',
]);

/** `[name, value]` of every number; numbers of a part are `part.name`. What the search itself states is left out. */
function flatten(metrics: object): readonly (readonly [string, number])[] {
  return Object.entries(metrics).flatMap(([name, value]: [string, unknown]): readonly (readonly [string, number])[] => {
    if (STATED_BY_THE_SEARCH.has(name)) return [];
    if (typeof value === 'number') return [[name, value]];
    if (typeof value !== 'object' || value === null) return [];
    return flatten(value).map(([part, number]) => [`${name}.${part}`, number] as const);
  });
}
