import { WarpRoutes } from '../local-search/warp-routes.js';
import { Random } from '../random.js';
import { anInstance, aRandomInstance, aStop } from '../testing/a-vrptw-problem.js';
import { DIMACS, vrptwProblemFrom } from '../vrptw/vrptw-problem.js';
import { completeGreedily } from './greedy-completion.js';
import { brokenPairs, individualFrom, type Individual, penalisedCost } from './individual.js';
import { PenaltyControl } from './penalty-control.js';
import { Population } from './population.js';
import { selectiveRouteExchange } from './selective-route-exchange.js';

const PENALTIES = { warp: 1, excess: 1 };

/** Six stops on the axis, at 10, 20 … 60, each 1 of load; a vehicle carries 10. */
const LINE = vrptwProblemFrom(anInstance([1, 2, 3, 4, 5, 6].map((number) => aStop(number, number * 10, 0))), DIMACS);

function individualOf(routes: readonly (readonly number[])[], problem = LINE): Individual {
  const laid = new WarpRoutes(problem);
  laid.lay(routes, PENALTIES);
  return individualFrom(laid);
}

describe('an individual', () => {
  it('costs its way, its lateness and its load too much (out and back 1 200; due at 5, there at 10: 50 tenths)', () => {
    expect(individualOf([[1, 2, 3, 4, 5, 6]])).toMatchObject({ distance: 1_200, warp: 0, excess: 0 });
    const late = vrptwProblemFrom(anInstance([aStop(1, 10, 0, { due: 5, demand: 12 })]), DIMACS);
    const individual = individualOf([[1]], late);
    expect(individual).toMatchObject({ distance: 200, warp: 50, excess: 2 });
    expect(penalisedCost(individual, { warp: 3, excess: 7 })).toBe(200 + 150 + 14);
  });

  it('differs from itself turned round in nothing, and by the pairs it breaks otherwise', () => {
    const own = individualOf([[1, 2, 3, 4, 5, 6]]);
    expect(brokenPairs(own, individualOf([[6, 5, 4, 3, 2, 1]]))).toBe(0);
    // 3 no longer goes on to 4, and 1 is no first after the depot… it still is: one of six pairs broken.
    expect(
      brokenPairs(
        own,
        individualOf([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      ),
    ).toBeCloseTo(1 / 6);
  });
});

describe('selective route exchange', () => {
  it('makes children with every visit exactly once, whatever the parents', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new Random(seed);
      const problem = vrptwProblemFrom(aRandomInstance(seed, 15), DIMACS);
      const draw = () => {
        const routes: number[][] = [[], [], [], []];
        for (let visit = 1; visit < problem.nodes; visit++) routes[random.below(4)].push(visit);
        return individualOf(routes, problem);
      };
      for (const child of selectiveRouteExchange(draw(), draw(), problem, random)) {
        const visits = [...child.routes.flat(), ...child.missing].sort((a, b) => a - b);
        expect(visits).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
        expect(completeGreedily(child, problem).flat()).toHaveLength(15);
      }
    }
  });

  it('hands routes that hold the same visits on as they are', () => {
    const [mother, father] = [individualOf([[1, 2, 3, 4, 5, 6]]), individualOf([[2, 1, 3, 4, 6, 5]])];
    const [whole, partial] = selectiveRouteExchange(mother, father, LINE, new Random(1));
    expect(whole).toEqual({ routes: [[2, 1, 3, 4, 6, 5]], missing: [] });
    expect(partial).toEqual(whole);
  });

  it('puts what is missing where it lengthens the routes least', () => {
    expect(completeGreedily({ routes: [[1, 2, 4, 6]], missing: [3, 5] }, LINE)).toEqual([[1, 2, 3, 4, 5, 6]]);
  });
});

describe('a population', () => {
  it('keeps the best, and clones go first', () => {
    const population = new Population({ least: 2, births: 2, elite: 1 }, new Random(1));
    const [best, clone] = [individualOf([[1, 2, 3, 4, 5, 6]]), individualOf([[1, 2, 3, 4, 5, 6]])];
    const worse = individualOf([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const other = individualOf([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    for (const individual of [best, clone, worse, clone, other]) population.add(individual, PENALTIES);
    // Five of one kind, two stay: both clones of the best go, then the worst.
    const seen = new Set<Individual>();
    for (let draw = 0; draw < 100; draw++) population.drawParents(PENALTIES).forEach((parent) => seen.add(parent));
    expect(seen.size).toBe(2);
    expect([...seen].map((individual) => individual.distance)).toContain(1_200);
    expect([...seen].filter((individual) => brokenPairs(individual, best) === 0)).toHaveLength(1);
  });
});

describe('penalties', () => {
  const after = (kept: number, of: number): number => {
    const control = new PenaltyControl({ warp: 10, excess: 10 }, of);
    for (let index = 0; index < of; index++) control.hear({ warp: index < kept ? 0 : 1, excess: 0 });
    return control.current.warp;
  };

  it('rise where too few descents are in time, fall where too many are, stay at four of ten', () => {
    expect(after(3, 10)).toBeCloseTo(12);
    expect(after(4, 10)).toBe(10);
    expect(after(5, 10)).toBeCloseTo(8.5);
  });
});
