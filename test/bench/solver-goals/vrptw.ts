import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type ColumnChooser, loadColumnChooser, readSolomon, solveVrptw, type VrptwLine } from '@hemtjanst/solver';
import { cpuSeconds, gapPercent, gapText, type Goal, type GoalRun, mean } from './goal.js';

/** Four or so of each class, fixed before anything was measured, so that figures of different days can be compared. */
const S20 =
  'R101 R104 R108 R112 R201 R204 R208 R211 RC101 RC104 RC106 RC108 RC201 RC204 RC207 RC208 C101 C104 C201 C204'.split(
    ' ',
  );
const G12 = 'c1_2_4 c1_2_8 c2_2_4 c2_2_9 r1_2_4 r1_2_9 r2_2_4 r2_2_10 rc1_2_1 rc1_2_8 rc2_2_4 rc2_2_7'.split(' ');
const SOLOMON = 'solomon';
const HOMBERGER = 'gehring-homberger-200';

/**
 * Mean gaps of peers in per cent, one run an instance: VROOM (January 2026, -x 5, stops by itself), HGS-VRPTW (ORTEC's
 * baseline of the EURO-NeurIPS competition), PyVRP 0.13.4; measured in CPU seconds on this project's 2-core machine in
 * 2026 on these instances.
 */
const PEERS = {
  s20: 'HGS 0.003, PyVRP 0.29, VROOM 1.87 (7.5 s)',
  all56: 'VROOM 4.31 (0.43 s, -x 0)',
  g12: 'HGS 0.31, PyVRP 0.95, VROOM 3.49 (30 s)',
  g12minute: 'on six of them: HGS 0.04, PyVRP 0.68',
  vehicles: 'best known 405; VROOM 13 where 11 do (RC106)',
} as const;

/** In shorter searches putting the routes together would cost more time than it brings. */
const LEAST_SECONDS_TO_CHOOSE = 3;

export const vrptwGoals: readonly Goal[] = [
  distanceGoal('s20', 'Solomon, 20 of 56', 10, SOLOMON, 'mean ≤ 0.10 %, max ≤ 0.8 %', S20),
  distanceGoal('all56', 'Solomon, all 56', 1, SOLOMON, 'mean ≤ 0.8 %', null),
  distanceGoal('g12', 'Gehring–Homberger 200, 12 of 60', 10, HOMBERGER, 'mean ≤ 0.70 %', G12),
  distanceGoal('g12minute', 'Gehring–Homberger 200, 12 of 60, a minute', 60, HOMBERGER, 'mean ≤ 0.35 %', G12),
  vehiclesGoal(),
];

function distanceGoal(
  id: Exclude<keyof typeof PEERS, 'vehicles'>,
  name: string,
  seconds: number,
  data: string,
  wanted: string,
  names: readonly string[] | null,
): Goal {
  const measure = async (run: GoalRun): Promise<string> => {
    const bestKnown = readBestKnown(run.folder);
    const chooseColumns = await chooserFor(seconds * run.share);
    const gaps = (names ?? instancesIn(run.folder, data)).map((instance) => {
      const ofSeeds = linesOf(run, data, instance, seconds, { chooseColumns }).map((line) =>
        gapPercent(line.distance, bestKnown(instance).dimacs),
      );
      run.note(`${instance}: ${ofSeeds.map((gap) => gap.toFixed(2)).join(' ')} %`);
      return ofSeeds;
    });
    return gapText(gaps);
  };
  return { id, name: `${name} (peers: ${PEERS[id]})`, seconds, data, wanted, measure };
}

/** Fewest vehicles first: their sum over all of Solomon's instances, and how much further they drive than the best known. */
function vehiclesGoal(): Goal {
  const seconds = 30;
  const measure = async (run: GoalRun): Promise<string> => {
    const bestKnown = readBestKnown(run.folder);
    const chooseColumns = await chooserFor(seconds * run.share);
    const lines = instancesIn(run.folder, SOLOMON).map((instance) => {
      const ofSeeds = linesOf(run, SOLOMON, instance, seconds, { chooseColumns, objective: 'vehicles' });
      const { vehicles, distance } = bestKnown(instance).hierarchical;
      const [fewest, shortest] = [
        ofSeeds.map((line) => line.vehicles),
        ofSeeds.map((line) => line.distanceDouble ?? NaN),
      ];
      run.note(`${instance}: ${fewest.join(' ')} (${vehicles}) ${shortest.map((way) => way.toFixed(2)).join(' ')}`);
      const gaps = ofSeeds.flatMap((_, index) =>
        fewest[index] === vehicles ? gapPercent(shortest[index], distance) : [],
      );
      return { vehicles: mean(fewest), gaps };
    });
    const sum = lines.reduce((total, line) => total + line.vehicles, 0);
    return `${sum.toFixed(1)} vehicles, distance ${mean(lines.flatMap((line) => line.gaps)).toFixed(2)} % above the best known`;
  };
  const name = `Solomon, all 56, fewest vehicles first (peers: ${PEERS.vehicles})`;
  return { id: 'vehicles', name, seconds, data: SOLOMON, wanted: 'sum ≤ 407', measure };
}

function linesOf(
  run: GoalRun,
  data: string,
  instance: string,
  seconds: number,
  options: { readonly chooseColumns?: ColumnChooser; readonly objective?: 'vehicles' },
): readonly VrptwLine[] {
  const text = readFileSync(path.join(run.folder, data, `${instance}.txt`), 'utf8');
  return run.seeds.map((seed) => {
    const line = solveVrptw(readSolomon(text), {
      ...options,
      seconds: seconds * run.share,
      seed,
      secondsNow: cpuSeconds,
    });
    if (!line.feasible) throw new Error(`${instance}, seed ${seed}: the answer breaks a rule`);
    run.keep(line);
    return line;
  });
}

const chooserFor = (seconds: number): Promise<ColumnChooser | undefined> =>
  seconds >= LEAST_SECONDS_TO_CHOOSE ? loadColumnChooser() : Promise.resolve(undefined);

const instancesIn = (folder: string, data: string): string[] =>
  readdirSync(path.join(folder, data))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length));

interface BestKnown {
  /** Least distance in the DIMACS convention (distances cut to a tenth). */
  readonly dimacs: number;
  /** Fewest vehicles, then the least double-precision distance. */
  readonly hierarchical: { readonly vehicles: number; readonly distance: number };
}

function readBestKnown(folder: string): (instance: string) => BestKnown {
  const table = JSON.parse(readFileSync(path.join(folder, 'bks-vrptw.json'), 'utf8')) as Record<
    string,
    BestKnown | undefined
  >;
  return (instance) => {
    const entry = table[instance.toUpperCase()];
    if (entry === undefined) throw new Error(`no best known value for ${instance}`);
    return entry;
  };
}
