import type { BenchLine, BenchOptions } from '../bench-line.js';
import { Random } from '../random.js';
import { annealOrder, type AnnealedOrder } from './anneal-order.js';
import { OrderMoves } from './order-moves.js';
import { OrderSchedule } from './order-schedule.js';
import type { HhcrspInstance } from './read-hhcrsp.js';

/** Share of the time for runs from scratch: a single one now and then gets stuck. The rest reheats the best of them. */
const SCRATCH_SHARE = 0.7;
const MOST_RUNS = 4;
/** A run from scratch is worth its time from about this many proposals per visit; a core makes some two million a second. */
const PROPOSALS_PER_VISIT = 120_000;
const PROPOSALS_PER_SECOND = 2_000_000;
/** Temperatures as shares of the mean cost of a visit; a reheat starts lower, not to lose what was found. */
const HEAT = 1;
const REHEAT = 0.2;
const COLD = 0.012;

export interface HhcrspJob {
  readonly patient: string;
  readonly service: string;
  readonly start: number;
  readonly end: number;
}

export interface HhcrspLine extends BenchLine {
  readonly tardiness: number;
  readonly maxTardiness: number;
  /** One list per employee of the file, in its order; empty where he or she stays at the office. */
  readonly routes: readonly (readonly HhcrspJob[])[];
}

/** Solves an instance by annealing its visit order; the objective is recomputed from the routes and their times. */
export function solveHhcrsp(instance: HhcrspInstance, options: BenchOptions): HhcrspLine {
  const startedAt = options.secondsNow();
  const { schedule, proposals } = searchOrders(instance, options, startedAt);
  const routes = routesFrom(schedule);
  const checked = evaluateRoutes(instance, routes);
  const { distance, tardiness, maxTardiness } = checked ?? { distance: -1, tardiness: -1, maxTardiness: -1 };
  return {
    instance: instance.name,
    vehicles: routes.filter((route) => route.length > 0).length,
    distance,
    tardiness,
    maxTardiness,
    objective: (distance + tardiness + maxTardiness) / 3,
    feasible: checked !== null,
    seconds: options.secondsNow() - startedAt,
    iterations: proposals,
    seed: options.seed,
    routes,
  };
}

function searchOrders(instance: HhcrspInstance, { seconds, seed, secondsNow }: BenchOptions, startedAt: number) {
  const random = new Random(seed);
  const schedule = new OrderSchedule(instance);
  const moves = new OrderMoves(schedule, random);
  const anneal = (cost: number, heat: number, from: number, to: number): AnnealedOrder =>
    annealOrder(schedule, moves, random, {
      startTemperature: (heat * cost) / schedule.visitCount,
      endTemperature: (COLD * cost) / schedule.visitCount,
      fraction: () => (secondsNow() - startedAt - from * seconds) / ((to - from) * seconds),
    });
  const runs = runsFor(instance, seconds);
  const shareOfRun = SCRATCH_SHARE / runs;
  let best = anneal(buildGreedily(schedule, random), HEAT, 0, shareOfRun);
  let proposals = best.proposals;
  for (let run = 1; run < runs; run++) {
    const again = anneal(buildGreedily(schedule, random), HEAT, run * shareOfRun, (run + 1) * shareOfRun);
    proposals += again.proposals;
    if (again.cost < best.cost) best = again;
  }
  adopt(schedule, best);
  const reheated = anneal(best.cost, REHEAT, SCRATCH_SHARE, 1);
  adopt(schedule, reheated);
  return { schedule, proposals: proposals + reheated.proposals };
}

function runsFor({ visits }: HhcrspInstance, seconds: number): number {
  const worth = (SCRATCH_SHARE * seconds * PROPOSALS_PER_SECOND) / (PROPOSALS_PER_VISIT * visits.length);
  return Math.min(MOST_RUNS, Math.max(1, Math.round(worth)));
}

function adopt(schedule: OrderSchedule, run: AnnealedOrder): void {
  schedule.key.set(run.key);
  schedule.employeeOf.set(run.employeeOf);
  schedule.layOut();
}

