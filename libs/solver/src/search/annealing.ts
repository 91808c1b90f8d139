import type { Random } from '../random.js';

/**
 * Simulated annealing: a worse solution is accepted as long as it costs less than T·(−ln u) more; T falls from `start` to
 * `end` as the search goes on (exponential cooling, as in Christiaens and Vanden Berghe 2020).
 */
export class Annealing {
  private temperature: number;

  constructor(
    private readonly start: number,
    private readonly end: number,
    private readonly random: Random,
  ) {
    this.temperature = start;
  }

  /** `fraction`: how much of the search is over, 0–1. */
  cool(fraction: number): void {
    // Rounded, so that the last bit of Math.pow cannot change a plan.
    this.temperature = Math.round(this.start * Math.pow(this.end / this.start, Math.min(1, fraction)) * 1024) / 1024;
  }

  accepts(newCost: number, currentCost: number): boolean {
    return newCost < currentCost + this.temperature * this.random.exponential();
  }
}
