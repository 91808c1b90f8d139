import {
  type CareUnit,
  DEFAULT_UNIT_SETTINGS,
  type IsoWeek,
  type UnitSettings,
  type WeeklyPlan,
  deriveVisitDemands,
  parseIsoWeek,
} from '@hemtjanst/domain';
import { loadStreetNetwork } from '@hemtjanst/street-network';
import { checkPlan } from '../planning/check-plan.js';
import { type PlanBudget, standardBudget } from '../planning/plan-budget.js';
import { planWeek } from '../planning/plan-week.js';
import type { TravelTimeSource } from '../travel/travel-time-source.js';
import { inventUnit } from '../unit-folder/invent-unit/invent-unit.js';
import { type CommandIo, EXIT, fail } from './command-io.js';
import { type CommandOptions, resolvePath, secondsOption, wholeNumberOption } from './command-options.js';
import { readUnitOrFail } from './read-unit.js';
import { defaultMapPath, travelSourceOrFail } from './travel-option.js';

const DEMO_WEEK = '2026-W10';
const LARGEST_SEED = 2 ** 31 - 1;
/** One step per visit: little more than the first plan of every group. */
const FIRST_PLAN: PlanBudget = { kind: 'iterations-per-visit', iterations: 1 };

/** A week of a unit as planned, against the goals of the week; the field names are those of the JSON line. */
interface WeekLine {
  readonly instance: string;
  readonly seed: number;
  readonly visits: number;
  readonly unassigned: number;
  readonly placedShare: number;
  /** Clock seconds until every group has a plan, and until the plan that is asked for is there. */
  readonly firstPlanSeconds: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Highest resident memory of the process with its solver and map threads so far. */
  readonly peakMegabytes: number;
  /** Hard rules broken, by the independent check with travel times asked anew: publishable when 0. */
  readonly hardViolations: number;
  readonly shareAbove10Faces: number;
  readonly medianFaces: number;
  readonly contactPersonShare: number;
  readonly travelMinutes: number;
  /** The same week planned without prices on faces and kontaktman. */
  readonly travelMinutesWithoutContinuity: number;
  readonly plannedEfficiency: number;
  readonly attainableEfficiency: number | null;
  readonly objective: number;
  readonly lowerBound: number | null;
}

interface WeekBench {
  readonly name: string;
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly source: TravelTimeSource;
  readonly seed: number;
  readonly budget: PlanBudget;
  readonly threads: number;
}

/** `ramrutt bench week`: the invented unit, or that of `--unit`, planned as the product plans it; one JSON line. */
export async function benchWeek(options: CommandOptions, io: CommandIo): Promise<number> {
  const week = parseIsoWeek(options.values.week ?? DEMO_WEEK);
  if (week === null) return fail(EXIT.badInput, `--week ${options.values.week ?? ''}: an ISO week expected`);
  const { unit, name } = await unitOf(options, io, week);
  const source = travelSourceOrFail(io, options.values.travel ?? 'street', options.values.map);
  try {
    const line = await measure({
      name,
      unit,
      week,
      source,
      seed: wholeNumberOption(options, 'seed', 1, 0, LARGEST_SEED),
      budget: budgetOf(options),
      threads: wholeNumberOption(options, 'threads', 2, 1, 64),
    });
    io.stdout(JSON.stringify(line));
    return line.hardViolations === 0 ? EXIT.done : EXIT.checkFailed;
  } finally {
    await source.close?.();
  }
}

async function unitOf(options: CommandOptions, io: CommandIo, week: IsoWeek) {
  const folder = options.values.unit;
  if (folder !== undefined) return { name: folder, unit: (await readUnitOrFail(io, folder)).unit };
  const map = options.values.map === undefined ? defaultMapPath() : resolvePath(io, options.values.map);
  const brukare = wholeNumberOption(options, 'brukare', 850, 2, 10_000);
  const employees = wholeNumberOption(options, 'employees', 190, 1, 2_500);
  const groups = wholeNumberOption(options, 'groups', 7, 1, 60);
  const streetPoints = (await loadStreetNetwork(map)).streetPoints();
  const name = `demo-${brukare}-${employees}-${groups}`;
  return { name, unit: inventUnit({ name, brukare, employees, groups, premises: 5, seed: 1, week, streetPoints }) };
}

/** Without `--seconds` the product's own budget in steps: the same line of figures on any machine but for the times. */
function budgetOf(options: CommandOptions): PlanBudget {
  if (options.values.seconds === undefined) return standardBudget(null);
  return { kind: 'seconds', seconds: secondsOption(options, 'seconds', 0) };
}

async function measure(bench: WeekBench): Promise<WeekLine> {
  const first = await timed(() => plan(bench, DEFAULT_UNIT_SETTINGS, FIRST_PLAN));
  const asked = await timed(() => plan(bench, DEFAULT_UNIT_SETTINGS, bench.budget));
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const free = await plan(bench, withoutContinuity(DEFAULT_UNIT_SETTINGS), bench.budget);
  const { visits, metrics } = asked.result;
  const all = visits.length + metrics.unassignedVisits;
  const faces = metrics.distinctEmployeesPer14Days;
  return {
    instance: bench.name,
    seed: bench.seed,
    visits: all,
    unassigned: metrics.unassignedVisits,
    placedShare: all === 0 ? 1 : visits.length / all,
    firstPlanSeconds: first.seconds,
    seconds: asked.seconds,
    cpuSeconds: asked.cpuSeconds,
    peakMegabytes,
    hardViolations: await hardViolations(bench, asked.result),
    shareAbove10Faces: faces.shareAbove10,
    medianFaces: faces.median,
    contactPersonShare: metrics.contactPersonShare,
    travelMinutes: onTheWay(asked.result),
    travelMinutesWithoutContinuity: onTheWay(free),
    plannedEfficiency: metrics.plannedEfficiency,
    attainableEfficiency: metrics.attainableEfficiency,
    objective: metrics.objective,
    lowerBound: metrics.lowerBound,
  };
}

function plan({ unit, week, source, seed, threads }: WeekBench, settings: UnitSettings, budget: PlanBudget) {
  return planWeek({ unit, week, workGroupIds: null, settings, source, seed, budget, threads });
}

function withoutContinuity(settings: UnitSettings): UnitSettings {
  return { ...settings, weights: { ...settings.weights, faceCost: [], kontaktmanBonus: 0 } };
}

const onTheWay = ({ metrics }: WeeklyPlan): number => metrics.travelMinutes + metrics.handlingMinutes;

async function hardViolations({ unit, week, source }: WeekBench, weeklyPlan: WeeklyPlan): Promise<number> {
  const settings = DEFAULT_UNIT_SETTINGS;
  const { demands } = deriveVisitDemands({ unit, week, settings });
  const violations = await checkPlan({ unit, plan: weeklyPlan, demands, settings, source });
  return violations.filter(({ severity }) => severity === 'hard').length;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; cpuSeconds: number }> {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { result, seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 };
}
