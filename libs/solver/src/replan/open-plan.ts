import { explainUnassigned } from '../finish/explain-unassigned.js';
import { readCost } from '../finish/read-result.js';
import type { Problem, WarmStart } from '../problem.js';
import type { CostBreakdown, SolvedRoute, SolveResult } from '../result.js';
import type { KnownPlanParts } from '../start/first-solution.js';
import { openKnownPlan } from './known-plan.js';
import { pairPlaces, secondStart } from './pair-places.js';
import { type PlaceInterval, choosePlace, nearestStart, placesInShift } from './place-intervals.js';
import { readSteadyRoute } from './steady-route.js';
import { type WhyNot, whyNotInShift } from './why-not.js';

/** One step of a change that is tried on a plan. */
export type PlanStep =
  /** Out of its shift, its twin with it. */
  | { readonly kind: 'remove'; readonly visit: number }
  | {
      readonly kind: 'insert';
      readonly visit: number;
      readonly shift: number;
      /** As near to this start as the shift allows; null: at the cheapest place, near the start it has in the plan. */
      readonly start: number | null;
      /** Shift of the twin; null: where it is in the plan if it can stay, else the cheapest. */
      readonly twinShift: number | null;
    };

/** What a change of the plan does. */
export interface Trial {
  readonly isPossible: true;
  /** Cost after the change less cost before. */
  readonly cost: CostBreakdown;
  /** The routes that were touched, as they are and as they would be. */
  readonly before: readonly SolvedRoute[];
  readonly after: readonly SolvedRoute[];
  /** Per insert of the steps: latest start that keeps everything behind it on time. */
  readonly latestStarts: readonly number[];
}

export interface FailedTrial {
  readonly isPossible: false;
  /** The step that cannot be done. */
  readonly step: number;
  /** `locked`: the visit may not be moved. `twin`: the second employee of a visit for two finds no place. */
  readonly reason: WhyNot | 'locked' | 'twin';
}

/** Where a visit would fit while every other visit keeps its shift and its place in the order. */
export interface PlaceOption {
  readonly shift: number;
  /** Earliest start there, and the latest that keeps all later visits on time. */
  readonly start: number;
  readonly latestStart: number;
  /** The visit lies in this shift in the plan. */
  readonly isPresent: boolean;
  /** What the place adds, seconds-equivalents; `total` is the sum. A visit for two: of both parts. */
  readonly cost: {
    readonly total: number;
    readonly travel: number;
    readonly continuity: number;
    readonly assignment: number;
  };
  /** A visit for two: where the other employee's part goes. */
  readonly twin: { readonly visit: number; readonly shift: number; readonly start: number } | null;
}

/**
 * A plan that is laid out once and answers many questions: places of a visit, and what any change would do. Every answer
 * is tried on the routes and undone, so that the plan stays as it is.
 *
 * Starts stay as near to the plan's as a change allows (`steady-route.ts`).
 */
export class OpenPlan {
  private readonly parts: KnownPlanParts;
  /** Per node: start in the plan, −1 where it has none. */
  private readonly wishOf: Int32Array;
  private readonly routes: readonly SolvedRoute[];

  constructor(
    readonly problem: Problem,
    private readonly plan: WarmStart,
  ) {
    this.parts = openKnownPlan(problem, plan);
    this.wishOf = this.readWishes();
    this.routes = problem.shifts.map((_, shift) => this.readRoute(shift));
  }

  /** Visits that the plan has and the problem's rules no longer allow. */
  lostVisits(): readonly number[] {
    const lost: number[] = [];
    this.plan.shiftOf.forEach((shift, visit) => {
      if (shift >= 0 && this.shiftOf(visit) !== shift) lost.push(visit);
    });
    return lost;
  }

  shiftOf(visit: number): number {
    return this.parts.state.shiftOf[visit];
  }

  route(shift: number): SolvedRoute {
    return this.routes[shift];
  }

  /** The plan as it is laid out. */
  read(): SolveResult {
    return this.readWith(this.routes);
  }

