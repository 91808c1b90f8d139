import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readSynchronisedWeek, solveSynchronisedWeek, type SynchronisedWeek } from '@hemtjanst/solver';
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
    const weeks = files.flatMap((file) => readOrSay(folder, file, run) ?? []);
    const lines = weeks.flatMap((week) =>
      run.seeds.map((seed) => {
        const line = solveSynchronisedWeek(week, { seconds: 5 * run.share, seed, secondsNow: cpuSeconds });
        run.note(
          `${week.name} ${seed}: ${line.distance} (${line.distanceDayByDay}), faces ${line.faces.mean.toFixed(2)} (${line.facesDayByDay.mean.toFixed(2)})`,
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
      `${lines.length} runs (${files.length - weeks.length} files contradict themselves), ${broken} with a broken rule, ${leftOut} visits left out; travel ${mean(gaps).toFixed(2)} % ` +
      `(most ${Math.max(...gaps).toFixed(2)} %) over day by day; faces ${faces.toFixed(2)} instead of ${facesDayByDay.toFixed(2)}`
    );
  },
};

/** A file that contradicts itself is told and left out. */
function readOrSay(folder: string, file: string, run: GoalRun): SynchronisedWeek | null {
  try {
    return readSynchronisedWeek(readFileSync(path.join(folder, file), 'utf8'), file);
  } catch (error) {
    run.note(`${file}: left out, ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
