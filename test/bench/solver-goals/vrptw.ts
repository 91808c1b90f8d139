import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readSolomon, solveVrptw } from '@hemtjanst/solver';
import { type Goal, type GoalRun, cpuSeconds, gapPercent, gapText } from './goal.js';

/** Four or so of each class, fixed before anything was measured, so that figures of different days can be compared. */
const S20 =
  'R101 R104 R108 R112 R201 R204 R208 R211 RC101 RC104 RC106 RC108 RC201 RC204 RC207 RC208 C101 C104 C201 C204'.split(
    ' ',
  );
const G12 = 'c1_2_4 c1_2_8 c2_2_4 c2_2_9 r1_2_4 r1_2_9 r2_2_4 r2_2_10 rc1_2_1 rc1_2_8 rc2_2_4 rc2_2_7'.split(' ');

export const vrptwGoals: readonly Goal[] = [
  distanceGoal('s20', 'Solomon, 20 of 56', 10, 'solomon', 'mean ≤ 0.10 %, max ≤ 0.8 %', S20),
  distanceGoal('all56', 'Solomon, all 56', 1, 'solomon', 'mean ≤ 0.8 %', null),
  distanceGoal('g12', 'Gehring–Homberger 200, 12 of 60', 10, 'gehring-homberger-200', 'mean ≤ 0.70 %', G12),
];

function distanceGoal(
  id: string,
  name: string,
  seconds: number,
  data: string,
  wanted: string,
  names: readonly string[] | null,
): Goal {
  const measure = (run: GoalRun): string => {
    const bestKnown = readBestKnown(run.folder);
    const instances = names ?? instancesIn(path.join(run.folder, data));
    return gapText(
      instances.map((instance) => {
        const text = readFileSync(path.join(run.folder, data, `${instance}.txt`), 'utf8');
        const gaps = run.seeds.map((seed) => {
          const line = solveVrptw(readSolomon(text), { seconds: seconds * run.share, seed, secondsNow: cpuSeconds });
          if (!line.feasible) throw new Error(`${instance}, seed ${seed}: the answer breaks a rule`);
          return gapPercent(line.distance, bestKnown(instance));
        });
        run.note(`${instance}: ${gaps.map((gap) => gap.toFixed(2)).join(' ')} %`);
        return gaps;
      }),
    );
  };
  return { id, name, seconds, data, wanted, measure };
}

const instancesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length));

/** Least distance in the DIMACS convention (distances cut to a tenth). */
function readBestKnown(folder: string): (instance: string) => number {
  const table = JSON.parse(readFileSync(path.join(folder, 'bks-vrptw.json'), 'utf8')) as Record<
    string,
    { readonly dimacs: number } | undefined
  >;
  return (instance) => {
    const entry = table[instance.toUpperCase()];
    if (entry === undefined) throw new Error(`no best known value for ${instance}`);
    return entry.dimacs;
  };
}
