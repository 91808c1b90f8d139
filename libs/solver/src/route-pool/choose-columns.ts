import type { Column } from './route-pool.js';

/** Which columns to take: every row by one of them at most, no resource more often than there is of it. */
export interface ColumnChoice<C extends Column = Column> {
  readonly columns: readonly C[];
  /** Per row, what it costs when no chosen column covers it; `Infinity`: it must be covered. */
  readonly leftOutCost: readonly number[];
  /** Per resource, how many columns may use it. */
  readonly resourceLimit: readonly number[];
  /** Columns that are a choice already: the solver starts from them and answers nothing worse. */
  readonly known?: readonly C[];
}

/** Minimise cost · x with 0 ≤ x ≤ upper, whole numbers where told, and rows between their bounds; all factors are 1. */
export interface LinearModel {
  readonly cost: readonly number[];
  readonly upper: readonly number[];
  readonly isWhole: readonly boolean[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  /** Per variable, the rows it counts in. */
  readonly rowsOf: readonly (readonly number[])[];
}

/** When the solver gives up: nodes make it stop at the same point on every machine, seconds of the wall clock do not. */
export interface ChoiceLimit {
  readonly seconds: number;
  readonly nodes: number;
}

/** Values of the variables, null where none keep the rows; `start` are values to begin with. */
export type LinearModelSolver = (
  model: LinearModel,
  start: readonly number[] | null,
  limit: ChoiceLimit,
) => readonly number[] | null;

/** @returns null where no choice keeps the rules, or none was found within the limit. */
export type ColumnChooser = <C extends Column>(choice: ColumnChoice<C>, limit: ChoiceLimit) => readonly C[] | null;

const CHOSEN = 0.5;
const ROUNDING = 1e-5;

/**
 * Set partitioning: the cheapest choice of columns. Good routes out of many plans make a better plan than any of them
 * (Rochat and Taillard 1995).
 *
 * @throws RangeError for a column of an unknown row or resource, or of no finite cost
 */
export const columnChooserWith =
  (solve: LinearModelSolver): ColumnChooser =>
  (choice, limit) => {
    assertChoice(choice);
    const { columns, known } = choice;
    const values = solve(modelOf(choice), known === undefined ? null : startOf(choice, known), limit);
    if (values === null || !columns.every((_, index) => isWholeNumber(values[index]))) return null;
    const chosen = columns.filter((_, index) => values[index] > CHOSEN);
    // Stopped at its limit a solver may hold values that are no choice: what it says is checked, not believed.
    return keepsRules(chosen, choice) ? chosen : null;
  };

const isWholeNumber = (value: number): boolean => Math.abs(value - Math.round(value)) < ROUNDING;

function keepsRules(chosen: readonly Column[], { leftOutCost, resourceLimit }: ColumnChoice): boolean {
  const rows = chosen.flatMap((column) => column.rows);
  const covered = new Set(rows);
  const used = resourceLimit.map((_, resource) => chosen.filter((column) => column.resource === resource).length);
  return (
    covered.size === rows.length &&
    leftOutCost.every((cost, row) => cost < Infinity || covered.has(row)) &&
    used.every((count, resource) => count <= resourceLimit[resource])
  );
}

function assertChoice({ columns, leftOutCost, resourceLimit }: ColumnChoice): void {
  columns.forEach(({ rows, resource, cost }, index) => {
    if (rows.some((row) => leftOutCost[row] === undefined))
      throw new RangeError(`column ${index} covers an unknown row`);
    if (resourceLimit[resource] === undefined) throw new RangeError(`column ${index} uses an unknown resource`);
    if (!Number.isFinite(cost)) throw new RangeError(`column ${index} costs ${cost}`);
  });
}

/** First the columns, then for each row that it is left out. */
function modelOf({ columns, leftOutCost, resourceLimit }: ColumnChoice): LinearModel {
  const rows = leftOutCost.length;
  const mayBeLeftOut = leftOutCost.map((cost) => cost < Infinity);
  return {
    cost: [...columns.map(({ cost }) => cost), ...leftOutCost.map((cost) => (cost < Infinity ? cost : 0))],
    upper: [...columns.map(() => 1), ...mayBeLeftOut.map((mayBe) => (mayBe ? 1 : 0))],
    isWhole: [...columns.map(() => true), ...leftOutCost.map(() => false)],
    rowLower: [...leftOutCost.map(() => 1), ...resourceLimit.map(() => 0)],
    rowUpper: [...leftOutCost.map(() => 1), ...resourceLimit],
    rowsOf: [
      ...columns.map((column) => [...column.rows, rows + column.resource]),
      ...leftOutCost.map((_, row) => [row]),
    ],
  };
}

function startOf({ columns, leftOutCost }: ColumnChoice, known: readonly Column[]): readonly number[] {
  const covered = new Set(known.flatMap((column) => column.rows));
  return [
    ...columns.map((column) => (known.includes(column) ? 1 : 0)),
    ...leftOutCost.map((_, row) => (covered.has(row) ? 0 : 1)),
  ];
}
