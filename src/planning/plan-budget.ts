import type { SearchBudget } from './solve-task.js';

/** How much search a whole plan may cost. */
export type PlanBudget =
  /** Same plan every time: each group gets this many iterations per visit. */
  | { readonly kind: 'iterations-per-visit'; readonly iterations: number }
  /** About this many seconds on the clock for the whole plan. */
  | { readonly kind: 'seconds'; readonly seconds: number };

/** A group is planned while somebody waits: some 8 s of one core for 1 200 visits. */
const GROUP_BUDGET: PlanBudget = { kind: 'iterations-per-visit', iterations: 300 };

/** A whole unit is waited for anyway: some two and a half minutes on two cores for 850 brukare. */
const UNIT_BUDGET: PlanBudget = { kind: 'iterations-per-visit', iterations: 1_000 };

/** What is planned without a time of its own. `workGroupIds`: null for the whole unit. */
export const standardBudget = (workGroupIds: readonly string[] | null): PlanBudget =>
  workGroupIds === null ? UNIT_BUDGET : GROUP_BUDGET;

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
