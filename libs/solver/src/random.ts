/**
 * The only source of chance in the solver: xorshift32 on 32-bit integers (Marsaglia 2003), so that a seed gives the same
 * stream on every machine. The state stays a signed int32: an unsigned one would leave V8's small integers and cost 14 %.
 */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul((seed | 0) ^ 0x5bd1e995, 0x9e3779b1) | 0 || 1;
    for (let warmUp = 0; warmUp < 8; warmUp++) this.nextBits();
  }

  /** Next 32 random bits as a signed integer, never 0. */
  nextBits(): number {
    let bits = this.state;
    bits ^= bits << 13;
    bits ^= bits >>> 17;
    bits ^= bits << 5;
    this.state = bits;
    return bits;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return (this.nextBits() >>> 1) * (1 / 2147483648);
  }

  /** Uniform integer in [0, bound). */
  below(bound: number): number {
    return (this.unit() * bound) | 0;
  }

  /** −ln(u) for a uniform u, by table. */
  exponential(): number {
    return exponentialTable[(this.nextBits() >>> 8) & (exponentialSteps - 1)] ?? 0;
  }
}

const exponentialSteps = 4096;

/**
 * −ln at the middle of 4 096 equal steps of (0, 1). Rounded to 2⁻²⁰, because the last bit of `Math.log` may differ between
 * engines and must not change a plan.
 */
const exponentialTable = Float64Array.from(
  { length: exponentialSteps },
  (_, step) => Math.round(-Math.log((step + 0.5) / exponentialSteps) * 1048576) / 1048576,
);
