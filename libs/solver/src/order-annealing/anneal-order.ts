import type { Random } from '../random.js';
import type { OrderMoves } from './order-moves.js';
import type { OrderSchedule } from './order-schedule.js';

const PROPOSALS_PER_LOOK = 256;
/** Now and then everything is laid out anew: keys get room between them and no rounding adds up. */
const PROPOSALS_PER_LAYOUT = 65_536;

/** A finished annealing: the best order seen and its cost. */
export interface AnnealedOrder {
  readonly cost: number;
  /** Place of each visit in the order and employee of each service, as in `OrderSchedule`. */
  readonly key: Float64Array;
  readonly employeeOf: Int32Array;
  readonly proposals: number;
}

export interface Cooling {
  readonly startTemperature: number;
  readonly endTemperature: number;
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
  let cost = schedule.layOut();
  let bestCost = cost;
  const key = schedule.key.slice();
  const employeeOf = schedule.employeeOf.slice();
  let temperature = cooling.startTemperature;
  for (let proposals = 0; ; proposals++) {
    if (proposals % PROPOSALS_PER_LOOK === 0) {
      const fraction = cooling.fraction();
      if (fraction >= 1) return { cost: bestCost, key, employeeOf, proposals };
      temperature = cooling.startTemperature * Math.pow(cooling.endTemperature / cooling.startTemperature, fraction);
      if (proposals % PROPOSALS_PER_LAYOUT === 0) cost = schedule.layOut();
    }
    schedule.begin();
    if (!moves.propose()) continue;
    const limit = cost + temperature * random.exponential();
    const newCost = schedule.costUpTo(limit);
    if (newCost > limit) {
      schedule.takeBack();
      continue;
    }
    cost = newCost;
    if (cost < bestCost - 1e-7) {
      bestCost = cost;
      key.set(schedule.key);
      employeeOf.set(schedule.employeeOf);
    }
  }
}
