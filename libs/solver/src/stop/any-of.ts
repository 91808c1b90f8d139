import type { StopCriterion } from '../result.js';

/** Ends when the first of several criteria does; its name is that of the one furthest on. */
export function anyOf(first: StopCriterion, ...others: readonly StopCriterion[]): StopCriterion {
  let furthest = first;
  return {
    get name() {
      return furthest.name;
    },
    fraction(iterations, iterationsSinceBest) {
      furthest = first;
      let fraction = first.fraction(iterations, iterationsSinceBest);
      for (const criterion of others) {
        const other = criterion.fraction(iterations, iterationsSinceBest);
        if (other > fraction) {
          fraction = other;
          furthest = criterion;
        }
      }
      return fraction;
    },
  };
}
