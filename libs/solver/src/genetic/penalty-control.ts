import type { Penalties } from '../local-search/warp-routes.js';

const WANTED_SHARE = 0.4;
const TOLERANCE = 0.05;
const RAISE = 1.2;
const LOWER = 0.85;
const LEAST = 0.1;
const MOST = 100_000;

/** Steers the penalties so that some four of ten descents end with every window kept, and as many with every capacity. */
export class PenaltyControl {
  current: Penalties;
  private descents = 0;
  private inTime = 0;
  private notTooHeavy = 0;

  constructor(
    start: Penalties,
    private readonly descentsPerLook: number,
  ) {
    this.current = start;
  }

  hear(outcome: { readonly warp: number; readonly excess: number }): void {
    this.descents++;
    if (outcome.warp === 0) this.inTime++;
    if (outcome.excess === 0) this.notTooHeavy++;
    if (this.descents < this.descentsPerLook) return;
    this.current = {
      warp: steered(this.current.warp, this.inTime / this.descents),
      excess: steered(this.current.excess, this.notTooHeavy / this.descents),
    };
    this.descents = this.inTime = this.notTooHeavy = 0;
  }
}

function steered(penalty: number, keptShare: number): number {
  if (keptShare < WANTED_SHARE - TOLERANCE) return Math.min(MOST, penalty * RAISE);
  if (keptShare > WANTED_SHARE + TOLERANCE) return Math.max(LEAST, penalty * LOWER);
  return penalty;
}
