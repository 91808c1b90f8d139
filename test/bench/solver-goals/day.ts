import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Problem, type ProblemVisit, maxRuntime, solve, verifySolution } from '@hemtjanst/solver';
import { type Goal, type GoalRun, cpuSeconds, mean } from './goal.js';

/** VROOM (January 2026, -x 5) on the same machine and matrix: visits left out and travel seconds. */
const VROOM: Readonly<Record<string, { readonly left: number; readonly travel: number }>> = {
  'hc-seed1': { left: 13, travel: 53_443 },
  'hc-seed2': { left: 18, travel: 51_808 },
  'hc-seed1-f19': { left: 0, travel: 49_782 },
};

/** Far above any detour: visits count first, then travel. */
const LEFT_OUT_COST = 36_000;

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
  const problem = readDay(path.join(run.folder, 'homecare-day', `${name}.json`));
  const results = run.seeds.map((seed) => {
    const result = solve(problem, { seed, stop: maxRuntime(dayGoal.seconds * run.share, cpuSeconds) });
    if (verifySolution(problem, result).length > 0) throw new Error(`${name}, seed ${seed}: the answer breaks a rule`);
    run.note(`${name} seed ${seed}: ${result.unassigned.length} / ${result.cost.travel}, ${result.iterations} steps`);
    return result;
  });
  const left = mean(results.map(({ unassigned }) => unassigned.length));
  const travel = mean(results.map(({ cost }) => cost.travel));
  return `${name} ${left.toFixed(1)} / ${travel.toFixed(0)} (${VROOM[name].left} / ${VROOM[name].travel})`;
}

interface DayFile {
  readonly durations: readonly (readonly number[])[];
  readonly visits: readonly {
    readonly loc: number;
    readonly service: number;
    readonly tw: readonly [number, number];
    readonly skills: readonly number[];
  }[];
  readonly staff: readonly {
    readonly shift: readonly [number, number];
    readonly break: { readonly tw: readonly [number, number]; readonly dur: number };
    readonly skills: readonly number[];
  }[];
}

function readDay(file: string): Problem {
  const { durations, visits, staff } = JSON.parse(readFileSync(file, 'utf8')) as DayFile;
  return {
    days: 1,
    locations: durations.length,
    travel: [Int32Array.from(durations.flat())],
    employees: staff.length,
    brukare: 1,
    shifts: staff.map(({ shift: [start, end], break: rast }, employee) => ({
      employee,
      day: 0,
      mode: 0,
      start,
      end,
      startLocation: 0,
      endLocation: 0,
      pauses: [{ duration: rast.dur, earliest: rast.tw[0], latest: rast.tw[1] }],
    })),
    visits: visits.map(({ loc, service, tw: [earliest, latest] }): ProblemVisit => ({
      brukare: 0,
      location: loc,
      service,
      windows: [{ day: 0, earliest, latest }],
      unassignedCost: LEFT_OUT_COST,
    })),
    compatible: Uint8Array.from(
      visits.flatMap((visit) =>
        staff.map((employee) => (visit.skills.every((skill) => employee.skills.includes(skill)) ? 1 : 0)),
      ),
    ),
    couplings: [],
    spacings: [],
    continuity: { seen: new Uint8Array(staff.length), faceCost: new Int32Array() },
    assignmentCost: new Int32Array(staff.length),
  };
}