  /** The cheapest place in each shift that has one, cheapest first. A planned visit is taken out first; none if locked. */
  places(visit: number): readonly PlaceOption[] {
    return this.without(visit, [], () => {
      const { shiftsOf, twinOf } = this.parts.state.prepared;
      const shifts = [...shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1])];
      const found = shifts.flatMap((shift) =>
        twinOf[visit] < 0 ? this.singlePlace(visit, shift) : this.pairPlace(visit, twinOf[visit], shift),
      );
      return found.sort((one, other) => one.cost.total - other.cost.total || one.shift - other.shift);
    });
  }

  /** Per shift: why it has no place for the visit; null where it has one. All null for a locked visit: see `isLocked`. */
  obstacles(visit: number): readonly (WhyNot | 'twin' | null)[] {
    return this.without<readonly (WhyNot | 'twin' | null)[]>(visit, [], () =>
      this.problem.shifts.map((_, shift) => this.obstacleAt(visit, shift)),
    );
  }

  isLocked(visit: number): boolean {
    return this.parts.state.prepared.isRemovable[visit] === 0;
  }

  /** Tries a change and takes it back. */
  trial(steps: readonly PlanStep[]): Trial | FailedTrial {
    return this.run(steps, (latestStarts, before) => {
      const touched = this.touchedShifts();
      return {
        isPossible: true,
        cost: difference(readCost(this.parts.state), before),
        before: touched.map((shift) => this.routes[shift]),
        after: touched.map((shift) => this.readRoute(shift)),
        latestStarts,
      };
    });
  }

  /** The plan after a change; the open plan stays as it is. */
  planAfter(steps: readonly PlanStep[]): SolveResult | FailedTrial {
    return this.run(steps, () => {
      const routes = [...this.routes];
      for (const shift of this.touchedShifts()) routes[shift] = this.readRoute(shift);
      return this.readWith(routes);
    });
  }

  private run<T>(
    steps: readonly PlanStep[],
    look: (latestStarts: readonly number[], before: CostBreakdown) => T,
  ): T | FailedTrial {
    const { state, change } = this.parts;
    const before = readCost(state);
    const wishes = this.wishOf.slice();
    const latestStarts: number[] = [];
    change.begin();
    const failed = steps.reduce<FailedTrial | null>((failure, step, index) => {
      const reason = failure === null ? this.doStep(step, latestStarts) : null;
      return failure ?? (reason === null ? null : { isPossible: false, step: index, reason });
    }, null);
    const isOnTime = failed !== null || this.touchedShifts().every((shift) => state.refresh(shift));
    const late: FailedTrial = { isPossible: false, step: steps.length - 1, reason: 'no-room' };
    const answer = failed ?? (isOnTime ? look(latestStarts, before) : late);
    change.undo();
    this.wishOf.set(wishes);
    return answer;
  }

  /** Null where the step was done. */
  private doStep(step: PlanStep, latestStarts: number[]): FailedTrial['reason'] | null {
    switch (step.kind) {
      case 'remove':
        if (this.isLocked(step.visit)) return 'locked';
        this.parts.change.remove(step.visit, false);
        this.parts.change.settle();
        return null;
      case 'insert':
        return this.parts.state.prepared.twinOf[step.visit] < 0
          ? this.insertSingle(step, latestStarts)
          : this.insertPair(step, this.parts.state.prepared.twinOf[step.visit], latestStarts);
    }
  }

  private insertSingle(step: PlanStep & { kind: 'insert' }, latestStarts: number[]): FailedTrial['reason'] | null {
    const { visit, shift, start } = step;
    const place = choosePlace(placesInShift(this.parts, visit, shift), start);
    if (place === null) return whyNotInShift(this.parts, visit, shift) ?? 'no-room';
    this.putBehind(visit, place, nearestStart(place, start ?? this.wishOf[visit]));
    latestStarts.push(place.to);
    return null;
  }

  private insertPair(
    step: PlanStep & { kind: 'insert' },
    twin: number,
    latestStarts: number[],
  ): FailedTrial['reason'] | null {
    const { visit, shift, start } = step;
    const choose = (shifts: Iterable<number>) => choosePlace(pairPlaces(this.parts, visit, twin, shift, shifts), start);
    const known = this.plan.shiftOf[twin];
    const pair =
      step.twinShift !== null
        ? choose([step.twinShift])
        : ((known < 0 ? null : choose([known])) ?? choose(this.shiftsOf(twin)));
    if (pair === null) return whyNotInShift(this.parts, visit, shift) ?? 'twin';
    const firstStart = nearestStart(pair, start ?? this.wishOf[visit]);
    this.putBehind(visit, pair.first, firstStart);
    this.putBehind(twin, pair.second, secondStart(this.parts, visit, pair, firstStart));
    latestStarts.push(pair.to);
    return null;
  }

  private putBehind(visit: number, { after, shift }: PlaceInterval, start: number): void {
    const { state, places, change } = this.parts;
    places.boundStart(visit, shift);
    const isFixed = state.prepared.isCoupled[visit] === 1;
    change.insert(visit, after, isFixed ? start : places.opens, isFixed ? start : places.closes);
    this.wishOf[visit] = start;
  }

  private singlePlace(visit: number, shift: number): readonly PlaceOption[] {
    const place = choosePlace(placesInShift(this.parts, visit, shift), null);
    return place === null ? [] : [this.option(visit, shift, place, null)];
  }

  private pairPlace(visit: number, twin: number, shift: number): readonly PlaceOption[] {
    const pair = choosePlace(pairPlaces(this.parts, visit, twin, shift, this.shiftsOf(twin)), null);
    if (pair === null) return [];
    const start = secondStart(this.parts, visit, pair, pair.from);
    return [this.option(visit, shift, pair, { visit: twin, shift: pair.second.shift, start })];
  }

  private option(
    visit: number,
    shift: number,
    { from, to, cost: total, travel, continuity }: Omit<PlaceInterval, 'shift' | 'after'>,
    twin: PlaceOption['twin'],
  ): PlaceOption {
    const isPresent = this.plan.shiftOf[visit] === shift;
    const cost = { total, travel, continuity, assignment: total - travel - continuity };
    return { shift, start: from, latestStart: to, isPresent, cost, twin };
  }

  private obstacleAt(visit: number, shift: number): WhyNot | 'twin' | null {
    const own = whyNotInShift(this.parts, visit, shift);
    const twin = this.parts.state.prepared.twinOf[visit];
    if (own !== null || twin < 0) return own;
    return pairPlaces(this.parts, visit, twin, shift, this.shiftsOf(twin)).length > 0 ? null : 'twin';
  }

  /** Looks at the plan without the visit and puts it back. */
  private without<T>(visit: number, ifLocked: T, look: () => T): T {
    if (this.isLocked(visit)) return ifLocked;
    const { change } = this.parts;
    change.begin();
    change.remove(visit, false);
    change.settle();
    const answer = look();
    change.undo();
    return answer;
  }

  private shiftsOf(visit: number): Int32Array {
    const { shiftsOf } = this.parts.state.prepared;
    return shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]);
  }

  private touchedShifts(): readonly number[] {
    const { touched, touchedCount } = this.parts.change;
    return [...touched.subarray(0, touchedCount)];
  }

  private readRoute(shift: number): SolvedRoute {
    return readSteadyRoute(this.parts.state, shift, this.wishOf);
  }

  private readWith(routes: readonly SolvedRoute[]): SolveResult {
    const { state, places } = this.parts;
    const startOf = new Int32Array(state.prepared.visitCount).fill(-1);
    for (const { stops } of routes) {
      for (const { kind, index, start } of stops) if (kind === 'visit') startOf[index] = start;
    }
    return {
      shiftOf: state.shiftOf.slice(0, state.prepared.visitCount),
      startOf,
      routes,
      cost: readCost(state),
      unassigned: explainUnassigned(state, places),
      iterations: 0,
      stoppedBy: 'nothing-to-do',
    };
  }

  private readWishes(): Int32Array {
    const { nodeCount, visitCount, pauseOfShift } = this.parts.state.prepared;
    const wishes = new Int32Array(nodeCount).fill(-1);
    for (let visit = 0; visit < visitCount; visit++) {
      if (this.plan.shiftOf[visit] >= 0) wishes[visit] = this.plan.startOf[visit];
    }
    this.plan.routes?.forEach(({ stops }, shift) => {
      for (const { kind, index, start } of stops) {
        const pause = pauseOfShift[shift] + index;
        if (kind === 'pause' && pause < pauseOfShift[shift + 1]) wishes[pause] = start;
      }
    });
    return wishes;
  }
}

const difference = (after: CostBreakdown, before: CostBreakdown): CostBreakdown => ({
  total: after.total - before.total,
  travel: after.travel - before.travel,
  unassigned: after.unassigned - before.unassigned,
  continuity: after.continuity - before.continuity,
  assignment: after.assignment - before.assignment,
});
