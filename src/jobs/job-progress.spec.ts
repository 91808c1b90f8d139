import { JobProgress } from './job-progress.js';

describe('progress of a job', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is written at once the first time and then once in the time given, always the newest', async () => {
    const written: unknown[] = [];
    const progress = new JobProgress((newest) => {
      written.push(newest);
      return Promise.resolve();
    }, 1000);
    for (let step = 1; step <= 25; step += 1) {
      progress.report({ step });
      await jest.advanceTimersByTimeAsync(100);
    }
    // Reports at 0, 100, … 2400 ms; written at 0, 1000 and 2000 ms, just before the report of that moment.
    expect(written).toEqual([{ step: 1 }, { step: 10 }, { step: 20 }]);
    progress.stop();
  });

  it('is complete after settle, and a failed write does not fail the job', async () => {
    const written: unknown[] = [];
    const progress = new JobProgress((newest) => {
      written.push(newest);
      return Promise.reject(new Error('the database is away'));
    }, 1000);
    progress.report({ step: 1 });
    progress.report({ step: 2 });
    await progress.settle();
    expect(written).toEqual([{ step: 2 }]);
  });
});
