import { groupBudgets, standardBudget } from './plan-budget.js';

describe('the search budget of a plan', () => {
  it('is larger for a whole unit, which is waited for anyway, than for groups', () => {
    expect(standardBudget(['G1'])).toEqual({ kind: 'iterations-per-visit', iterations: 300 });
    expect(standardBudget(null)).toEqual({ kind: 'iterations-per-visit', iterations: 1000 });
  });

  it('gives every group iterations by its visits, so that the plan does not depend on the machine', () => {
    expect(groupBudgets({ kind: 'iterations-per-visit', iterations: 60 }, [100, 5], 2)).toEqual([
      { kind: 'iterations', iterations: 6000 },
      { kind: 'iterations', iterations: 300 },
    ]);
  });

  it('shares seconds by visits over the threads that run side by side', () => {
    // Two threads have 2 × 60 s together; 300 of 400 visits would get 90 s, but none gets more than the whole.
    expect(groupBudgets({ kind: 'seconds', seconds: 60 }, [300, 100], 2)).toEqual([
      { kind: 'seconds', seconds: 60 },
      { kind: 'seconds', seconds: 30 },
    ]);
  });

  it('gives a single group all seconds, however many threads there are', () => {
    expect(groupBudgets({ kind: 'seconds', seconds: 10 }, [7], 8)).toEqual([{ kind: 'seconds', seconds: 10 }]);
  });

  it('needs no time for no visits', () => {
    expect(groupBudgets({ kind: 'seconds', seconds: 10 }, [0, 0], 2)).toEqual([
      { kind: 'seconds', seconds: 0 },
      { kind: 'seconds', seconds: 0 },
    ]);
  });
});
