import { RouteState } from '../kernel/route-state.js';
import { solve } from '../solve.js';
import { maxIterations } from '../stop/max-iterations.js';
import { randomProblem } from '../testing/random-problem.js';
import { SearchDefect } from './verify-step.js';

const problem = randomProblem(1, { visits: 12, shifts: 4, days: 2 });
const options = { seed: 1, stop: maxIterations(60) };

describe('debug mode', () => {
  afterEach(() => jest.restoreAllMocks());

  it('ends a search as soon as a cost kept in small steps is not the cost from scratch', () => {
    const enroll = RouteState.prototype.enroll;
    jest.spyOn(RouteState.prototype, 'enroll').mockImplementation(function (this: RouteState, visit, shift) {
      enroll.call(this, visit, shift);
      this.assignmentCost += 1;
    });
    expect(() => solve(problem, { ...options, verifySteps: true })).toThrow(SearchDefect);
    expect(() => solve(problem, options)).not.toThrow();
  });

  it('changes nothing of the answer', () => {
    expect(solve(problem, { ...options, verifySteps: true })).toEqual(solve(problem, options));
  });
});
