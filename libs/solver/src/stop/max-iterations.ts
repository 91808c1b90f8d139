import type { StopCriterion } from '../result.js';

/** Ends after so many iterations; the only criterion under which the same seed gives the same plan on any machine. */
export function maxIterations(limit: number): StopCriterion {
  return { name: 'iterations', fraction: (iterations) => (limit <= 0 ? 1 : iterations / limit) };
}