/** In order of the windows, each service to the employee who makes the whole cheapest; answers the cost. */
function buildGreedily(schedule: OrderSchedule, random: Random): number {
  const { instance, visitCount, ableOf, employeeOf, isPair } = schedule;
  const byOpening = instance.visits.map((_, visit) => visit);
  byOpening.sort((one, other) => instance.visits[one].opens - instance.visits[other].opens || one - other);
  for (const [place, visit] of byOpening.entries()) schedule.key[visit] = place;
  for (let visit = 0; visit < visitCount; visit++) assignAtRandom(schedule, visit, random);
  let cost = schedule.layOut();
  for (const visit of byOpening) {
    for (let service = 2 * visit; service <= 2 * visit + isPair[visit]; service++) {
      for (const employee of ableOf[service]) {
        if (employee === employeeOf[service] || employee === employeeOf[service ^ 1]) continue;
        schedule.begin();
        schedule.place(service, employee);
        const changed = schedule.costUpTo(Number.POSITIVE_INFINITY);
        if (changed < cost) cost = changed;
        else schedule.takeBack();
      }
    }
  }
  return cost;
}

/** Two different employees who are able; a visit for which there are none cannot be done at all. */
function assignAtRandom({ instance, ableOf, employeeOf, isPair }: OrderSchedule, visit: number, random: Random): void {
  const first = ableOf[2 * visit];
  if (isPair[visit] === 0) {
    employeeOf[2 * visit] = first[random.below(first.length)];
    return;
  }
  const pairs = [...first].flatMap((one) =>
    [...ableOf[2 * visit + 1]].filter((two) => two !== one).map((two) => [one, two]),
  );
  if (pairs.length === 0) throw new Error(`${instance.visits[visit].id} needs two employees, only one is able`);
  [employeeOf[2 * visit], employeeOf[2 * visit + 1]] = pairs[random.below(pairs.length)];
}

function routesFrom(schedule: OrderSchedule): readonly (readonly HhcrspJob[])[] {
  const { instance, employeeOf } = schedule;
  const routes = instance.employees.map((): HhcrspJob[] => []);
  for (const visit of schedule.visitsInOrder()) {
    const { id, services } = instance.visits[visit];
    services.forEach(({ service, duration }, nth) => {
      const start = schedule.start(2 * visit + nth);
      routes[employeeOf[2 * visit + nth]].push({ patient: id, service, start, end: start + duration });
    });
  }
  return routes;
}

export interface HhcrspCost {
  readonly distance: number;
  readonly tardiness: number;
  readonly maxTardiness: number;
}

/** Times are sums of decimal fractions. */
const ROUNDING = 1e-6;

/** Follows every route from the instance's figures alone; null where a rule is broken. */
export function evaluateRoutes(instance: HhcrspInstance, routes: readonly (readonly HhcrspJob[])[]): HhcrspCost | null {
  const indexOf = new Map(instance.visits.map((visit, index) => [visit.id, index]));
  const starts = instance.visits.map((): Map<string, number> => new Map());
  const doneBy = instance.visits.map((): Set<number> => new Set());
  let distance = 0;
  for (const [employee, route] of routes.entries()) {
    let at = 0;
    let free = 0;
    for (const { patient, service, start } of route) {
      const index = indexOf.get(patient);
      if (index === undefined || starts[index].has(service)) return null;
      const visit = instance.visits[index];
      const need = visit.services.find((entry) => entry.service === service);
      if (need === undefined || !instance.employees[employee].abilities.includes(service)) return null;
      const leg = instance.distances[at][index + 1];
      distance += leg;
      if (start < free + leg - ROUNDING || start < visit.opens - ROUNDING) return null;
      starts[index].set(service, start);
      doneBy[index].add(employee);
      free = start + need.duration;
      at = index + 1;
    }
    distance += instance.distances[at][0];
  }
  let tardiness = 0;
  let maxTardiness = 0;
  for (const [index, visit] of instance.visits.entries()) {
    const times = visit.services.map(({ service }) => starts[index].get(service));
    const [first, second] = times;
    if (first === undefined || doneBy[index].size !== visit.services.length) return null;
    if (visit.services.length === 2) {
      if (second === undefined) return null;
      const offset = second - first;
      if (offset < visit.minOffset - ROUNDING || offset > visit.maxOffset + ROUNDING) return null;
    }
    for (const start of times) {
      const late = Math.max(0, (start ?? 0) - visit.dueBy);
      tardiness += late;
      maxTardiness = Math.max(maxTardiness, late);
    }
  }
  return { distance, tardiness, maxTardiness };
}
