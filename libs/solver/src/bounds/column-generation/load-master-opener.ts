import { type Highs, loadHighs } from '../../route-pool/load-highs.js';
import type { FleetRoute } from './day-of-routes.js';
import type { MasterOpener, MasterPrices } from './master-program.js';

/** Loads HiGHS as the solver of master programs; see `loadColumnChooser` for what that takes. */
export async function loadMasterOpener(): Promise<MasterOpener> {
  return masterOpenerOn(await loadHighs());
}

const masterOpenerOn =
  (highs: Highs): MasterOpener =>
  ({ leftOutCost, vehicles }, work) =>
    highs.withModel(emptyProgram(leftOutCost, vehicles, highs), (model) => {
      const rows = leftOutCost.length;
      model.options.set({ output_flag: false, random_seed: 0, presolve: 'off', solver: 'simplex' });
      return work({
        add: (routes) => model.addCols(columnsOf(routes, rows, vehicles.length)),
        solve: () => {
          const { modelStatus } = model.run();
          if (modelStatus !== highs.constants.modelStatus.optimal) return null;
          return pricesOf(model.getSolution(), rows);
        },
      });
    });

/** Rows are covered once, fleets use no more vehicles than they have; so far every row is left out at its price. */
function emptyProgram(leftOutCost: readonly number[], vehicles: readonly number[], { constants, infinity }: Highs) {
  const rows = leftOutCost.length;
  return {
    numCols: rows,
    numRows: rows + vehicles.length,
    sense: constants.objectiveSense.minimize,
    colCost: leftOutCost,
    colLower: leftOutCost.map(() => 0),
    colUpper: leftOutCost.map(() => infinity),
    rowLower: [...leftOutCost.map(() => 1), ...vehicles.map(() => -infinity)],
    rowUpper: [...leftOutCost.map(() => 1), ...vehicles],
    matrix: {
      format: 'csc' as const,
      numRows: rows + vehicles.length,
      numCols: rows,
      starts: Array.from({ length: rows + 1 }, (_, at) => at),
      indices: leftOutCost.map((_, row) => row),
      values: leftOutCost.map(() => 1),
    },
  };
}

/** A route that comes back to a row counts in it as often. */
function columnsOf(routes: readonly FleetRoute[], rows: number, fleets: number) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const route of routes) {
    const times = new Map<number, number>();
    for (const row of route.rows) times.set(row, (times.get(row) ?? 0) + 1);
    for (const [row, count] of [...times, [rows + route.fleet, 1] as const].sort(([one], [other]) => one - other)) {
      indices.push(row);
      values.push(count);
    }
    starts.push(indices.length);
  }
  const count = routes.length;
  return {
    cost: Float64Array.from(routes, ({ cost }) => cost),
    lower: new Float64Array(count),
    upper: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    matrix: {
      format: 'csc' as const,
      numRows: rows + fleets,
      numCols: count,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

function pricesOf({ rowDual }: { readonly rowDual: Float64Array }, rows: number): MasterPrices {
  return { rowPrice: [...rowDual.subarray(0, rows)], fleetPrice: [...rowDual.subarray(rows)] };
}
