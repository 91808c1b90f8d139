import { assertProblem } from '../assert-problem.js';
import { RouteChange } from '../kernel/route-change.js';
import { maxIterations } from '../stop/max-iterations.js';
import { randomProblem } from '../testing/random-problem.js';
import { Search } from './search.js';

describe('Search', () => {
  it('keeps times by small steps equal to times from scratch, and every route on time, at each step', () => {
    let looks = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const problem = randomProblem(seed, { visits: 14, shifts: 5, days: 2 });
      assertProblem(problem);
      const search = new Search(problem, { seed, stop: maxIterations(120) });
      const { state } = search;
      const begin = jest.spyOn(RouteChange.prototype, 'begin').mockImplementation(function (this: RouteChange) {
        const before = [state.earliest.slice(), state.latest.slice(), state.place.slice()];
        const onTime = problem.shifts.map((_, shift) => state.refresh(shift));
        expect([state.earliest, state.latest, state.place]).toEqual(before);
        expect(onTime).not.toContain(false);
        looks++;
        original.call(this);
      });
      search.run();
      begin.mockRestore();
    }
    expect(looks).toBeGreaterThan(60 * 120);
  });
});

const original = RouteChange.prototype.begin;
