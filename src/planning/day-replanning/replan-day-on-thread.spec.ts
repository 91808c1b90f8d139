import { addDays, clock, instantOf } from '@hemtjanst/domain';
import { MONDAY, mondayAt, smallWeek } from '../../../libs/planning/src/testing/small-week.js';
import type { DayProgress, DayTask } from './day-task.js';
import { replanDayOnThread } from './replan-day-on-thread.js';

/** Six visits and three employees, one of whom is ill from the morning on. */
function task(seconds: number | null): DayTask {
  const week = smallWeek({ brukare: [{}, {}, {}, {}, {}, {}], employees: [{}, {}, {}] });
  const { unit, settings, plan, published, rides } = week;
  const now = mondayAt('05:30');
  return {
    input: { unit, week: week.week, settings, plan, adjustments: [], published, rides },
    workGroupId: week.workGroupId,
    request: {
      now,
      event: { kind: 'sick', employeeId: 'E1', from: now, to: instantOf(addDays(MONDAY, 1), clock('00:00')) },
    },
    seconds,
  };
}

describe('a day planned anew on a thread', () => {
  it('comes back as what it changes of the plan, and tells on the way what it has come to', async () => {
    const told: DayProgress[] = [];
    const days = await replanDayOnThread(task(null), {
      onProgress: (progress) => told.push(progress),
      signal: new AbortController().signal,
    });
    expect(days.length).toBeGreaterThan(0);
    for (const { changed, overtimeMinutes } of days) {
      expect(changed.visits.flatMap(({ employeeIds }) => employeeIds)).not.toContain('E1');
      expect(overtimeMinutes).toBe(0);
    }
    expect(told[0]).toMatchObject({ fraction: 0, alternative: 'least-change', leftOutVisits: 0 });
  });

  it('is the same twice', async () => {
    const quiet = { onProgress: () => undefined, signal: new AbortController().signal };
    expect(await replanDayOnThread(task(null), quiet)).toEqual(await replanDayOnThread(task(null), quiet));
  });

  it('ends in the middle of a search when nobody waits for it any more, with the reason that was given', async () => {
    const abort = new AbortController();
    const reason = new Error('cancelled');
    // Ten minutes of search: the test would not be over if the thread went on.
    const days = replanDayOnThread(task(600), { onProgress: () => abort.abort(reason), signal: abort.signal });
    await expect(days).rejects.toBe(reason);
  });

  it('is not begun when it was called off before', async () => {
    const begun = replanDayOnThread(task(600), {
      onProgress: () => undefined,
      signal: AbortSignal.abort(new Error('cancelled')),
    });
    await expect(begun).rejects.toThrow('cancelled');
  });

  it('says what went wrong in the thread', async () => {
    const { request, ...rest } = task(null);
    const lost: DayTask = {
      ...rest,
      request: { ...request, event: { kind: 'cancelled', visitId: 'besok:finns-inte' } },
    };
    const days = replanDayOnThread(lost, { onProgress: () => undefined, signal: new AbortController().signal });
    await expect(days).rejects.toThrow('visit besok:finns-inte is not in the plan');
  });
});
