import { prepareProblem } from '../kernel/prepared-problem.js';
import { Random } from '../random.js';
import { AbsenceCounters } from '../search/absence-counters.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { layOut } from '../testing/lay-out.js';
import { Blink } from './blink.js';
import { SortKeys } from './sort-keys.js';
import { UnplannedVisits } from './unplanned-visits.js';

describe('the order in which visits are put back', () => {
  /** Every order that four hundred draws give to the visits 0, 1 and 2. */
  const ordersOf = (absent: readonly number[] = []) => {
    const window = (earliest: number, latest: number) => [{ day: 0, earliest, latest }];
    const prepared = prepareProblem(
      aProblem({
        visits: [
          aVisit({ service: 900, location: 1, windows: window(0, 9000), unassignedCost: 500 }),
          aVisit({ service: 600, location: 2, windows: window(3000, 3600), unassignedCost: 9000 }),
          aVisit({ service: 300, location: 3, windows: window(5000, 8000), unassignedCost: 700 }),
        ],
      }),
    );
    const absences = new AbsenceCounters(3);
    for (const visit of absent) absences.count(visit);
    const keys = new SortKeys(prepared, new Random(1), absences);
    return Array.from({ length: 400 }, () => {
      const queue = Int32Array.of(0, 1, 2, -1);
      keys.sort(queue, 3);
      expect(queue[3]).toBe(-1);
      return [...queue.subarray(0, 3)].join('');
    });
  };
  const share = (orders: readonly string[], order: string) =>
    orders.filter((one) => one === order).length / orders.length;

  it('is any of the six, each of them now and then', () => {
    expect(new Set(ordersOf()).size).toBe(6);
  });

  it('is the longest first, the farthest first or the tightest first more often than chance has it', () => {
    const orders = ordersOf();
    // Longest and nearest first: 012. Farthest and last to close first … 210; the tightest window first: 120.
    const byRule = ['012', '210', '120'].map((order) => share(orders, order));
    expect(Math.min(...byRule)).toBeGreaterThan(0.12);
    expect(share(orders, '201')).toBeLessThan(Math.min(...byRule));
  });

  it('is now and then the one left out most often first', () => {
    const before = ordersOf().filter((order) => order.startsWith('2')).length;
    const after = ordersOf([2, 2, 2]).filter((order) => order.startsWith('2')).length;
    expect(after).toBeGreaterThan(before);
  });
});

describe('a blink', () => {
  const shareOverlooked = (isOn: boolean) => {
    const blink = new Blink(new Random(1));
    blink.isOn = isOn;
    let overlooked = 0;
    for (let step = 0; step < 2000; step++) {
      blink.startStep();
      for (let place = 0; place < 100; place++) if (blink.overlooks()) overlooked++;
    }
    return overlooked / 200_000;
  };

  it('overlooks one place in a hundred, and in one step of twenty about every fourth', () => {
    // 0.95 × 1 % + 0.05 × 20–25 % is some 2 %.
    expect(shareOverlooked(true)).toBeGreaterThan(0.015);
    expect(shareOverlooked(true)).toBeLessThan(0.03);
  });

  it('overlooks nothing while it is off', () => {
    expect(shareOverlooked(false)).toBe(0);
  });
});

describe('the visits that are left out', () => {
  /** Six visits; 0 in shift 0 and 5 in shift 1 are planned, 1 and 2 are a pair, 4 is for employee 1 only. */
  const laidOut = () => {
    const problem = aProblem({
      visits: Array.from({ length: 6 }, () => aVisit()),
      shifts: [aShift(), aShift({ employee: 1 })],
      compatible: Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1),
      couplings: [{ first: 1, second: 2, minOffset: 0, maxOffset: 0, together: true }],
    });
    const parts = layOut(problem, [[0], [5]]);
    const absences = new AbsenceCounters(6);
    const unplanned = new UnplannedVisits(parts.state, absences);
    unplanned.rebuild();
    return { ...parts, absences, unplanned };
  };
  const listed = (unplanned: UnplannedVisits) => {
    const queue = new Int32Array(6);
    return [...queue.subarray(0, unplanned.copyTo(queue))];
  };

  it('are listed once, a pair by its lower number', () => {
    const { unplanned } = laidOut();
    expect(listed(unplanned)).toEqual([1, 3, 4]);
    expect(unplanned.any()).toBe(true);
    const drawn = new Set(Array.from({ length: 100 }, (_, seed) => unplanned.draw(new Random(seed))));
    expect(drawn).toEqual(new Set([1, 3, 4]));
  });

  it('are what a step has left out, without what it has placed', () => {
    const { state, change, unplanned } = laidOut();
    change.remove(0, false);
    change.settle();
    change.insert(3, state.prepared.firstStart, 0, 50_000);
    unplanned.update(change);
    expect(listed(unplanned).sort()).toEqual([0, 1, 4]);
  });

  it('are tried again where a touched shift might take them, so many at most', () => {
    const { change, unplanned, absences } = laidOut();
    const sampled = (limit: number, mostAbsentFirst: boolean, seed = 1) => {
      const queue = Int32Array.of(9, 0, 0, 0, 0, 0);
      const length = unplanned.sample(queue, 1, limit, change, new Random(seed), mostAbsentFirst);
      expect(queue[0]).toBe(9);
      return [...queue.subarray(1, length)];
    };
    expect(sampled(6, false)).toEqual([]);
    change.remove(0, false);
    // Shift 0 is touched: employee 0 may not do visit 4.
    expect(sampled(6, false).sort()).toEqual([1, 3]);
    const firsts = new Set(Array.from({ length: 60 }, (_, seed) => sampled(1, false, seed)[0]));
    expect(firsts).toEqual(new Set([1, 3]));
    absences.count(3);
    expect(sampled(1, true)).toEqual([3]);
    absences.count(1);
    absences.count(1);
    expect(sampled(6, true)).toEqual([1, 3]);
  });
});
