/**
 * A sick call as the service works on it: on a thread of its own, from nothing to three alternatives, and how soon the
 * thread is gone when it is cancelled. CPU seconds beside the clock's, for machines that are shared.
 *
 *     npx tsx test/bench/replan-run.ts [--group G1 --iterations 10 --calls 3]
 */
import { parseArgs } from 'node:util';
import { clock, instantOf, localDate } from '@hemtjanst/domain';
import type { DayTask } from '../../src/planning/day-replanning/day-task.js';
import { replanDayOnThread } from '../../src/planning/day-replanning/replan-day-on-thread.js';
import { demoGroup } from './board/demo-group.js';

const { values } = parseArgs({
  options: {
    group: { type: 'string', default: 'G1' },
    iterations: { type: 'string', default: '10' },
    calls: { type: 'string', default: '3' },
  },
});
const DAY = localDate('2026-03-04');
const MORNING = instantOf(DAY, clock('06:00'));
const MIDNIGHT = instantOf(localDate('2026-03-05'), clock('00:00'));

const { unit, week, workGroupId, settings, plan, rides } = await demoGroup(values.group, Number(values.iterations));
const visits = plan.visits.filter(({ date }) => date === DAY);
const working = [...new Set(visits.flatMap(({ employeeIds }) => employeeIds))].sort();
const taskOf = (employeeId: string, seconds: number | null): DayTask => ({
  input: { unit, week, settings, plan, adjustments: [], published: null, rides },
  workGroupId,
  request: { now: MORNING, event: { kind: 'sick', employeeId, from: MORNING, to: MIDNIGHT } },
  seconds,
});

process.stdout.write(`a day of ${visits.length} visits\n`);
for (const employeeId of working.slice(0, Number(values.calls))) {
  const [cpuBefore, begin] = [process.cpuUsage(), performance.now()];
  const reportsAt: number[] = [];
  const days = await replanDayOnThread(taskOf(employeeId, null), {
    onProgress: () => reportsAt.push(Math.round(performance.now() - begin)),
    signal: new AbortController().signal,
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  const [wall, cpu] = [Math.round(performance.now() - begin), Math.round((user + system) / 1000)];
  process.stdout.write(
    `${employeeId}: ${wall} ms, ${cpu} ms of CPU, ${days.length} alternatives, first report after ${reportsAt[0]} ms, ${reportsAt.length} reports\n`,
  );
}

const abort = new AbortController();
let cancelledAt = 0;
const cancelled = replanDayOnThread(taskOf(working[0], 120), {
  onProgress: () => {
    cancelledAt = performance.now();
    abort.abort();
  },
  signal: abort.signal,
});
await cancelled.catch(() => undefined);
process.stdout.write(`the thread is gone ${Math.round(performance.now() - cancelledAt)} ms after it was cancelled\n`);
