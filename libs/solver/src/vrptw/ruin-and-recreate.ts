import type { Random } from '../random.js';
import { Annealing } from '../search/annealing.js';
import { Reinsertion } from './reinsertion.js';
import { StringRemovals } from './string-removals.js';
import { TimedRoutes } from './timed-routes.js';
import { VisitSet } from './visit-set.js';
import type { VrptwProblem } from './vrptw-problem.js';

/** Told how many steps were done since it was last asked; answers the share of the time that is over. */
export type ShareOver = (stepsDone: number) => number;

export interface RoutePlan {
  readonly routes: readonly (readonly number[])[];
  /** Visits that found no room. */
  readonly absent: readonly number[];
  readonly distance: number;
}

export interface Temperatures {
  readonly start: number;
  readonly end: number;
}

const STEPS_BETWEEN_LOOKS = 128;

/**
 * Slack induction by string removals with simulated annealing, on routes that keep every window. A plan with fewer absent
 * visits is always better.
 */
export class RuinAndRecreate {
  private readonly routes: TimedRoutes;
  private readonly ruin: StringRemovals;
  private readonly recreate: Reinsertion;
  private readonly absent: VisitSet;
  private readonly removed: VisitSet;

  constructor(
    problem: VrptwProblem,
    private readonly random: Random,
  ) {
    this.routes = new TimedRoutes(problem);
    this.ruin = new StringRemovals(this.routes, random);
    this.recreate = new Reinsertion(this.routes, random);
    this.absent = new VisitSet(problem.nodes);
    this.removed = new VisitSet(problem.nodes);
  }

  /** A first plan: every visit to its cheapest place, in a drawn order. */
  firstPlan(): RoutePlan {
    const { nodes } = this.routes.problem;
    this.routes.lay([]);
    this.absent.size = 0;
    for (let visit = 1; visit < nodes; visit++) this.absent.add(visit);
    this.routes.beginStep();
    this.recreate.recreate(this.absent, false);
    return this.read();
  }

  /** Improves a plan until the share is 1; the best plan on the way. */
  improve(plan: RoutePlan, share: ShareOver, temperatures: Temperatures): RoutePlan {
    const annealing = new Annealing(temperatures.start, temperatures.end, this.random);
    const { routes, absent, removed } = this;
    this.lay(plan);
    let best = plan;
    for (let over = share(0); over < 1; over = share(STEPS_BETWEEN_LOOKS)) {
      annealing.cool(over);
      for (let step = 0; step < STEPS_BETWEEN_LOOKS; step++) {
        const before = routes.distance;
        routes.beginStep();
        removed.takeOver(absent);
        this.ruin.ruin(removed);
        this.recreate.recreate(removed, true);
        const fewer = absent.size - removed.size;
        if (fewer > 0 || (fewer === 0 && annealing.accepts(routes.distance, before))) {
          absent.takeOver(removed);
          if (isBetter(absent.size, routes.distance, best)) best = this.read();
        } else {
          routes.undo();
        }
      }
    }
    return best;
  }

  private lay({ routes, absent }: RoutePlan): void {
    this.routes.lay(routes);
    this.absent.size = 0;
    for (const visit of absent) this.absent.add(visit);
  }

  private read(): RoutePlan {
    return {
      routes: this.routes.read(),
      absent: [...this.absent.visits.subarray(0, this.absent.size)],
      distance: this.routes.distance,
    };
  }
}

function isBetter(absent: number, distance: number, than: RoutePlan): boolean {
  return absent < than.absent.length || (absent === than.absent.length && distance < than.distance);
}

export const isBetterPlan = (plan: RoutePlan, than: RoutePlan): boolean =>
  isBetter(plan.absent.length, plan.distance, than);
