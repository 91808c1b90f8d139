import type { Penalties } from '../local-search/warp-routes.js';
import type { Random } from '../random.js';
import { brokenPairs, type Individual, isFeasible, penalisedCost } from './individual.js';

export interface PopulationSize {
  /** Left of either kind after a cull. */
  readonly least: number;
  /** Born of a kind before the next cull. */
  readonly births: number;
  /** The best are never culled for being alike. */
  readonly elite: number;
}

/** How many of the most alike tell how much an individual adds to the diversity. */
const CLOSE = 5;

interface Member {
  readonly individual: Individual;
  /** The others of its kind, the most alike first. */
  readonly others: { readonly member: Member; readonly distance: number }[];
  fitness: number;
}

/**
 * Individuals that keep every rule, and others that do not, each kind culled by cost **and** by how much it differs from
 * the rest (Vidal et al. 2012): a population of look-alikes finds nothing new.
 */
export class Population {
  private feasible: Member[] = [];
  private infeasible: Member[] = [];

  constructor(
    private readonly size: PopulationSize,
    private readonly random: Random,
  ) {}

  add(individual: Individual, penalties: Penalties): void {
    const kind = isFeasible(individual) ? this.feasible : this.infeasible;
    const newcomer: Member = { individual, others: [], fitness: 0 };
    for (const member of kind) {
      const distance = brokenPairs(individual, member.individual);
      insertByDistance(newcomer.others, { member, distance });
      insertByDistance(member.others, { member: newcomer, distance });
    }
    kind.push(newcomer);
    if (kind.length > this.size.least + this.size.births) this.cull(kind, penalties);
  }

  /** Two parents, each the fitter of two drawn; different ones where there are several. */
  drawParents(penalties: Penalties): [Individual, Individual] {
    this.rate(this.feasible, penalties);
    this.rate(this.infeasible, penalties);
    const first = this.tournament();
    let second = this.tournament();
    for (let tries = 0; second === first && tries < 10; tries++) second = this.tournament();
    return [first.individual, second.individual];
  }

  clear(): void {
    this.feasible = [];
    this.infeasible = [];
  }

  private tournament(): Member {
    const [one, other] = [this.draw(), this.draw()];
    return one.fitness < other.fitness ? one : other;
  }

  private draw(): Member {
    const index = this.random.below(this.feasible.length + this.infeasible.length);
    return index < this.feasible.length ? this.feasible[index] : this.infeasible[index - this.feasible.length];
  }

  private cull(kind: Member[], penalties: Penalties): void {
    while (kind.length > this.size.least) {
      this.rate(kind, penalties);
      let worst = kind[0];
      let worstIsClone = false;
      for (const member of kind.slice(1)) {
        const isClone = (member.others[0]?.distance ?? 1) < 1e-9;
        if ((isClone && !worstIsClone) || (isClone === worstIsClone && member.fitness > worst.fitness)) {
          worst = member;
          worstIsClone = isClone;
        }
      }
      kind.splice(kind.indexOf(worst), 1);
      for (const member of kind) {
        const place = member.others.findIndex((other) => other.member === worst);
        member.others.splice(place, 1);
      }
    }
  }

  /** Fitness: rank by cost plus rank by diversity, the latter weighing nothing for the elite. Lower is better. */
  private rate(kind: Member[], penalties: Penalties): void {
    kind.sort((a, b) => penalisedCost(a.individual, penalties) - penalisedCost(b.individual, penalties));
    const byDiversity = kind
      .map((member, costRank) => ({ member, costRank, diversity: diversityOf(member) }))
      .sort((a, b) => b.diversity - a.diversity);
    const diversityWeight = kind.length <= this.size.elite ? 0 : 1 - this.size.elite / kind.length;
    byDiversity.forEach(({ member, costRank }, diversityRank) => {
      member.fitness = (costRank + diversityWeight * diversityRank) / kind.length;
    });
  }
}

function diversityOf({ others }: Member): number {
  const close = Math.min(CLOSE, others.length);
  let sum = 0;
  for (let index = 0; index < close; index++) sum += others[index].distance;
  return close === 0 ? 1 : sum / close;
}

function insertByDistance(others: Member['others'], entry: Member['others'][number]): void {
  let place = others.length;
  while (place > 0 && others[place - 1].distance > entry.distance) place--;
  others.splice(place, 0, entry);
}
