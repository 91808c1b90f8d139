import type { Random } from '../random.js';

/**
 * "Blinking": a place is now and then overlooked, which makes the greedy insertion try others (Christiaens and Vanden
 * Berghe 2020, section 4.4). The number of places until the next blink is drawn at once, which is cheaper than a draw a place.
 */
export class Blink {
  /** Off while a plan is completed rather than varied. */
  isOn = false;
  private placesLeft = 0;

  constructor(
    private readonly random: Random,
    private readonly meanPlaces: number,
  ) {
    this.draw();
  }

  /** True once in `meanPlaces` calls on average, while on. */
  overlooks(): boolean {
    if (!this.isOn || this.placesLeft-- > 0) return false;
    this.draw();
    return true;
  }

  private draw(): void {
    this.placesLeft = Math.floor(this.random.exponential() * this.meanPlaces);
  }
}
