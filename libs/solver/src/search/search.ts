import { findNeighbours } from '../kernel/neighbours.js';
import { prepareProblem } from '../kernel/prepared-problem.js';
import { Retime } from '../kernel/retime.js';
import { RouteChange } from '../kernel/route-change.js';
import { RouteState } from '../kernel/route-state.js';
import { Snapshot } from '../kernel/snapshot.js';
import type { Problem } from '../problem.js';
import { Random } from '../random.js';
import { Blink } from '../recreate/blink.js';
import { Inserter } from '../recreate/inserter.js';
import { PlaceSearch } from '../recreate/place-search.js';
import { Recreate } from '../recreate/recreate.js';
import type { SolveOptions, SolveResult } from '../result.js';
import { chooseRuin } from '../ruin/choose-ruin.js';
import type { Ruin } from '../ruin/ruin-context.js';
import { buildFirstSolution } from '../start/first-solution.js';
import { Annealing } from './annealing.js';
import { DEFAULT_TUNING, type SearchTuning } from './search-tuning.js';
import { SearchDefect, verifyStep } from './verify-step.js';

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 16;
const PROGRESS_STEPS = 1024;
/** Steps between two passes that move coupled visits to their earliest starts. */
const STEPS_PER_RETIME = 512;

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

  constructor(
    problem: Problem,
    private readonly options: SolveOptions,
  ) {
    this.tuning = { ...DEFAULT_TUNING, ...options.tuning };
    const prepared = prepareProblem(problem);
    this.random = new Random(options.seed);
    this.state = new RouteState(prepared);
    this.change = new RouteChange(this.state);
    this.blink = new Blink(this.random);
    this.places = new PlaceSearch(this.state, this.blink);
    this.inserter = new Inserter(this.state, this.change, this.places, this.random);
    this.recreate = new Recreate(this.state, this.change, this.inserter, this.random);
    this.retime = new Retime(this.state);
    this.best = new Snapshot(this.state);
  }

  run(): SearchOutcome {
    const { state, change, inserter, recreate, places } = this;
    buildFirstSolution({ state, change, places, inserter, recreate });
    recreate.unplanned.rebuild();
    this.best.take();
    this.blink.isOn = true;
    const outcome = this.improve();
    this.blink.isOn = false;
    this.best.restore();
    this.retime.run();
    change.begin();
    recreate.insertAll();
    this.retime.run();
    return outcome;
  }

  private improve(): SearchOutcome {
    const { state, change, recreate, best, options } = this;
    const annealing = this.heat();
    const ruin = this.ruin();
    let currentCost = best.cost;
    let bestAt = 0;
    for (let step = 0; ; step++) {
      if (step % STEPS_PER_LOOK === 0) {
        const fraction = options.stop.fraction(step, step - bestAt);
        if (step % PROGRESS_STEPS === 0) this.report(step, fraction);
        if (options.signal?.aborted === true) return { iterations: step, stoppedBy: 'aborted' };
        if (fraction >= 1) return { iterations: step, stoppedBy: options.stop.name };
        annealing.cool(fraction);
      }
      if (step % STEPS_PER_RETIME === 0) this.retime.run();
      change.begin();
      this.blink.startStep();
      ruin();
      change.settle();
      recreate.run();
      const cost = state.totalCost();
      if (!change.isOnTime() || !annealing.accepts(cost, currentCost)) {
        change.undo();
        if (options.verifySteps === true) this.verifyUndo(step, currentCost);
        continue;
      }
      currentCost = cost;
      recreate.unplanned.update(change);
      if (options.verifySteps === true) verifyStep(state, step);
      if (cost < best.cost) {
        best.take();
        bestAt = step;
      }
    }
  }

  private verifyUndo(step: number, costBefore: number): void {
    const cost = this.state.totalCost();
    if (cost === costBefore) return;
    throw new SearchDefect(`step ${step} was undone, but the cost went from ${costBefore} to ${cost}`);
  }

  private ruin(): Ruin {
    const { state, change, random, recreate } = this;
    const neighbours = findNeighbours(state.prepared, this.tuning.secondsApart);
    return chooseRuin({ state, change, neighbours, unplanned: recreate.unplanned, random, tuning: this.tuning });
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
    });
  }
}
