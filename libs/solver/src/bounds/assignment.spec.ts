import { listsFrom } from '../kernel/lists.js';
import { Random } from '../random.js';
import { cheapestAssignment } from './assignment.js';

/** `costs[row][column]`; null where the row may not take the column. */
type Costs = readonly (readonly (number | null)[])[];

function solved(costs: Costs) {
  const columnsOf = costs.map((row) => row.flatMap((cost, column) => (cost === null ? [] : [column])));
  const cost = Float64Array.from(costs.flatMap((row) => row.filter((value) => value !== null)));
  return cheapestAssignment({ arcs: listsFrom(columnsOf), cost });
}

function bestByTrying(costs: Costs, row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === costs.length) return 0;
  const choices = costs[row].map((cost, column) =>
    cost === null || taken.has(column)
      ? Number.POSITIVE_INFINITY
      : cost + bestByTrying(costs, row + 1, new Set([...taken, column])),
  );
  return Math.min(...choices);
}

describe('the cheapest assignment', () => {
  it('gives up the cheapest arc of one row where both want the same column', () => {
    // 1 + 5 beats 9 + 2.
    const costs = [
      [1, 9],
      [2, 5],
    ];
    expect(solved(costs)?.cost).toBe(6);
  });

  it('says where there is none', () => {
    const costs = [
      [1, null],
      [2, null],
    ];
    expect(solved(costs)).toBeNull();
  });

  it('is the best of all choices and its prices prove it, on 300 random tables', () => {
    const random = new Random(1);
    for (let table = 0; table < 300; table++) {
      const size = 1 + random.below(6);
      const costs = Array.from({ length: size }, () =>
        Array.from({ length: size }, () => (random.below(4) === 0 ? null : random.below(60) - 20)),
      );
      const found = solved(costs);
      const best = bestByTrying(costs);
      expect(found?.cost ?? Number.POSITIVE_INFINITY).toBe(best);
      if (found === null) continue;
      costs.forEach((row, from) => {
        row.forEach((cost, to) => {
          if (cost !== null) expect(found.rowPrice[from] + found.columnPrice[to]).toBeLessThanOrEqual(cost);
        });
      });
    }
  });
});
