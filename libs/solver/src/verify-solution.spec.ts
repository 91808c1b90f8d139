import type { Problem } from './problem.js';
import type { SolvedRoute, SolvedStop, SolveResult } from './result.js';
import { solve } from './solve.js';
import { maxIterations } from './stop/max-iterations.js';
import { aProblem, aShift, aVisit } from './testing/a-problem.js';
import { verifySolution } from './verify-solution.js';

/**
 * Two employees, two days, everything placed: visits 0 and 1 together, 2 at least 1 000 s after 0, 3 and 4 on different
 * days, 4 locked, and one visit (5) that nobody may do.
 */
function aWeek(): Problem {
  const day = (index: number) => ({ day: index, earliest: index * 86_400, latest: index * 86_400 + 6000 });
  const shift = (employee: number, onDay: number) =>
    aShift({
      employee,
      day: onDay,
      start: onDay * 86_400,
      end: onDay * 86_400 + 10_000,
      pauses: [{ duration: 300, earliest: onDay * 86_400 + 2000, latest: onDay * 86_400 + 5000 }],
      capacity: 3,
    });
  const visits = [
    aVisit({ windows: [day(0)], demand: 1 }),
    aVisit({ windows: [day(0)], demand: 1 }),
    aVisit({ windows: [day(0)], demand: 1, brukare: 1, location: 2 }),
    aVisit({ windows: [day(0), day(1)], brukare: 1, location: 2 }),
    aVisit({ windows: [day(0), day(1)], brukare: 1, location: 2, locked: { shift: 2, start: 86_400 + 1500 } }),
    aVisit({ windows: [day(0)], brukare: 1, location: 2 }),
  ];
  const shifts = [shift(0, 0), shift(1, 0), shift(0, 1), shift(1, 1)];
  const compatible = new Uint8Array(visits.length * shifts.length).fill(1);
  compatible.fill(0, 5 * shifts.length);
  return aProblem({
    days: 2,
    visits,
    shifts,
    compatible,
    couplings: [
      { first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true },
      { first: 0, second: 2, minOffset: 1000, maxOffset: 4000, together: false },
    ],
    spacings: [{ visits: [3, 4], minDays: 1 }],
    continuity: { seen: new Uint8Array(4), faceCost: Int32Array.from([10, 20]) },
  });
}

const problem = aWeek();
const valid = solve(problem, { seed: 1, stop: maxIterations(500) });

function rulesBrokenBy(result: SolveResult, changed: Problem = problem): readonly string[] {
  return [...new Set(verifySolution(changed, result).map((violation) => violation.rule))];
}

/** The valid result with the stops of one visit's route rewritten; `startOf` follows, so that only the rule is broken. */
function withStop(visit: number, rewrite: (stop: SolvedStop) => SolvedStop): SolveResult {
  const shift = valid.shiftOf[visit];
  const isIt = (stop: SolvedStop) => stop.kind === 'visit' && stop.index === visit;
  const stops = valid.routes[shift].stops.map((stop) => (isIt(stop) ? rewrite(stop) : stop));
  return withRoute({ shift, stops });
}

function withRoute(route: SolvedRoute): SolveResult {
  const routes = valid.routes.map((known) => (known.shift === route.shift ? route : known));
  const startOf = valid.startOf.slice();
  for (const stop of route.stops) if (stop.kind === 'visit') startOf[stop.index] = stop.start;
  return { ...valid, routes, startOf };
}

const later = (seconds: number) => (stop: SolvedStop) => ({
  ...stop,
  start: stop.start + seconds,
  end: stop.end + seconds,
});

