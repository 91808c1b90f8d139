import { OsrmError } from './osrm-error.js';

/** When to stop asking a server that is down, and for how long. */
export interface BreakerLimits {
  readonly failuresInARow: number;
  readonly openMs: number;
}

/**
 * After so many failures in a row the server is left alone: calls fail at once, so that a plan is not held up by one
 * time limit after another. When the pause is over one call is let through as a trial; it closes or reopens the circuit.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntilMs = -Infinity;
  private isTrialRunning = false;

  constructor(
    private readonly limits: BreakerLimits,
    private readonly nowMs: () => number,
  ) {}

  /** @throws OsrmError OSRM_CIRCUIT_OPEN */
  beforeCall(): void {
    if (this.failures < this.limits.failuresInARow) return;
    const leftMs = this.openUntilMs - this.nowMs();
    if (leftMs > 0 || this.isTrialRunning) {
      const seconds = Math.max(1, Math.ceil(leftMs / 1000));
      throw new OsrmError('OSRM_CIRCUIT_OPEN', `the last ${this.failures} calls failed: next try in ${seconds} s`);
    }
    this.isTrialRunning = true;
  }

  afterSuccess(): void {
    this.failures = 0;
    this.isTrialRunning = false;
  }

  afterFailure(): void {
    this.failures += 1;
    this.isTrialRunning = false;
    if (this.failures >= this.limits.failuresInARow) this.openUntilMs = this.nowMs() + this.limits.openMs;
  }

  /** The caller gave up: nothing was learnt about the server. */
  afterAbort(): void {
    this.isTrialRunning = false;
  }
}
