import { type ColumnChooser, columnChooserWith, type LinearModel, type LinearModelSolver } from './choose-columns.js';
import { type Highs, loadHighs } from './load-highs.js';

/** Loads HiGHS (some 0.2 s of CPU) as the chooser of columns. */
export async function loadColumnChooser(): Promise<ColumnChooser> {
  return columnChooserWith(solverWith(await loadHighs()));
}

const solverWith =
  (loaded: Highs): LinearModelSolver =>
  (model, start, limit) =>
    loaded.withModel(modelDataOf(model, loaded), (solver) => {
      solver.options.set({
        output_flag: false,
        random_seed: 0,
        mip_rel_gap: 0,
        time_limit: limit.seconds,
        mip_max_nodes: limit.nodes,
      });
      if (start !== null) solver.setSolution({ colValue: Float64Array.from(start) });
      solver.run();
      const isFeasible = solver.info.get('primal_solution_status') === loaded.constants.solutionStatus.feasible;
      return isFeasible ? [...solver.getSolution().colValue] : null;
    });

function modelDataOf({ cost, upper, isWhole, rowLower, rowUpper, rowsOf }: LinearModel, { constants }: Highs) {
  const indices = rowsOf.flat();
  const starts = [0];
  for (const rows of rowsOf) starts.push(starts[starts.length - 1] + rows.length);
  return {
    numCols: cost.length,
    numRows: rowLower.length,
    sense: constants.objectiveSense.minimize,
    colCost: cost,
    colLower: cost.map(() => 0),
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: {
      format: 'csc' as const,
      numRows: rowLower.length,
      numCols: cost.length,
      starts,
      indices,
      values: indices.map(() => 1),
    },
    integrality: isWhole.map((whole) => (whole ? constants.variableType.integer : constants.variableType.continuous)),
  };
}