describe('verifySolution', () => {
  it('finds nothing in a valid result with all visits but the impossible one planned', () => {
    expect(verifySolution(problem, valid)).toEqual([]);
    expect(valid.unassigned).toEqual([{ visit: 5, reasons: [{ code: 'no-compatible-shift', shifts: 0 }] }]);
  });

  it('catches two employees of a pair who start at different times', () => {
    expect(rulesBrokenBy(withStop(1, later(60)))).toContain('together');
  });

  it('catches a gap that is too short', () => {
    const tight: Problem = { ...problem, couplings: [{ ...problem.couplings[1], minOffset: 3999 }] };
    expect(rulesBrokenBy(valid, tight)).toEqual(['gap']);
  });

  it('catches a pair done by one employee', () => {
    const oneEmployee = problem.shifts.map((shift) => ({ ...shift, employee: 0 }));
    expect(rulesBrokenBy(valid, { ...problem, shifts: oneEmployee })).toContain('together');
  });

  it('catches two visits of a spacing on days too close', () => {
    const wide: Problem = { ...problem, spacings: [{ visits: [3, 4], minDays: 2 }] };
    expect(rulesBrokenBy(valid, wide)).toEqual(['spacing']);
  });

  it('catches a start outside the window', () => {
    const shift = valid.shiftOf[3];
    const visits = problem.visits.map((visit, index) =>
      index === 3 ? { ...visit, windows: [{ day: problem.shifts[shift].day, earliest: 0, latest: 0 }] } : visit,
    );
    expect(rulesBrokenBy(valid, { ...problem, visits })).toEqual(['window']);
  });

  it('catches a locked visit that was moved in time', () => {
    expect(rulesBrokenBy(withStop(4, later(1)))).toContain('lock');
  });

  it('catches an employee who is somewhere before he or she can be', () => {
    expect(rulesBrokenBy(withStop(4, later(-1450)))).toContain('times');
  });

  it('catches a visit cut short', () => {
    expect(rulesBrokenBy(withStop(3, (stop) => ({ ...stop, end: stop.end - 60 })))).toContain('times');
  });

  it('catches a pause that is left out', () => {
    const [route] = valid.routes;
    expect(
      rulesBrokenBy(withRoute({ ...route, stops: route.stops.filter((stop) => stop.kind === 'visit') })),
    ).toContain('pauses');
  });

  it('catches a pause taken too early', () => {
    const stops = valid.routes[3].stops.map((stop) => (stop.kind === 'pause' ? later(-1)(stop) : stop));
    expect(rulesBrokenBy(withRoute({ shift: 3, stops }))).toEqual(['pauses']);
  });

  it('catches a shift that ends too late', () => {
    const shifts = problem.shifts.map((shift) => ({ ...shift, end: shift.start + 1500 }));
    expect(rulesBrokenBy(valid, { ...problem, shifts })).toEqual(['shift']);
  });

  it('catches an employee who may not do the visit', () => {
    const compatible = problem.compatible.slice();
    compatible[0 * problem.shifts.length + valid.shiftOf[0]] = 0;
    expect(rulesBrokenBy(valid, { ...problem, compatible })).toEqual(['compatible']);
  });

  it('catches too heavy a load', () => {
    const shifts = problem.shifts.map((shift) => ({ ...shift, capacity: 0 }));
    expect(rulesBrokenBy(valid, { ...problem, shifts })).toEqual(['capacity']);
  });

  it('catches a visit planned twice', () => {
    const stop = valid.routes[valid.shiftOf[4]].stops.find(({ kind, index }) => kind === 'visit' && index === 4);
    expect(stop).toBeDefined();
    const stops = [...valid.routes[3].stops, ...(stop === undefined ? [] : [stop])];
    expect(rulesBrokenBy(withRoute({ shift: 3, stops }))).toContain('once');
  });

  it('catches a visit that vanished without being listed', () => {
    expect(rulesBrokenBy({ ...valid, unassigned: [] })).toEqual(['unassigned']);
  });

  it.each(['travel', 'unassigned', 'continuity', 'assignment', 'total'] as const)('catches a wrong %s cost', (part) => {
    expect(rulesBrokenBy({ ...valid, cost: { ...valid.cost, [part]: valid.cost[part] + 1 } })).toEqual(['cost']);
  });

  it('catches arrays of the wrong length before anything else', () => {
    expect(rulesBrokenBy({ ...valid, startOf: new Int32Array(2) })).toEqual(['shape']);
  });
});
