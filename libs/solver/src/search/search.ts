import { findNeighbours } from '../kernel/neighbours.js';
import { prepareProblem } from '../kernel/prepared-problem.js';
import { Retime } from '../kernel/retime.js';
import { RouteChange } from '../kernel/route-change.js';
import { RouteState } from '../kernel/route-state.js';
import { Snapshot } from '../kernel/snapshot.js';
import type { Problem } from '../problem.js';
import { PolishPlan } from '../polish/polish-plan.js';
import { Random } from '../random.js';
import { Blink } from '../recreate/blink.js';
import { Inserter } from '../recreate/inserter.js';
import { PlaceSearch } from '../recreate/place-search.js';
import { Recreate } from '../recreate/recreate.js';
import type { SolveOptions, SolveResult } from '../result.js';
import type { ChoiceLimit } from '../route-pool/choose-columns.js';
import { ChooseWeekRoutes } from '../route-pool/choose-week-routes.js';
import { WeekRoutes } from '../route-pool/week-routes.js';
import { type WeightedRuin, weightedRuins } from '../ruin/weighted-ruins.js';
import { buildFirstSolution } from '../start/first-solution.js';
import { preferCoreTeams } from '../start/core-team.js';
import { AbsenceCounters } from './absence-counters.js';
import { AdaptiveWeights, type StepOutcome } from './adaptive-weights.js';
import { Annealing } from './annealing.js';
import { DEFAULT_TUNING, type SearchTuning } from './search-tuning.js';
import { SearchDefect, verifyStep } from './verify-step.js';

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 16;
const PROGRESS_STEPS = 1024;
/** Steps between two passes that move coupled visits to their earliest starts. */
const STEPS_PER_RETIME = 512;

/** Nodes, not seconds: the same choice on every machine. */
const CHOICE_LIMIT: ChoiceLimit = { seconds: 3_600, nodes: 200 };

export interface SearchOutcome {
  readonly iterations: number;
  readonly stoppedBy: SolveResult['stoppedBy'];
}

/** The search and everything it works on; after `run` the state is the best solution found. */
export class Search {
  readonly state: RouteState;
  readonly places: PlaceSearch;
  private readonly change: RouteChange;
  private readonly inserter: Inserter;
  private readonly recreate: Recreate;
  private readonly blink: Blink;
  private readonly retime: Retime;
  private readonly best: Snapshot;
  private readonly random: Random;
  private readonly tuning: SearchTuning;
  private readonly ruins: readonly WeightedRuin[];
  private readonly weights: AdaptiveWeights;
  private readonly polish: PolishPlan;
  private readonly routes: WeekRoutes;
  private steps = 0;
  private bestAt = 0;
  private polishedAt = 0;
  private currentCost = 0;
  private remembersRoutes = false;
  private prefersTeams: boolean;

  constructor(
    private readonly problem: Problem,
    private readonly options: SolveOptions,
  ) {
    this.tuning = { ...DEFAULT_TUNING, ...options.tuning };
    const { coreTeamBonus } = this.tuning;
    this.prefersTeams = coreTeamBonus > 0;
    const prepared = prepareProblem(this.prefersTeams ? preferCoreTeams(problem, coreTeamBonus) : problem);
    this.random = new Random(options.seed);
    this.state = new RouteState(prepared);
    this.change = new RouteChange(this.state);
    this.blink = new Blink(this.random);
    this.places = new PlaceSearch(this.state, this.blink);
    this.inserter = new Inserter(this.state, this.change, this.places, this.random);
    this.recreate = new Recreate({
      state: this.state,
      change: this.change,
      places: this.places,
      inserter: this.inserter,
      random: this.random,
      absences: new AbsenceCounters(prepared.visitCount),
      tuning: this.tuning,
    });
    this.retime = new Retime(this.state);
    this.best = new Snapshot(this.state);
    const { state, change, places, random, recreate, tuning } = this;
    const neighbours = findNeighbours(prepared, tuning.secondsApart);
    this.ruins = weightedRuins({ state, change, neighbours, unplanned: recreate.unplanned, random, tuning });
    this.weights = new AdaptiveWeights(
      this.ruins.map(({ weight }) => weight),
      tuning.adaptiveShare,
    );
    this.routes = new WeekRoutes(state);
    this.polish = new PolishPlan({ state, change, places, neighbours, onKept: () => this.verify() });
  }

  run(): SearchOutcome {
    const { state, change, inserter, recreate, places } = this;
    buildFirstSolution({ state, change, places, inserter, recreate });
    recreate.unplanned.rebuild();
    this.best.take();
    this.blink.isOn = true;
    const outcome = this.improve();
    this.blink.isOn = false;
    this.forgetTeams();
    this.best.restore();
    this.retime.run();
    this.complete();
    this.retime.run();
    return outcome;
  }

