import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readSynchronisedWeek, solveSynchronisedWeek } from '@hemtjanst/solver';
import { type Goal, type GoalRun, cpuSeconds, gapPercent, mean } from './goal.js';

/** Bredström and Rönnqvist's three days: every pair together, nothing left out, and what fewer faces cost in travel. */
export const synchronisedWeekGoal: Goal = {
  id: 'brk',
  name: 'Bredström–Rönnqvist, three days with pairs',
  seconds: 5,
  data: 'bredstrom-ronnqvist',
  wanted: 'no broken rule; travel ≤ +2 % of day by day',
  measure: (run: GoalRun): string => {
    const folder = path.join(run.folder, 'bredstrom-ronnqvist');
    const files = readdirSync(folder).filter((file) => file.endsWith('.dat'));
    const lines = files.flatMap((file) =>
      run.seeds.map((seed) => {
        const week = readSynchronisedWeek(readFileSync(path.join(folder, file), 'utf8'), file);
        const line = solveSynchronisedWeek(week, { seconds: 5 * run.share, seed, secondsNow: cpuSeconds });
        run.note(
          `${file} ${seed}: ${line.distance} (${line.distanceDayByDay}), faces ${line.faces.mean.toFixed(2)} (${line.facesDayByDay.mean.toFixed(2)})`,
        );
        run.keep(line);
        return line;
      }),
    );
    const broken = lines.filter(({ feasible }) => !feasible).length;
    const leftOut = lines.reduce((sum, { unassigned }) => sum + unassigned, 0);
    const gaps = lines.map(({ distance, distanceDayByDay }) => gapPercent(distance, distanceDayByDay));
    const faces = mean(lines.map((line) => line.faces.mean));
    const facesDayByDay = mean(lines.map((line) => line.facesDayByDay.mean));
    return (
      `${lines.length} runs, ${broken} with a broken rule, ${leftOut} visits left out; travel ${mean(gaps).toFixed(2)} % ` +
      `(most ${Math.max(...gaps).toFixed(2)} %) over day by day; faces ${faces.toFixed(2)} instead of ${facesDayByDay.toFixed(2)}`
    );
  },
};
