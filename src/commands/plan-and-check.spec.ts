import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WeeklyPlan } from '@hemtjanst/domain';
import { runBench } from './bench.command.js';
import { runCheck } from './check.command.js';
import type { CommandIo } from './command-io.js';
import { runDemoUnit } from './demo-unit.command.js';
import { runPlan } from './plan.command.js';

interface Heard extends CommandIo {
  readonly out: string[];
  readonly err: string[];
}

describe('the commands without a service', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ramrutt-commands-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const listen = (): Heard => {
    const [out, err]: [string[], string[]] = [[], []];
    return { out, err, cwd: folder, stdout: (line) => void out.push(line), stderr: (line) => void err.push(line) };
  };
  const run = async (command: (args: string[], io: CommandIo) => Promise<number>, ...args: string[]) => {
    const io = listen();
    return { code: await command(args, io), out: io.out, err: io.err };
  };
  const plan = (...more: string[]) =>
    run(runPlan, '--unit', 'unit', '--week', '2026-W10', '--travel', 'estimate', '--seconds', '2', ...more);
  const check = (file: string) => run(runCheck, '--unit', 'unit', '--plan', file);
  const readPlan = (): WeeklyPlan => JSON.parse(readFileSync(path.join(folder, 'plan.json'), 'utf8')) as WeeklyPlan;
  const writePlan = (name: string, content: unknown): string => {
    writeFileSync(path.join(folder, name), JSON.stringify(content));
    return name;
  };
  const rulesOf = (lines: readonly string[]): string[] =>
    lines.map((line) => (JSON.parse(line) as { rule: string }).rule);

  beforeAll(async () => {
    const invented = await run(runDemoUnit, '--out', 'unit', '--brukare', '24', '--employees', '8', '--groups', '2');
    expect(invented.code).toBe(0);
    expect((await plan('--out', 'plan.json')).code).toBe(0);
  });

  it('plan a unit that was invented, and find nothing wrong with the plan', async () => {
    const { visits, travel, metrics } = readPlan();
    expect(visits.length).toBeGreaterThan(50);
    expect(travel.source).toBe('estimate');
    expect(metrics.plannedEfficiency).toBeGreaterThan(0.2);
    expect(await check('plan.json')).toMatchObject({ code: 0, out: [], err: ['0 violations, 0 of them hard'] });
  });

  it('plan one group when asked for one, and say which groups there are when it is another', async () => {
    expect((await plan('--group', 'G2', '--out', 'g2.json')).code).toBe(0);
    expect((await check('g2.json')).code).toBe(0);
    expect(await plan('--group', 'G9', '--out', 'g9.json')).toMatchObject({
      code: 2,
      err: ['--group G9: one of G1, G2 expected'],
    });
  });

  it('judge a plan of another tool, which has only the fields of the format', async () => {
    const { visits, routes, unassigned, ...rest } = readPlan();
    const foreign = {
      ...rest,
      visits: visits.map(({ demandId: _demand, isProposed: _proposed, ...visit }) => visit),
      routes: routes.map((route) => ({ ...route, stops: route.stops.map(({ isEstimated: _e, ...stop }) => stop) })),
      unassigned: unassigned.map(({ demandId: _demand, serviceMinutes: _m, priority: _p, ...left }) => left),
    };
    expect(await check(writePlan('foreign.json', foreign))).toMatchObject({ code: 0, out: [] });
  });

  it('end with 1 and one line per broken rule when a visit is moved onto another', async () => {
    const original = readPlan();
    const route = original.routes.find(({ stops }) => stops.filter(({ kind }) => kind === 'visit').length > 1);
    const [first, second] = route?.stops.filter(({ kind }) => kind === 'visit') ?? [];
    const visits = original.visits.map((visit) =>
      visit.id === second.visitId ? { ...visit, startsAt: first.startsAt, endsAt: first.endsAt } : visit,
    );
    const { code, out } = await check(writePlan('overlap.json', { ...original, visits }));
    expect(code).toBe(1);
    expect(rulesOf(out)).toContain('overlap');
  });

  it('notice a leg that was made shorter than the way is', async () => {
    const original = readPlan();
    const routes = original.routes.map((route) => ({
      ...route,
      stops: route.stops.map((stop) => ({ ...stop, travelSeconds: 0, handlingSeconds: 0 })),
    }));
    const { code, out } = await check(writePlan('teleport.json', { ...original, routes }));
    expect(code).toBe(1);
    expect(rulesOf(out)).toContain('leg-too-short');
  });

  it('end with 2 and say where, for a file that is no plan', async () => {
    writeFileSync(path.join(folder, 'cut.json'), '{"schemaVersion": 1, "visits": [');
    expect((await check('cut.json')).code).toBe(2);
    const wrong = await check(writePlan('wrong.json', { ...readPlan(), week: '2025-W53' }));
    expect(wrong.code).toBe(2);
    expect(wrong.err[0]).toMatch(/^wrong\.json: week: /);
    expect(await check('missing.json')).toMatchObject({ code: 2, err: ['missing.json: cannot be read'] });
  });

  it('name every fault of a unit folder before anything is planned', async () => {
    const file = path.join(folder, 'unit', 'pass.csv');
    const before = readFileSync(file);
    writeFileSync(file, before.toString('utf8').replace(/;2026-03-0\d;/g, ';2026-02-30;'));
    const { code, err } = await plan('--out', 'never.json');
    writeFileSync(file, before);
    expect(code).toBe(2);
    expect(err[0]).toMatch(/^pass\.csv, rad 2, datum: /);
    expect(err.at(-1)).toMatch(/Inget har lästs in/);
  });

  it.each([
    [['--week', '2026-W60'], /^--week 2026-W60/],
    [['--seed', '-1'], /seed/],
    [['--seconds', 'ten'], /^--seconds ten/],
    [['--travel', 'teleport'], /teleport/],
    [['--map', 'nowhere.osm.pbf', '--travel', 'street'], /nowhere/],
  ])('refuse %j with a line that names it', async (args, line) => {
    const { code, err } = await plan('--out', 'never.json', ...args);
    expect([code, err.length > 0]).toEqual([2, true]);
    expect(err.join('\n')).toMatch(line);
  });

  it('measure the week of a unit against the goals: placed, faces, travel beside that without continuity', async () => {
    const measured = await run(runBench, 'week', '--unit', 'unit', '--travel', 'estimate', '--seconds', '1');
    expect(measured.code).toBe(0);
    const line = JSON.parse(measured.out[0]) as Record<string, number>;
    expect(line.hardViolations).toBe(0);
    expect(line.placedShare).toBeCloseTo(1 - line.unassigned / line.visits);
    expect(line.travelMinutesWithoutContinuity).toBeGreaterThan(0);
    expect(line.lowerBound).toBeLessThanOrEqual(line.objective);
    expect(line.attainableEfficiency).toBeGreaterThanOrEqual(line.plannedEfficiency);
    expect(await run(runBench, 'week', '--week', 'tisdag')).toMatchObject({ code: 2 });
  });
});

