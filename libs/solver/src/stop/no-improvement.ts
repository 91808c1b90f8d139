import type { StopCriterion } from '../result.js';

/** Ends when so many iterations in a row have found nothing better. */
export function noImprovement(iterations: number): StopCriterion {
  return {
    name: 'no-improvement',
    fraction: (_, iterationsSinceBest) => (iterations <= 0 ? 1 : iterationsSinceBest / iterations),
  };
}
