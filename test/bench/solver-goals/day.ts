import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readHomecareDay, solveHomecareDay } from '@hemtjanst/solver';
import { type Goal, type GoalRun, cpuSeconds, mean } from './goal.js';

/** VROOM (January 2026, -x 5) on the same machine and matrix: visits left out and travel seconds. */
const VROOM: Readonly<Record<string, { readonly left: number; readonly travel: number }>> = {
  'hc-seed1': { left: 13, travel: 53_443 },
  'hc-seed2': { left: 18, travel: 51_808 },
  'hc-seed1-f19': { left: 0, travel: 49_782 },
};

/** One day of one group: competence, shifts, rast. */
export const dayGoal: Goal = {
  id: 'day',
  name: 'a group’s day (left out / travel s, VROOM in brackets)',
  seconds: 10,
  data: 'homecare-day',
  wanted: 'never more left out than VROOM, ≥ 2 % less travel when equal',
  measure: (run) =>
    Object.keys(VROOM)
      .map((name) => measureDay(name, run))
      .join('; '),
};

function measureDay(name: string, run: GoalRun): string {
  const day = readHomecareDay(readFileSync(path.join(run.folder, 'homecare-day', `${name}.json`), 'utf8'), name);
  const lines = run.seeds.map((seed) => {
    const line = solveHomecareDay(day, { seed, seconds: dayGoal.seconds * run.share, secondsNow: cpuSeconds });
    if (!line.feasible) throw new Error(`${name}, seed ${seed}: the answer breaks a rule`);
    if (line.travelBound > line.distance) throw new Error(`${name}, seed ${seed}: the bound lies above a plan`);
    run.keep(line);
    run.note(`${name} seed ${seed}: ${line.unassigned.length} / ${line.distance}, ${line.iterations} steps`);
    return line;
  });
  const left = mean(lines.map(({ unassigned }) => unassigned.length));
  const travel = mean(lines.map(({ distance }) => distance));
  return `${name} ${left.toFixed(1)} / ${travel.toFixed(0)} (${VROOM[name].left} / ${VROOM[name].travel})`;
}
