import type { Problem } from '../problem.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { findNeighbours } from './neighbours.js';
import { prepareProblem } from './prepared-problem.js';

/** Seconds apart in time that weigh as much as one second of travel. */
const APART = 10;

function neighboursOf(problem: Problem, visit: number): readonly number[] {
  const { width, visits } = findNeighbours(prepareProblem(problem), APART);
  return [...visits.subarray(visit * width, (visit + 1) * width)];
}

const at = (location: number) => aVisit({ location });
const startingAt = (earliest: number, latest: number) => aVisit({ windows: [{ day: 0, earliest, latest }] });

describe('the neighbours of a visit', () => {
  it('are the others, nearest first', () => {
    // Places 5, 1, 3 and 6 of a street.
    const problem = aProblem({ visits: [at(5), at(1), at(3), at(6)] });
    expect(neighboursOf(problem, 0)).toEqual([3, 2, 1]);
    expect(neighboursOf(problem, 1)).toEqual([2, 0, 3]);
  });

  it('are near by the way there and back together', () => {
    // From visit 0 (place 0): there 10 and back 90 is as far as 50 and 50, which came first; 10 and 80 is nearer.
    const there = [0, 50, 10, 10];
    const back = [0, 50, 90, 80];
    const travel = new Int32Array(16).fill(1000);
    there.forEach((seconds, to) => (travel[to] = seconds));
    back.forEach((seconds, from) => (travel[from * 4] = seconds));
    expect(neighboursOf(aProblem({ visits: [0, 1, 2, 3].map(at), travel: [travel] }), 0)).toEqual([3, 1, 2]);
  });

  it('are near in time by the middle of their windows, before or after', () => {
    // Middles 1 000, 1 200, 950, 900 and 1 030: 200, 50, 100 and 30 from the first.
    const around = [startingAt(1200, 1200), startingAt(900, 1000), startingAt(0, 1800), startingAt(1030, 1030)];
    expect(neighboursOf(aProblem({ visits: [startingAt(500, 1500), ...around] }), 0)).toEqual([4, 2, 3, 1]);
  });

  it('weigh way against time as they are told', () => {
    // Another place 100 s away at the same time, or the same place 990, 1 000 or 1 010 s later, at 10 s for one.
    const elsewhere = { ...startingAt(0, 0), location: 2 };
    const later = [990, 1000, 1010].map((start) => startingAt(start, start));
    expect(neighboursOf(aProblem({ visits: [startingAt(0, 0), elsewhere, ...later] }), 0)).toEqual([2, 1, 3, 4]);
  });

  it('have a day in common, and are compared on the first one', () => {
    const on = (...windows: readonly (readonly [number, number])[]) =>
      aVisit({ windows: windows.map(([day, start]) => ({ day, earliest: start, latest: start })) });
    const visits = [
      on([0, 0], [1, 90_000]),
      on([1, 90_500]),
      on([0, 400]),
      on([0, 300], [1, 90_200]),
      on([2, 180_000]),
    ];
    const shifts = [aShift()];
    // Apart 500 on day 1, 400 and 300 on day 0; the last visit lies on day 2 only: −1.
    expect(neighboursOf(aProblem({ days: 3, visits, shifts }), 0)).toEqual([3, 2, 1, -1]);
    expect(neighboursOf(aProblem({ days: 3, visits, shifts }), 4)).toEqual([-1, -1, -1, -1]);
    // Day 1 is the only one of visit 1: 300 from visit 3 and 500 from visit 0.
    expect(neighboursOf(aProblem({ days: 3, visits, shifts }), 1)).toEqual([3, 0, -1, -1]);
  });

  it('are sixty at most, the nearest; of equally near ones those with the lower numbers', () => {
    // Visits 1–70 at places 71, 70 … 2 of a street; visit 0 at place 1.
    const street = [1, ...Array.from({ length: 70 }, (_, index) => 71 - index)].map(at);
    expect(neighboursOf(aProblem({ visits: street }), 0)).toEqual(Array.from({ length: 60 }, (_, index) => 70 - index));
    const alone = aVisit({ windows: [{ day: 1, earliest: 90_000, latest: 90_000 }] });
    const [first, ...others] = street;
    expect(neighboursOf(aProblem({ days: 2, visits: [first, alone, ...others] }), 1)).toEqual(new Array(60).fill(-1));
    const house = Array.from({ length: 70 }, () => at(1));
    expect(neighboursOf(aProblem({ visits: house }), 0)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it('are none of a single visit, and none where nobody works', () => {
    expect(neighboursOf(aProblem(), 0)).toEqual([-1]);
    const without = aProblem({ visits: [at(1), at(1)], shifts: [], travel: [], compatible: new Uint8Array() });
    expect(neighboursOf(without, 0)).toEqual([-1]);
  });
});
