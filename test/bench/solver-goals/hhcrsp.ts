import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readHhcrsp, solveHhcrsp } from '@hemtjanst/solver';
import { type Goal, type GoalRun, cpuSeconds, gapPercent, gapText } from './goal.js';

export const hhcrspGoals: readonly Goal[] = [
  published('small', 'Mankowska, 10–50 patients', 'mankowska', 15, 'mean ≤ 0.1 %', /_(10|25|50)_[1-3]\./),
  published('middle', 'Mankowska, 75–100 patients', 'mankowska', 30, 'mean ≤ 0.3 %', /_(75|100)_[1-3]\./),
  published('large', 'Mankowska, 200–300 patients', 'mankowska', 120, 'mean ≤ 1.0 %', /_(200|300)_[12]\./),
  published('kummer', 'Kummer, 50–200 patients', 'kummer', 60, 'mean ≤ 0.5 %', /_(26|23|32|54|17|60)_[01]/),
  published('italian', 'Italian cities', 'italian', 60, 'mean ≤ 0.5 %', /instance_(003|010|013|016|020|025|029)/),
];

/** Cost = (travel + tardiness + greatest tardiness) / 3; best known: published with Ceschia and others (2024). */
function published(
  id: string,
  name: string,
  folderName: string,
  seconds: number,
  wanted: string,
  chosen: RegExp,
): Goal {
  const data = `hhcrsp-${folderName}`;
  const measure = (run: GoalRun): string => {
    const folder = path.join(run.folder, data);
    const bestKnown = JSON.parse(readFileSync(path.join(folder, 'best-known.json'), 'utf8')) as Record<
      string,
      { readonly total_cost: number }
    >;
    const instances = readdirSync(folder)
      .filter((file) => file.endsWith('.json.gz') && (run.every || chosen.test(file)))
      .map((file) => ({ file, instance: file.slice(0, -'.gz'.length) }));
    const measured = instances.filter(({ instance }) => instance in bestKnown);
    const gaps = gapText(
      measured.map(({ file, instance }) => {
        const published = bestKnown[instance];
        const text = gunzipSync(readFileSync(path.join(folder, file))).toString();
        const gaps = run.seeds.map((seed) => {
          const options = { seconds: seconds * run.share, seed, secondsNow: cpuSeconds };
          const line = solveHhcrsp(readHhcrsp(text, instance), options);
          if (!line.feasible) throw new Error(`${instance}, seed ${seed}: the answer breaks a rule`);
          run.keep(line);
          return gapPercent(line.objective, published.total_cost);
        });
        run.note(`${instance}: ${gaps.map((gap) => gap.toFixed(2)).join(' ')} %`);
        return gaps;
      }),
    );
    const without = instances.length - measured.length;
    return `${measured.length} instances: ${gaps}${without === 0 ? '' : `; ${without} have no published cost`}`;
  };
  return { id: `hhcrsp-${id}`, name, seconds, data, wanted, measure };
}
