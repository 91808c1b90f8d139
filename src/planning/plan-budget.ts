import type { SearchBudget } from './solve-task.js';

/** How much search a whole plan may cost. */
export type PlanBudget =
  /** Same plan every time: each group gets this many iterations per visit. */
  | { readonly kind: 'iterations-per-visit'; readonly iterations: number }
  /** About this many seconds on the clock for the whole plan. */
  | { readonly kind: 'seconds'; readonly seconds: number };

/**
 * Enough for a good plan: some 8 s of one core for a group of 1 200 visits, half a minute on two cores for a unit of 850
 * brukare. Going from 120 to 300 steps per visit made the demo week's cost 15 % less, to 960 another 17 %.
 */
export const STANDARD_BUDGET: PlanBudget = { kind: 'iterations-per-visit', iterations: 300 };

/**
 * Shares a plan's budget among its groups. Seconds go by the number of visits, so that the threads, largest group
 * first, are done at about the same time; no group gets more than the whole.
 */
export function groupBudgets(budget: PlanBudget, visitsByGroup: readonly number[], threads: number): SearchBudget[] {
  switch (budget.kind) {
    case 'iterations-per-visit':
      return visitsByGroup.map((visits) => ({ kind: 'iterations', iterations: Math.ceil(visits * budget.iterations) }));
    case 'seconds': {
      const all = visitsByGroup.reduce((sum, visits) => sum + visits, 0);
      const parallel = Math.max(1, Math.min(threads, visitsByGroup.length));
      return visitsByGroup.map((visits) => ({
        kind: 'seconds',
        seconds: all === 0 ? 0 : Math.min(budget.seconds, (budget.seconds * parallel * visits) / all),
      }));
    }
  }
}
