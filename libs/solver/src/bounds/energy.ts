/** A stretch of work that occupies one employee: so many seconds, starting between the two times. */
export interface Block {
  readonly seconds: number;
  readonly earliest: number;
  readonly latest: number;
}

/**
 * The seconds of a block that lie in [from, to] wherever it starts. The overlap as a function of the start rises and
 * falls once, so it is least at the first or the last start.
 */
export function energyIn({ seconds, earliest, latest }: Block, from: number, to: number): number {
  return Math.min(overlap(earliest, earliest + seconds, from, to), overlap(latest, latest + seconds, from, to));
}

/** Seconds that two stretches of time have in common. */
export function overlap(start: number, end: number, from: number, to: number): number {
  return Math.max(0, Math.min(end, to) - Math.max(start, from));
}
