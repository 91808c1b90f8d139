import type { Employee, TravelMode, WorkGroup } from '@hemtjanst/domain';
import { inventName } from './invented-names.js';
import type { Random } from './random.js';

const LANGUAGES = ['finska', 'arabiska', 'spanska', 'persiska', 'polska', 'somaliska'] as const;
/** Mostly bikes; some walk, a few drive (domain.md section 7: less car, more bike). */
const MODES: readonly TravelMode[] = ['elcykel', 'elcykel', 'elcykel', 'elcykel', 'elcykel', 'elcykel', 'cykel', 'cykel', 'cykel', 'cykel', 'gang', 'bil']; // prettier-ignore

/** Coprime to the number of modes: each group has its share of all. */
const MODE_STEP = 5;

/** Divides `count` employees over the groups in proportion to their demand, at least one in each while they last. */
export function inventEmployees(
  count: number,
  groups: readonly WorkGroup[],
  demandShares: readonly number[],
  random: Random,
): Employee[] {
  const sizes = apportion(count, demandShares);
  return groups
    .flatMap((group, index) => Array.from({ length: sizes[index] ?? 0 }, () => group))
    .map((group, index) =>
      inventEmployee(`${5001 + index}`, group, MODES[(index * MODE_STEP) % MODES.length] ?? 'elcykel', random),
    );
}

function inventEmployee(id: string, group: WorkGroup, mode: TravelMode, random: Random): Employee {
  const gender = random.chance(0.78) ? 'K' : 'M';
  // 80 % tillsvidare is the unit's target, full time is the norm at new hiring (domain.md sections 0 and 6).
  const isHourly = random.chance(0.18);
  const isDemens = group.kind === 'demens' || random.chance(0.1);
  return {
    id,
    name: inventName(gender, random),
    workGroupId: group.id,
    title: random.chance(0.65) ? 'underskoterska' : 'vardbitrade',
    employment: isHourly ? 'tim' : 'tillsvidare',
    employmentRate: isHourly ? null : random.chance(0.85) ? 1 : random.pick([0.75, 0.8, 0.9]),
    competences: isDemens ? ['demens'] : [],
    mode,
    gender,
    languages: random.chance(0.25) ? [random.pick(LANGUAGES)] : [],
    toleratesDogs: !random.chance(0.08),
    toleratesCats: !random.chance(0.08),
    toleratesSmoke: !random.chance(0.08),
  };
}

/** Whole numbers in proportion to the shares that add up to `count` (largest remainder). */
function apportion(count: number, shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  const least = count >= shares.length ? 1 : 0;
  const exact = shares.map((share) => least + ((count - least * shares.length) * share) / total);
  const sizes = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const missing = count - sizes.reduce((sum, size) => sum + size, 0);
  for (const { index } of byRemainder.slice(0, missing)) sizes[index] = (sizes[index] ?? 0) + 1;
  return sizes;
}
