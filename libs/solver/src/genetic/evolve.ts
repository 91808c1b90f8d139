import { LocalSearch } from '../local-search/local-search.js';
import type { Penalties } from '../local-search/warp-routes.js';
import type { Random } from '../random.js';
import type { RoutePlan } from '../vrptw/ruin-and-recreate.js';
import type { VrptwProblem } from '../vrptw/vrptw-problem.js';
import { completeGreedily } from './greedy-completion.js';
import { type Individual, individualFrom, isFeasible, penalisedCost } from './individual.js';
import { PenaltyControl } from './penalty-control.js';
import { Population, type PopulationSize } from './population.js';
import { selectiveRouteExchange } from './selective-route-exchange.js';

interface GeneticTuning {
  readonly size: PopulationSize;
  readonly neighbours: number;
  /** Share of the descents that also exchange between whole routes. */
  readonly thoroughShare: number;
  /** Share of the children that break a rule and descend again at a tenfold price. */
  readonly repairShare: number;
  readonly descentsPerLook: number;
}

export const GENETIC_TUNING: GeneticTuning = {
  size: { least: 12, births: 20, elite: 4 },
  neighbours: 30,
  thoroughShare: 0.15,
  repairShare: 0.5,
  descentsPerLook: 20,
};

const REPAIR_FACTOR = 10;

/**
 * Hybrid genetic search (Vidal et al. 2012, 2013): children of two plans, each brought down by local search that may break
 * windows and capacity for a price, in a population kept good and diverse.
 */
export class Evolution {
  private readonly search: LocalSearch;
  private readonly population: Population;
  private readonly control: PenaltyControl;
  private fittest: Individual | null = null;

  constructor(
    private readonly problem: VrptwProblem,
    private readonly random: Random,
    private readonly tuning: GeneticTuning,
    /** Hears of every plan that keeps all rules. */
    private readonly onFeasible: (plan: Individual) => void,
  ) {
    this.search = new LocalSearch(problem, random, tuning.neighbours);
    this.population = new Population(tuning.size, random);
    this.control = new PenaltyControl(startPenalties(problem), tuning.descentsPerLook);
  }

  /** The best plan so far that keeps every rule; null where there is none. */
  get best(): RoutePlan | null {
    return this.fittest && { routes: this.fittest.routes, absent: [], distance: this.fittest.distance };
  }

  /** A plan of another search becomes a member, as it is and after a descent. */
  addSeed({ routes }: RoutePlan): void {
    this.search.routes.lay(routes, this.control.current);
    this.admit(individualFrom(this.search.routes));
    this.educate(routes);
  }

  /** One child more. */
  breed(): void {
    const [mother, father] = this.population.drawParents(this.control.current);
    const offspring = selectiveRouteExchange(mother, father, this.problem, this.random);
    const children = offspring.map((child) => completeGreedily(child, this.problem));
    const [whole, partial] = children.map((routes) => this.costOf(routes));
    this.educate(children[whole <= partial ? 0 : 1]);
  }

  private costOf(routes: readonly (readonly number[])[]): number {
    this.search.routes.lay(routes, this.control.current);
    return penalisedCost(individualFrom(this.search.routes), this.control.current);
  }

  private educate(routes: readonly (readonly number[])[]): void {
    const child = this.descend(routes, this.control.current);
    this.control.hear(child);
    this.admit(child);
    if (isFeasible(child) || this.random.unit() >= this.tuning.repairShare) return;
    const { warp, excess } = this.control.current;
    const repaired = this.descend(child.routes, { warp: warp * REPAIR_FACTOR, excess: excess * REPAIR_FACTOR });
    if (isFeasible(repaired)) this.admit(repaired);
  }

  private descend(routes: readonly (readonly number[])[], penalties: Penalties): Individual {
    this.search.descend(routes, penalties, this.random.unit() < this.tuning.thoroughShare);
    return individualFrom(this.search.routes);
  }

  private admit(individual: Individual): void {
    this.population.add(individual, this.control.current);
    if (!isFeasible(individual)) return;
    this.onFeasible(individual);
    if (this.fittest === null || individual.distance < this.fittest.distance) this.fittest = individual;
  }
}

/** A unit of lateness as dear as a unit of way; a unit of load as dear as the longest way per heaviest demand. */
function startPenalties({ distance, demand }: VrptwProblem): Penalties {
  const longest = distance.reduce((most, way) => Math.max(most, way), 0);
  const heaviest = demand.reduce((most, load) => Math.max(most, load), 1);
  return { warp: 1, excess: Math.max(1, longest / heaviest) };
}
