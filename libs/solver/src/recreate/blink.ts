import type { Random } from '../random.js';

/** One place in a hundred is overlooked, as in the paper. */
const USUAL_PLACES = 100;
/** Now and then a step overlooks every fourth place: on small plans the only way into another shift. */
const FEW_PLACES = 4;
const STEPS_PER_BLINKING_STEP = 20;

/**
 * "Blinking": a place is now and then overlooked, which makes the greedy insertion try others (Christiaens and Vanden
 * Berghe 2020, section 4.4). The number of places until the next blink is drawn at once, which is cheaper than a draw a place.
 */
export class Blink {
  /** Off while a plan is completed rather than varied. */
  isOn = false;
  private placesLeft = 0;

  private meanPlaces = USUAL_PLACES;

  constructor(private readonly random: Random) {}

  /** Draws how often this step blinks. */
  startStep(): void {
    this.meanPlaces = this.random.below(STEPS_PER_BLINKING_STEP) === 0 ? FEW_PLACES : USUAL_PLACES;
    this.draw();
  }

  /** True once in so many calls on average, while on. */
  overlooks(): boolean {
    if (!this.isOn || this.placesLeft-- > 0) return false;
    this.draw();
    return true;
  }

  private draw(): void {
    this.placesLeft = Math.floor(this.random.exponential() * this.meanPlaces);
  }
}