describe('bench', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ramrutt-bench-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Four stops on the corners of a square around the depot, one vehicle. */
  const SQUARE = `SQUARE

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME
    0      0         0          0          0       1000          0
    1      10        0          1          0       1000          0
    2      10        10         1          0       1000          0
    3      0         10         1          0       1000          0
`;

  const bench = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const io = {
      cwd: folder,
      stdout: (line: string) => void out.push(line),
      stderr: (line: string) => void err.push(line),
    };
    return { code: await runBench(args, io), out, err };
  };

  it('prints one JSON line a file, with routes that give the distance', async () => {
    writeFileSync(path.join(folder, 'square.txt'), SQUARE);
    const { code, out } = await bench('vrptw', 'square.txt', '--seconds', '0.2');
    expect(code).toBe(0);
    // Around the square: four sides of 10.
    expect(JSON.parse(out[0])).toMatchObject({
      instance: 'SQUARE',
      vehicles: 1,
      distance: 40,
      feasible: true,
      seed: 1,
    });
  });

  it('proves with --bound how far a plan may be from the best', async () => {
    writeFileSync(path.join(folder, 'square.txt'), SQUARE);
    const { out } = await bench('vrptw', 'square.txt', '--seconds', '0.2', '--bound', '5');
    expect(JSON.parse(out[0])).toMatchObject({ distance: 40, bound: { distance: 40, gapPercent: 0 } });
    expect((await bench('hhcrsp', 'square.txt', '--bound', '5')).err[0]).toContain('--bound is for day and vrptw only');
    const vehicles = ['--objective', 'vehicles', '--bound', '5'];
    expect((await bench('vrptw', 'square.txt', ...vehicles)).err[0]).toContain('not of the vehicles');
  });

  it('ends with 2 for an unknown benchmark, no file, and a file of another kind', async () => {
    writeFileSync(path.join(folder, 'poem.txt'), 'Roses are red');
    expect((await bench('tsp', 'square.txt')).code).toBe(2);
    expect((await bench('vrptw')).code).toBe(2);
    const { code, err } = await bench('vrptw', 'poem.txt');
    expect([code, err[0].startsWith('poem.txt: ')]).toEqual([2, true]);
  });
});
