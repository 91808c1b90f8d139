import type { StopCriterion } from '../result.js';

/** One count of steps and one end for a search of several phases. */
export class SearchClock {
  steps = 0;

  constructor(private readonly stop: StopCriterion) {}

  /** How much of the whole search is over, 1 or more at its end. */
  get share(): number {
    return this.stop.fraction(this.steps, 0);
  }

  /** What is left from here, as the whole of another search. */
  rest(): StopCriterion {
    const [stepsBefore, shareBefore] = [this.steps, this.share];
    return {
      name: this.stop.name,
      fraction: (steps) => (this.stop.fraction(stepsBefore + steps, 0) - shareBefore) / (1 - shareBefore),
    };
  }

  /** Counts steps and tells how much of the phase between two shares of the whole is over. */
  advance(steps: number, from: number, to: number): number {
    this.steps += steps;
    return (this.share - from) / (to - from);
  }
}
