import type { Random } from '../random.js';
import type { OrderMoves } from './order-moves.js';
import type { OrderSchedule } from './order-schedule.js';

const PROPOSALS_PER_LOOK = 256;
/** The last temperature, in the instance's own time unit: a step this much worse is hardly ever accepted any more. */
const END_TEMPERATURE = 0.05;

/** A finished annealing: the best order seen and its cost. */
export interface AnnealedOrder {
  readonly cost: number;
  readonly order: Int32Array;
  readonly employeeOf: Int32Array;
  readonly proposals: number;
}

export interface Cooling {
  readonly startTemperature: number;
  /** 0 at the start, 1 or more at the end. */
  readonly fraction: () => number;
}

/** Simulated annealing on the order and the employees, from the schedule as it stands. */
export function annealOrder(
  schedule: OrderSchedule,
  moves: OrderMoves,
  random: Random,
  cooling: Cooling,
): AnnealedOrder {
  let cost = schedule.settleFrom(0);
  let bestCost = cost;
  const order = schedule.order.slice();
  const employeeOf = schedule.employeeOf.slice();
  let temperature = cooling.startTemperature;
  for (let proposals = 0; ; proposals++) {
    if (proposals % PROPOSALS_PER_LOOK === 0) {
      const fraction = cooling.fraction();
      if (fraction >= 1) return { cost: bestCost, order, employeeOf, proposals };
      temperature = cooling.startTemperature * Math.pow(END_TEMPERATURE / cooling.startTemperature, fraction);
    }
    const changedFrom = moves.propose();
    if (changedFrom < 0) continue;
    const limit = cost + temperature * random.exponential();
    const newCost = schedule.costFrom(changedFrom, limit);
    if (newCost > limit) {
      moves.takeBack();
      continue;
    }
    cost = newCost;
    schedule.settleFrom(changedFrom);
    if (cost < bestCost - 1e-9) {
      bestCost = cost;
      order.set(schedule.order);
      employeeOf.set(schedule.employeeOf);
    }
  }
}
