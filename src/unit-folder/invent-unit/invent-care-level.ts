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

/** Six visits a day to one person take a third of a group of five: a small group has nobody with that much help. */
const MOST_HOURS_PER_BRUKARE_OF_THE_GROUP = 1.2;
const MOST_HOURS_IN_ANY_GROUP = 35;

/** One level per brukare of a group: the shares hold also in a small one, who has which is random. */
export function inventCareLevels(count: number, random: Random): CareLevel[] {
  const most = Math.max(MOST_HOURS_IN_ANY_GROUP, count * MOST_HOURS_PER_BRUKARE_OF_THE_GROUP);
  const levels = Array.from({ length: count }, (_, index) => levelAt((index + 0.5) / count, most, random));
  return random.shuffled(levels);
}

function levelAt(share: number, most: number, random: Random): CareLevel {
  const band = MIXTURE.find(({ upTo }) => share < upTo) ?? MIXTURE[0];
  const hoursPerMonth = Math.min(most, band.from + (band.to - band.from) * random.next() ** SKEW);
  return { kind: kindOf(hoursPerMonth, band.kind), hoursPerMonth };
}

/** A capped number of hours belongs to the band it falls in. */
function kindOf(hoursPerMonth: number, drawn: CareLevel['kind']): CareLevel['kind'] {
  const band = MIXTURE.find(({ from, to }) => hoursPerMonth >= from && hoursPerMonth < to);
  return drawn === 'service' ? drawn : (band?.kind ?? drawn);
}
