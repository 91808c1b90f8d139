/**
 * How good a plan of the invented unit is: one line per group. Street travel times, search by iterations, so that the
 * same call gives the same figures (seconds apart).
 *
 *     npx tsx test/bench/demo-unit-quality.ts [--brukare 850 --employees 190 --groups 7 --seed 1 --iterations 60 --only G1,G6 --left]
 */
import { parseArgs } from 'node:util';
import type { CareUnit, WeeklyPlan } from '@hemtjanst/domain';
import { maxIterations, solve } from '@hemtjanst/solver';
import { demoWeek } from './week/demo-week.js';

const { values } = parseArgs({
  options: {
    brukare: { type: 'string', default: '850' },
    employees: { type: 'string', default: '190' },
    groups: { type: 'string', default: '7' },
    seed: { type: 'string', default: '1' },
    iterations: { type: 'string', default: '60' },
    only: { type: 'string' },
    /** Also tells when the unplaced visits are due, and why they were left. */
    left: { type: 'boolean', default: false },
  },
});

const { unit, groups } = await demoWeek(
  {
    brukare: Number(values.brukare),
    employees: Number(values.employees),
    groups: Number(values.groups),
    seed: Number(values.seed),
  },
  values.only?.split(',') ?? null,
);
process.stdout.write(`${unitLine(unit)}\n`);
const plans = groups.map(({ id, problem, planOf }) => {
  const startedAt = performance.now();
  const result = solve(problem, { seed: 1, stop: maxIterations(problem.visits.length * Number(values.iterations)) });
  const plan = planOf(result, true);
  const seconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(`${qualityLine(id, plan, seconds)}\n`);
  if (values.left) leftLines(plan).forEach((line) => process.stdout.write(`    ${line}\n`));
  return plan;
});
const placed = plans.reduce((sum, { visits }) => sum + visits.length, 0);
const left = plans.reduce((sum, { unassigned }) => sum + unassigned.length, 0);
process.stdout.write(`all: ${left} of ${placed + left} unplaced\n`);

function unitLine({ brukare, employees, orders, shifts }: CareUnit): string {
  const hours = orders.filter(({ kind }) => kind === 'hemtjanst').map(({ hoursPerMonth }) => hoursPerMonth);
  const mean = hours.reduce((sum, value) => sum + value, 0) / hours.length;
  const staff = shifts.reduce((sum, shift) => sum + shift.endsAt - shift.startsAt - shift.breakMinutes, 0) / 60;
  return [
    `seed ${values.seed}: ${brukare.length} brukare, ${employees.length} employees, ${shifts.length} shifts`,
    `${staff.toFixed(0)} staff h in the week (${(staff / employees.length).toFixed(1)} each)`,
    `ramtid mean ${mean.toFixed(1)}, most ${Math.max(...hours).toFixed(0)} h a month`,
  ].join(', ');
}

function qualityLine(group: string, { visits, unassigned, metrics }: WeeklyPlan, seconds: number): string {
  const share = (minutes: number): string => percent(minutes / metrics.staffMinutes);
  const faces = metrics.distinctEmployeesPer14Days;
  const all = visits.length + unassigned.length;
  return [
    group.padEnd(3),
    `${all} visits, ${unassigned.length} unplaced (${percent(unassigned.length / all)})`,
    `efficiency ${percent(metrics.plannedEfficiency)} of at most ${percent(metrics.attainableEfficiency ?? 1)}`,
    `cost ${metrics.objective}, at least ${metrics.lowerBound ?? 'unknown'}`,
    `travel ${share(metrics.travelMinutes)} handling ${share(metrics.handlingMinutes)} wait ${share(metrics.waitMinutes)} kringtid ${share(metrics.kringtidMinutes)}`,
    `faces ${faces.mean.toFixed(1)}/${faces.median}/${faces.max}, >10: ${percent(faces.shareAbove10)}`,
    `contact ${percent(metrics.contactPersonShare)}`,
    `${seconds.toFixed(1)} s`,
  ].join(' | ');
}

/** Unplaced visits by weekday and hour they may start first, and by first reason. */
function leftLines({ unassigned }: WeeklyPlan): string[] {
  const windows = new Map(unit.templates.map(({ id, window }) => [id, window]));
  const due = unassigned.map(({ date, templateId }) => {
    const window = windows.get(templateId);
    return `${date.slice(8)} ${window === undefined ? 'proposed' : `${clock(window.earliest)}–${clock(window.latest)}`}`;
  });
  const reasons = unassigned.map((demand) => demand.reasons[0]?.code ?? 'none');
  return [counted(reasons), counted(due)];
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

function counted(keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort()
    .map(([key, count]) => `${count} × ${key}`)
    .join('; ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