  /** The best plan found: exchanges that chance has missed, and a last try for what is left out. */
  private complete(): void {
    if (this.tuning.polishes) this.polish.polishAll();
    this.chooseRoutes();
    this.change.begin();
    this.recreate.insertAll();
  }

  private chooseRoutes(): void {
    const { state, change, options, routes } = this;
    if (options.chooseColumns === undefined) return;
    routes.collect();
    const choice = new ChooseWeekRoutes(state, change, options.chooseColumns, CHOICE_LIMIT);
    const gained = choice.run(routes, () => this.verify());
    if (gained > 0 && this.tuning.polishes) this.polish.polishAll();
  }

  private improve(): SearchOutcome {
    const { best, options } = this;
    const annealing = this.heat();
    this.currentCost = best.cost;
    for (this.steps = 0; ; this.steps++) {
      const step = this.steps;
      if (step % STEPS_PER_LOOK === 0) {
        const fraction = options.stop.fraction(step, step - this.bestAt);
        if (step % PROGRESS_STEPS === 0) this.report(step, fraction);
        if (options.signal?.aborted === true) return { iterations: step, stoppedBy: 'aborted' };
        if (fraction >= 1) return { iterations: step, stoppedBy: options.stop.name };
        annealing.cool(fraction);
        if (this.prefersTeams && fraction >= this.tuning.coreTeamUntil) this.forgetTeams();
        this.remembersRoutes = options.chooseColumns !== undefined && fraction >= this.tuning.routesFrom;
      }
      if (step % STEPS_PER_RETIME === 0) {
        this.retime.run();
        if (this.remembersRoutes) this.routes.collect();
      }
      const drawn = this.weights.draw(this.random);
      this.weights.learn(drawn, this.step(this.ruins[drawn], annealing));
    }
  }

  /** Ruins and recreates; what is not accepted is undone. */
  private step({ ruin }: WeightedRuin, annealing: Annealing): StepOutcome {
    const { state, change, recreate, best, currentCost } = this;
    change.begin();
    this.blink.startStep();
    ruin();
    change.settle();
    recreate.run();
    const cost = state.totalCost();
    if (!change.isOnTime() || !annealing.accepts(cost, currentCost)) {
      change.undo();
      this.verifyUndone();
      return 'no-better';
    }
    this.currentCost = cost;
    recreate.unplanned.update(change);
    this.verify();
    if (cost < best.cost) {
      this.keepBest();
      return 'new-best';
    }
    return cost < currentCost ? 'better' : 'no-better';
  }

  private keepBest(): void {
    const { tuning, best, steps } = this;
    this.bestAt = steps;
    if (tuning.polishes && tuning.polishEvery > 0 && steps - this.polishedAt >= tuning.polishEvery) {
      this.polishedAt = steps;
      this.blink.isOn = false;
      this.polish.polishAll();
      this.blink.isOn = true;
      this.currentCost = this.state.totalCost();
    }
    best.take();
    if (this.remembersRoutes) this.routes.collect();
  }

  /** From here on the problem's own prices count; what was best by others is no longer compared with. */
  private forgetTeams(): void {
    if (!this.prefersTeams) return;
    this.prefersTeams = false;
    this.best.restore();
    this.state.prepared.problem.assignmentCost.set(this.problem.assignmentCost);
    this.state.priceAssignments();
    this.recreate.unplanned.rebuild();
    this.best.take();
    this.currentCost = this.best.cost;
  }

  private verify(): void {
    if (this.options.verifySteps === true) verifyStep(this.state, this.steps);
  }

  private verifyUndone(): void {
    const cost = this.state.totalCost();
    if (this.options.verifySteps !== true || cost === this.currentCost) return;
    throw new SearchDefect(`step ${this.steps} was undone, but the cost went from ${this.currentCost} to ${cost}`);
  }

  private heat(): Annealing {
    const { travelCost, plannedVisits } = this.state;
    const travelPerVisit = Math.max(1, travelCost / Math.max(1, plannedVisits));
    const { startTemperature, endTemperature } = this.tuning;
    return new Annealing(startTemperature * travelPerVisit, endTemperature * travelPerVisit, this.random);
  }

  private report(iterations: number, fraction: number): void {
    this.options.onProgress?.({
      iterations,
      fraction: Math.min(1, fraction),
      bestCost: this.best.cost,
      unassigned: this.best.unplannedVisits,
      bestShifts: () => this.best.shifts(),
    });
  }
}
