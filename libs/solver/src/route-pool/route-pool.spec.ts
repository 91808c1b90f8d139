import type { ColumnChooser, ColumnChoice } from './choose-columns.js';
import { columnChooserWith } from './choose-columns.js';
import { loadColumnChooser } from './load-column-chooser.js';
import { type Column, RoutePool } from './route-pool.js';

const LIMIT = { seconds: 10, nodes: 1_000 };
const column = (rows: readonly number[], cost: number, resource = 0): Column => ({ rows, cost, resource });

describe('a route pool', () => {
  it('keeps the cheapest column of the same rows and resource', () => {
    const pool = new RoutePool(10);
    pool.add(column([10, 2], 7));
    expect(pool.add(column([2, 10], 5))).toEqual(column([2, 10], 5));
    expect(pool.add(column([10, 2], 6))).toEqual(column([2, 10], 5));
    pool.add(column([2, 10], 9, 1));
    expect(pool.all()).toEqual([column([2, 10], 5), column([2, 10], 9, 1)]);
  });

  it('forgets the one longest unseen', () => {
    const pool = new RoutePool(2);
    for (const row of [0, 1, 0, 2]) pool.add(column([row], 1));
    expect(pool.all().map(({ rows }) => rows[0])).toEqual([0, 2]);
  });
});

describe('the choice of columns', () => {
  let choose: ColumnChooser;
  beforeAll(async () => {
    choose = await loadColumnChooser();
  });

  const choice = (rest: Partial<ColumnChoice>): ColumnChoice => ({
    columns: [column([0, 1], 10), column([2, 3], 10), column([0, 2], 4), column([1, 3], 5), column([1], 3)],
    leftOutCost: [100, 100, 100, 100],
    resourceLimit: [2],
    ...rest,
  });

  it('covers every row once at the least cost: 4 + 5, not 10 + 10', () => {
    expect(choose(choice({}), LIMIT)).toEqual([column([0, 2], 4), column([1, 3], 5)]);
  });

  it('leaves a row out where that is cheaper (row 3 at 1: 4 + 3 + 1 is less than 4 + 5)', () => {
    expect(choose(choice({ leftOutCost: [100, 100, 100, 1] }), LIMIT)).toEqual([column([0, 2], 4), column([1], 3)]);
  });

  it('uses no resource more often than there is of it', () => {
    const chosen = choose(choice({ resourceLimit: [1] }), LIMIT);
    expect(chosen).toEqual([column([0, 2], 4)]);
  });

  it('finds none where a row must be covered and cannot', () => {
    expect(
      choose(choice({ leftOutCost: [Infinity, Infinity, Infinity, Infinity], resourceLimit: [1] }), LIMIT),
    ).toBeNull();
  });

  it('starts from a choice that is known', () => {
    const whole = choice({ leftOutCost: [Infinity, Infinity, Infinity, Infinity] });
    expect(choose({ ...whole, known: whole.columns.slice(0, 2) }, LIMIT)).toEqual([
      column([0, 2], 4),
      column([1, 3], 5),
    ]);
  });

  it('believes no solver: values that cover a row twice, or are no whole numbers, are no choice', () => {
    const answering = (values: readonly number[] | null) => columnChooserWith(() => values)(choice({}), LIMIT);
    expect(answering([1, 0, 1, 0, 0, 0, 0, 0, 1])).toBeNull();
    expect(answering([0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0, 0])).toBeNull();
    expect(answering(null)).toBeNull();
    expect(answering([1, 1, 0, 0, 0, 0, 0, 0, 0])).toHaveLength(2);
  });

  it('refuses a column of a row or resource there is not', () => {
    expect(() => choose(choice({ columns: [column([9], 1)] }), LIMIT)).toThrow('column 0 covers an unknown row');
    expect(() => choose(choice({ columns: [column([0], 1, 4)] }), LIMIT)).toThrow('column 0 uses an unknown resource');
    expect(() => choose(choice({ columns: [column([0], NaN)] }), LIMIT)).toThrow('column 0 costs NaN');
  });
});
