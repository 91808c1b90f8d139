import type { Random } from './random.js';

/** How much help a brukare has; the mixture of domain.md section 5 (Volumes): heavy-tailed, mean ≈ 26 h/month. */
export interface CareLevel {
  readonly kind: 'service' | 'daily' | 'much' | 'very_much';
  readonly hoursPerMonth: number;
}

const MIXTURE = [
  { kind: 'service', upTo: 0.35, from: 2, to: 8 },
  { kind: 'daily', upTo: 0.75, from: 10, to: 35 },
  { kind: 'much', upTo: 0.95, from: 35, to: 80 },
  { kind: 'very_much', upTo: 1, from: 80, to: 150 },
] as const;
/** Within a band fewer have the most: mean = from + (to − from) / 3.1. */
const SKEW = 2.1;

/** One level per brukare: the shares hold also in a small unit, who has which is random. */
export function inventCareLevels(count: number, random: Random): CareLevel[] {
  const levels = Array.from({ length: count }, (_, index) => levelAt((index + 0.5) / count, random));
  return random.shuffled(levels);
}

function levelAt(share: number, random: Random): CareLevel {
  const band = MIXTURE.find(({ upTo }) => share < upTo) ?? MIXTURE[0];
  return { kind: band.kind, hoursPerMonth: band.from + (band.to - band.from) * random.next() ** SKEW };
}
