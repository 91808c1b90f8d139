import type { Random } from '../random.js';
import { AbsenceCounters } from '../search/absence-counters.js';
import { Annealing } from '../search/annealing.js';
import { Reinsertion } from './reinsertion.js';
import type { RoutePlan, ShareOver, Temperatures } from './ruin-and-recreate.js';
import { StringRemovals } from './string-removals.js';
import { TimedRoutes } from './timed-routes.js';
import { VisitSet } from './visit-set.js';
import type { VrptwProblem } from './vrptw-problem.js';

const STEPS_BETWEEN_LOOKS = 128;

/** No fleet carries less than the whole demand. */
function fewestByCapacity({ demand, capacity }: VrptwProblem): number {
  const whole = demand.reduce((sum, load) => sum + load, 0);
  return capacity === 0 ? 1 : Math.max(1, Math.ceil(whole / capacity));
}

/**
 * Takes one vehicle after the other away and finds its visits room in the others (fleet minimisation of Christiaens and
 * Vanden Berghe 2020): a visit that keeps being left out grows dear, so that it may drive out others that find a place
 * more easily.
 *
 * @returns the plan of the smallest fleet that had room for all
 */
export class FewestVehicles {
  private readonly routes: TimedRoutes;
  private readonly ruin: StringRemovals;
  private readonly recreate: Reinsertion;
  private readonly absent: VisitSet;
  private readonly removed: VisitSet;
  private readonly absences: AbsenceCounters;

  constructor(
    private readonly problem: VrptwProblem,
    private readonly random: Random,
  ) {
    this.routes = new TimedRoutes(problem);
    this.ruin = new StringRemovals(this.routes, random);
    this.recreate = new Reinsertion(this.routes, random);
    this.absent = new VisitSet(problem.nodes);
    this.removed = new VisitSet(problem.nodes);
    this.absences = new AbsenceCounters(problem.nodes);
  }

  /** @param plan one that has room for all */
  reduce(plan: RoutePlan, share: ShareOver, temperatures: Temperatures): RoutePlan {
    const { routes, absent } = this;
    const annealing = new Annealing(temperatures.start, temperatures.end, this.random);
    const least = fewestByCapacity(this.problem);
    let best = plan;
    routes.lay(plan.routes);
    routes.countUsed();
    absent.size = 0;
    for (let over = share(0); over < 1; over = share(STEPS_BETWEEN_LOOKS)) {
      annealing.cool(over);
      for (let step = 0; step < STEPS_BETWEEN_LOOKS; step++) {
        if (absent.size === 0) {
          best = { routes: routes.read(), absent: [], distance: routes.distance };
          if (routes.used <= least) return best;
          this.takeVehicleAway();
        }
        this.step(annealing);
      }
    }
    return best;
  }

  private step(annealing: Annealing): void {
    const { routes, absent, removed } = this;
    const before = routes.distance;
    routes.beginStep();
    removed.takeOver(absent);
    this.ruin.ruin(removed);
    this.recreate.recreate(removed, false);
    const [now, then] = [removed, absent].map(({ visits, size }) => this.absences.sumOf(visits, size));
    const isAccepted =
      removed.size < absent.size ||
      now < then ||
      (removed.size === absent.size && now === then && annealing.accepts(routes.distance, before));
    for (let index = 0; index < removed.size; index++) this.absences.count(removed.visits[index]);
    if (isAccepted) absent.takeOver(removed);
    else routes.undo();
  }

  /** The route whose visits were left out least often so far: they find room most easily. */
  private takeVehicleAway(): void {
    const { routes, absent, problem } = this;
    let easiest = 0;
    let least = Infinity;
    for (let index = 0; index < routes.used; index++) {
      const vehicle = routes.usedVehicles[index];
      let sum = 0;
      for (let node = routes.next[problem.nodes + vehicle]; node < problem.nodes; node = routes.next[node]) {
        sum += this.absences.timesOf(node);
      }
      if (sum < least) [least, easiest] = [sum, vehicle];
    }
    routes.beginStep();
    const sentinel = problem.nodes + easiest;
    while (routes.stops[easiest] > 0) {
      const visit = routes.next[sentinel];
      routes.remove(visit);
      absent.add(visit);
    }
    routes.countUsed();
    routes.fleet = routes.used;
  }
}
