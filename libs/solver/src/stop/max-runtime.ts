import type { StopCriterion } from '../result.js';

/**
 * Ends after so many seconds of the clock passed in, counted from this call.
 *
 * @param secondsNow for example `() => performance.now() / 1000`, or the CPU seconds of the process.
 */
export function maxRuntime(seconds: number, secondsNow: () => number): StopCriterion {
  const startedAt = secondsNow();
  return { name: 'runtime', fraction: () => (seconds <= 0 ? 1 : (secondsNow() - startedAt) / seconds) };
}
