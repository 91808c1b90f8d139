import type { Random } from '../random.js';

/** What one step came to. */
export type StepOutcome = 'new-best' | 'better' | 'no-better';

const STEPS_PER_SEGMENT = 1_000;
const SCORE: Readonly<Record<StepOutcome, number>> = { 'new-best': 10, better: 3, 'no-better': 0 };
/** No choice with a weight of its own falls below this share of all draws, or below its own weight where that is less. */
const FLOOR = 0.03;
/** Tickets that all weights together are dealt out as: whole numbers, so that a draw is the same on every machine. */
const TICKETS = 65_536;

/**
 * Draws one of several choices by weight, and learns which of them bring improvements (Ropke and Pisinger 2006): after
 * each segment of steps a choice's weight is `1 − share` of its own weight and `share` of that weight times its score per
 * use, the latter halved into what earlier segments said.
 *
 * `share` 0: the weights stay as they are given.
 */
export class AdaptiveWeights {
  private readonly tickets: Int32Array;
  private readonly merit: Float64Array;
  private readonly score: Int32Array;
  private readonly uses: Int32Array;
  private readonly given: Float64Array;
  private steps = 0;
  private allTickets = 0;

  /** @param weights never negative, one of them above 0; a choice of weight 0 is never drawn */
  constructor(
    weights: readonly number[],
    private readonly share: number,
  ) {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    this.given = Float64Array.from(weights, (weight) => weight / all);
    this.tickets = new Int32Array(weights.length);
    this.merit = new Float64Array(weights.length).fill(1);
    this.score = new Int32Array(weights.length);
    this.uses = new Int32Array(weights.length);
    this.dealTickets();
  }

  draw(random: Random): number {
    let ticket = random.below(this.allTickets);
    let choice = 0;
    while (ticket >= this.tickets[choice]) ticket -= this.tickets[choice++];
    return choice;
  }

  /** Tells what the step with the drawn choice came to. */
  learn(choice: number, outcome: StepOutcome): void {
    if (this.share === 0) return;
    this.uses[choice]++;
    this.score[choice] += SCORE[outcome];
    if (++this.steps % STEPS_PER_SEGMENT === 0) this.endSegment();
  }

  /** Share of the draws that a choice gets now, 0–1. */
  shareOf(choice: number): number {
    return this.tickets[choice] / this.allTickets;
  }

  private endSegment(): void {
    let scores = 0;
    let uses = 0;
    for (let choice = 0; choice < this.score.length; choice++) {
      scores += this.score[choice];
      uses += this.uses[choice];
    }
    if (scores === 0) return;
    for (let choice = 0; choice < this.score.length; choice++) {
      // Against the mean of the segment, because every choice scores less as the search cools.
      if (this.uses[choice] > 0) {
        const merit = (this.score[choice] * uses) / (this.uses[choice] * scores);
        this.merit[choice] = (this.merit[choice] + merit) / 2;
      }
    }
    this.score.fill(0);
    this.uses.fill(0);
    this.dealTickets();
  }

  private dealTickets(): void {
    let learned = 0;
    for (let choice = 0; choice < this.given.length; choice++) learned += this.given[choice] * this.merit[choice];
    this.allTickets = 0;
    for (let choice = 0; choice < this.given.length; choice++) {
      const given = this.given[choice];
      const blended = (1 - this.share) * given + (this.share * given * this.merit[choice]) / learned;
      const weight = Math.max(blended, Math.min(given, FLOOR));
      this.tickets[choice] = Math.round(weight * TICKETS);
      this.allTickets += this.tickets[choice];
    }
  }
}
