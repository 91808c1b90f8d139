import type { Fleet } from './day-of-routes.js';
import { lagrangianBound } from './lagrangian-bound.js';
import { type Pricing, RoutePricer } from './price-routes.js';

/** Three visits of 10 at places 1, 2, 3 along a street from the premises at 0, 100 from one to the next; one vehicle. */
function aFleet(overrides: Partial<Fleet> = {}): Fleet {
  const places = [1, 2, 3, 0];
  const ways = Int32Array.from(places.flatMap((from) => places.map((to) => Math.abs(from - to) * 100)));
  return {
    count: 1,
    start: 0,
    end: 1_000,
    capacity: 3,
    pauses: [],
    rowOf: Int32Array.from([0, 1, 2]),
    opens: Int32Array.from([0, 0, 0]),
    closes: Int32Array.from([1_000, 1_000, 1_000]),
    service: Int32Array.from([10, 10, 10]),
    demand: Int32Array.from([1, 1, 1]),
    price: Int32Array.from([0, 0, 0]),
    wayCost: ways,
    wayTicks: ways,
    ...overrides,
  };
}

function priced(fleet: Fleet, rowPrice: readonly number[], isExact = true): Pricing {
  const pricing = new RoutePricer(fleet, 8).price({
    rowPrice: Float64Array.from(rowPrice),
    unitsPerCost: 1,
    below: 0,
    isExact,
    mostRoutes: 1,
    isOver: () => false,
  });
  if (pricing === null) throw new Error('given up');
  return pricing;
}

describe('the routes worth most', () => {
  it('go as far as the prices pay for: 3 visits of 250 for 600 of way are worth 150', () => {
    expect(priced(aFleet(), [250, 250, 250])).toEqual({
      least: -150,
      routes: [{ rows: [0, 1, 2], cost: 600, reducedCost: -150 }],
    });
    // The third pays 199 for 200 of way: two visits at 250 for 400 are worth 100.
    expect(priced(aFleet(), [250, 250, 199]).routes[0].rows).toEqual([0, 1]);
  });

  it('are none where nothing pays for its way', () => {
    expect(priced(aFleet(), [100, 100, 100])).toEqual({ least: 0, routes: [] });
  });

  it('carry no more than the vehicle holds', () => {
    expect(priced(aFleet({ capacity: 2 }), [250, 250, 250]).routes[0].rows).toHaveLength(2);
  });

  it('are home in time, to the second: 3 visits of 10 and 600 of way', () => {
    expect(priced(aFleet({ end: 630 }), [250, 250, 250]).routes[0].rows).toHaveLength(3);
    expect(priced(aFleet({ end: 629 }), [250, 250, 250]).routes[0].rows).toHaveLength(2);
  });

  it('take the rast within its window, also where it parts two visits', () => {
    const pauses = [{ duration: 100, earliest: 300, latest: 400 }];
    // Two of the visits come before the rast (done at 220) or all three (330); with the rast the day is 730 long.
    expect(priced(aFleet({ pauses, end: 730 }), [250, 250, 250]).routes[0].rows).toHaveLength(3);
    expect(priced(aFleet({ pauses, end: 729 }), [250, 250, 250]).routes[0].rows).toHaveLength(2);
    const late = { ...aFleet({ pauses }), opens: Int32Array.from([395, 0, 0]), closes: Int32Array.from([395, 0, 0]) };
    // At 395 the first visit is being done until 405, when the rast must have begun: it comes before, from 300 to 400.
    expect(priced(late, [250, 0, 0])).toEqual({ least: 0, routes: [] });
  });

  it('come home by the shorter way where that leads over another visit', () => {
    const wayCost = aFleet().wayCost.slice();
    wayCost[2 * 4 + 3] = 900;
    const fleet = aFleet({ wayCost, wayTicks: wayCost, end: 700 });
    // Straight home from the third takes 900; over the second 100 + 200.
    expect(priced(fleet, [0, 250, 600]).routes[0]).toEqual({ rows: [2, 1], cost: 600, reducedCost: -250 });
  });

  it('are given up when told so', () => {
    const request = { unitsPerCost: 1, below: 0, isExact: true, mostRoutes: 1, isOver: () => true };
    expect(new RoutePricer(aFleet(), 8).price({ ...request, rowPrice: Float64Array.from([250, 250, 250]) })).toBeNull();
  });
});

describe('the bound at given prices', () => {
  const day = { leftOutCost: [Infinity, Infinity, Infinity], fixedCost: 0, fleets: [aFleet()] };
  const boundAt = (prices: readonly number[], leftOutCost: readonly number[] = day.leftOutCost): number =>
    lagrangianBound({ ...day, leftOutCost }, Float64Array.from(prices), [priced(aFleet(), prices).least], 1);

  it('is the cost of the best plan at the right prices, and less at others', () => {
    // All three cost 600: 3 × 200 pays for exactly that.
    expect(boundAt([200, 200, 200])).toBe(600);
    expect(boundAt([250, 250, 250])).toBe(600);
    expect(boundAt([100, 100, 100])).toBe(300);
    expect(boundAt([0, 0, 900])).toBe(600);
  });

  it('pays for a row no more than leaving it out costs', () => {
    expect(boundAt([200, 200, 200], [Infinity, Infinity, 50])).toBe(450);
  });
});
