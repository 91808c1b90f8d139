import type { DayOfRoutes, FleetRoute } from './day-of-routes.js';

/** Prices of the rows and of one vehicle of each fleet (never above 0) under the columns known so far. */
export interface MasterPrices {
  readonly rowPrice: readonly number[];
  readonly fleetPrice: readonly number[];
}

/** The cheapest mixture of routes that covers every row once, with the routes added to it so far. */
export interface MasterProgram {
  readonly add: (routes: readonly FleetRoute[]) => void;
  /** @returns null where the solver of linear programs gave no prices. */
  readonly solve: () => MasterPrices | null;
}

/** Opens a program for the time of `work`: the memory of the linear solver is given back after it. */
export type MasterOpener = <Answer>(
  day: Pick<DayOfRoutes, 'leftOutCost'> & { readonly vehicles: readonly number[] },
  work: (program: MasterProgram) => Answer,
) => Answer;
