import { faultsOf } from './job-handlers.js';

describe('the catalogue of jobs and its handlers', () => {
  it('agree when each job has exactly one handler', () => {
    expect(faultsOf(['plan-week', 'plan-day'], ['plan-day', 'plan-week'])).toEqual([]);
  });

  it('disagree in every way at once, one line each', () => {
    expect(faultsOf(['plan-week', 'plan-day'], ['plan-day', 'plan-day', 'send-list'])).toEqual([
      'job plan-week: no handler',
      'job plan-day: more than one handler',
      'job send-list: not in the catalogue',
    ]);
  });
});
