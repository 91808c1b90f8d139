import type { BenchLine, BenchOptions } from '../bench-line.js';
import { Random } from '../random.js';
import { annealOrder, type AnnealedOrder } from './anneal-order.js';
import { OrderMoves } from './order-moves.js';
import { OrderSchedule } from './order-schedule.js';
import type { HhcrspInstance } from './read-hhcrsp.js';

/** Shares of the time: a few runs from scratch, because a single one now and then gets stuck, then a reheat of the best. */
const RUN_SHARES = [0.2, 0.2, 0.2] as const;
/** Start temperature as a share of the mean cost of a visit; the reheat starts lower, not to lose what was found. */
const HEAT = 0.6;
const REHEAT = 0.1;

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
  const share = (from: number, to: number) => () =>
    (secondsNow() - startedAt - from * seconds) / ((to - from) * seconds);
  let best: AnnealedOrder | null = null;
  let proposals = 0;
  let used = 0;
  for (const part of RUN_SHARES) {
    const startTemperature = (HEAT * buildGreedily(schedule, random)) / schedule.visitCount;
    const run = annealOrder(schedule, moves, random, { startTemperature, fraction: share(used, used + part) });
    proposals += run.proposals;
    used += part;
    if (best === null || run.cost < best.cost) best = run;
  }
  if (best !== null) {
    adopt(schedule, best);
    const startTemperature = (REHEAT * best.cost) / schedule.visitCount;
    const run = annealOrder(schedule, moves, random, { startTemperature, fraction: share(used, 1) });
    proposals += run.proposals;
    adopt(schedule, run);
  }
  return { schedule, proposals };
}

function adopt(schedule: OrderSchedule, run: AnnealedOrder): void {
  schedule.setOrder(run.order);
  schedule.employeeOf.set(run.employeeOf);
}

/** In order of the windows, each service to the employee who makes the whole cheapest; answers the cost. */
function buildGreedily(schedule: OrderSchedule, random: Random): number {
  const { instance, visitCount, ableOf, employeeOf, isPair } = schedule;
  schedule.setOrder(
    Int32Array.from({ length: visitCount }, (_, visit) => visit).sort(
      (one, other) => instance.visits[one].opens - instance.visits[other].opens || one - other,
    ),
  );
  for (let visit = 0; visit < visitCount; visit++) assignAtRandom(schedule, visit, random);
  let cost = schedule.settleFrom(0);
  for (const visit of schedule.order) {
    for (let service = 2 * visit; service <= 2 * visit + isPair[visit]; service++) {
      let chosen = employeeOf[service];
      for (const employee of ableOf[service]) {
        if (employee === employeeOf[service ^ 1]) continue;
        employeeOf[service] = employee;
        const changed = schedule.costFrom(0, cost);
        if (changed >= cost) continue;
        cost = changed;
        chosen = employee;
      }
      employeeOf[service] = chosen;
    }
  }
  return schedule.settleFrom(0);
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
  const { instance, employeeOf, order } = schedule;
  const starts = schedule.starts();
  const routes = instance.employees.map((): HhcrspJob[] => []);
  for (const visit of order) {
    const { id, services } = instance.visits[visit];
    services.forEach(({ service, duration }, nth) => {
      const start = starts[2 * visit + nth];
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
