import type { Problem, ProblemShift } from './problem.js';
import type { SolvedRoute, SolvedStop, SolveResult } from './result.js';

/** One broken rule of a solution: which rule, where, and by how much in words. */
export interface SolutionViolation {
  readonly rule:
    | 'shape'
    | 'once'
    | 'times'
    | 'window'
    | 'shift'
    | 'pauses'
    | 'compatible'
    | 'capacity'
    | 'together'
    | 'gap'
    | 'spacing'
    | 'lock'
    | 'unassigned'
    | 'cost';
  readonly where: string;
  readonly text: string;
}

/**
 * Checks a solution against its problem from scratch: every time, rule and cost is recomputed from the routes alone. It
 * shares no code with the search, so that a mistake there cannot hide here.
 *
 * @returns every violation; empty for a correct solution.
 */
export function verifySolution(problem: Problem, result: SolveResult): readonly SolutionViolation[] {
  const shape = shapeViolations(problem, result);
  if (shape.length > 0) return shape;
  return [
    ...onceViolations(problem, result),
    ...result.routes.flatMap((route) => routeViolations(problem, route)),
    ...couplingViolations(problem, result),
    ...spacingViolations(problem, result),
    ...lockViolations(problem, result),
    ...unassignedViolations(problem, result),
    ...costViolations(problem, result),
  ];
}

/** Indices exist and every shift has one route: without that nothing else can be looked up. */
function shapeViolations(problem: Problem, result: SolveResult): SolutionViolation[] {
  const found: SolutionViolation[] = [];
  const report = (where: string, text: string) => found.push({ rule: 'shape', where, text });
  if (result.shiftOf.length !== problem.visits.length) report('shiftOf', `has ${result.shiftOf.length} entries`);
  if (result.startOf.length !== problem.visits.length) report('startOf', `has ${result.startOf.length} entries`);
  if (result.routes.length !== problem.shifts.length) report('routes', `has ${result.routes.length} entries`);
  result.routes.forEach((route, index) => {
    if (route.shift !== index) report(`route ${index}`, `is of shift ${route.shift}`);
    const shift = problem.shifts.at(index);
    for (const stop of route.stops) {
      const count = stop.kind === 'visit' ? problem.visits.length : (shift?.pauses.length ?? 0);
      if (!(stop.index >= 0 && stop.index < count))
        report(`route ${index}`, `${stop.kind} ${stop.index} does not exist`);
    }
  });
  result.shiftOf.forEach((shift, visit) => {
    if (shift < -1 || shift >= problem.shifts.length) report(`visit ${visit}`, `is in shift ${shift}`);
  });
  return found;
}

/** Each visit is in one route at most, and the two ways of saying where it is agree. */
function onceViolations(problem: Problem, result: SolveResult): SolutionViolation[] {
  const found: SolutionViolation[] = [];
  const places = problem.visits.map((): { shift: number; start: number }[] => []);
  for (const route of result.routes) {
    for (const stop of route.stops) {
      if (stop.kind === 'visit') places[stop.index].push({ shift: route.shift, start: stop.start });
    }
  }
  places.forEach((stops, visit) => {
    const where = `visit ${visit}`;
    if (stops.length > 1) found.push({ rule: 'once', where, text: `is planned ${stops.length} times` });
    const shift = stops.at(0)?.shift ?? -1;
    const start = stops.at(0)?.start ?? -1;
    if (result.shiftOf[visit] !== shift)
      found.push({ rule: 'once', where, text: `shiftOf says ${result.shiftOf[visit]}, the routes ${shift}` });
    if (result.startOf[visit] !== start)
      found.push({ rule: 'once', where, text: `startOf says ${result.startOf[visit]}, the routes ${start}` });
  });
  return found;
}

function routeViolations(problem: Problem, route: SolvedRoute): SolutionViolation[] {
  const shift = problem.shifts[route.shift];
  const where = `shift ${route.shift}`;
  return [
    ...timeViolations(problem, shift, route, where),
    ...pauseViolations(shift, route, where),
    ...route.stops.flatMap((stop) => (stop.kind === 'visit' ? visitViolations(problem, route.shift, stop) : [])),
    ...capacityViolations(problem, shift, route, where),
  ];
}

/** Follows the employee through the day: nothing starts before he or she can be there, nothing ends after the shift. */
function timeViolations(problem: Problem, shift: ProblemShift, route: SolvedRoute, where: string): SolutionViolation[] {
  const found: SolutionViolation[] = [];
  let location = shift.startLocation;
  let free = shift.start;
  for (const stop of route.stops) {
    const name = `${where}, ${stop.kind} ${stop.index}`;
    if (stop.kind === 'visit') {
      const target = problem.visits[stop.index].location;
      free += legSeconds(problem, shift, location, target);
      location = target;
    }
    const duration = stop.kind === 'visit' ? problem.visits[stop.index].service : shift.pauses[stop.index].duration;
    if (stop.arrival !== free)
      found.push({ rule: 'times', where: name, text: `arrival ${stop.arrival}, should be ${free}` });
    if (stop.start < free)
      found.push({ rule: 'times', where: name, text: `starts at ${stop.start}, not free before ${free}` });
    if (stop.end !== stop.start + duration)
      found.push({ rule: 'times', where: name, text: `ends at ${stop.end}, lasts ${duration}` });
    free = stop.start + duration;
  }
  free += legSeconds(problem, shift, location, shift.endLocation);
  if (free > shift.end) found.push({ rule: 'shift', where, text: `ends at ${free}, must end by ${shift.end}` });
  return found;
}

function legSeconds(problem: Problem, shift: ProblemShift, from: number, to: number): number {
  return problem.travel[shift.mode][from * problem.locations + to];
}

function pauseViolations(shift: ProblemShift, route: SolvedRoute, where: string): SolutionViolation[] {
  const found: SolutionViolation[] = [];
  const taken = route.stops.filter((stop) => stop.kind === 'pause');
  const isInOrder = taken.length === shift.pauses.length && taken.every((stop, index) => stop.index === index);
  if (!isInOrder) {
    found.push({
      rule: 'pauses',
      where,
      text: `takes ${taken.map((stop) => stop.index).join(', ')} of ${shift.pauses.length} pauses`,
    });
  }
  for (const stop of taken) {
    const { earliest, latest } = shift.pauses[stop.index];
    if (stop.start < earliest || stop.start > latest) {
      found.push({
        rule: 'pauses',
        where,
        text: `pause ${stop.index} starts at ${stop.start}, allowed ${earliest}–${latest}`,
      });
    }
  }
  return found;
}

function visitViolations(problem: Problem, shiftIndex: number, stop: SolvedStop): SolutionViolation[] {
  const found: SolutionViolation[] = [];
  const where = `visit ${stop.index}`;
  const { day } = problem.shifts[shiftIndex];
  if (problem.compatible[stop.index * problem.shifts.length + shiftIndex] !== 1) {
    found.push({ rule: 'compatible', where, text: `may not be done in shift ${shiftIndex}` });
  }
  const allowed = problem.visits[stop.index].windows.some(
    (window) => window.day === day && stop.start >= window.earliest && stop.start <= window.latest,
  );
  if (!allowed)
    found.push({ rule: 'window', where, text: `starts at ${stop.start} on day ${day}, outside its windows` });
  return found;
}

function capacityViolations(
  problem: Problem,
  shift: ProblemShift,
  route: SolvedRoute,
  where: string,
): SolutionViolation[] {
  let load = 0;
  for (const stop of route.stops) if (stop.kind === 'visit') load += problem.visits[stop.index].demand ?? 0;
  if (shift.capacity === undefined || load <= shift.capacity) return [];
  return [{ rule: 'capacity', where, text: `carries ${load}, at most ${shift.capacity}` }];
}

function couplingViolations(problem: Problem, result: SolveResult): SolutionViolation[] {
  return problem.couplings.flatMap(({ first, second, minOffset, maxOffset, together }, index): SolutionViolation[] => {
    const rule = together ? 'together' : 'gap';
    const where = `coupling ${index}`;
    const [shift, otherShift] = [result.shiftOf[first], result.shiftOf[second]];
    if (shift < 0 || otherShift < 0) {
      if (!together || shift === otherShift) return [];
      return [{ rule, where, text: `only one of visits ${first} and ${second} is planned` }];
    }
    const found: SolutionViolation[] = [];
    const offset = result.startOf[second] - result.startOf[first];
    if (offset < minOffset || offset > maxOffset) {
      found.push({ rule, where, text: `starts lie ${offset} apart, allowed ${minOffset}–${maxOffset}` });
    }
    if (together && problem.shifts[shift].employee === problem.shifts[otherShift].employee) {
      found.push({
        rule,
        where,
        text: `employee ${problem.shifts[shift].employee} does both visits ${first} and ${second}`,
      });
    }
    return found;
  });
}

function spacingViolations(problem: Problem, result: SolveResult): SolutionViolation[] {
  return problem.spacings.flatMap((spacing, index) => {
    const days = spacing.visits
      .filter((visit) => result.shiftOf[visit] >= 0)
      .map((visit) => problem.shifts[result.shiftOf[visit]].day)
      .sort((one, other) => one - other);
    return days.slice(1).flatMap((day, before): SolutionViolation[] => {
      if (day - days[before] >= spacing.minDays) return [];
      return [
        {
          rule: 'spacing',
          where: `spacing ${index}`,
          text: `days ${days[before]} and ${day} are less than ${spacing.minDays} apart`,
        },
      ];
    });
  });
}

/** A locked visit that has no room at all is left out and listed; one that is planned is where it is locked. */
function lockViolations(problem: Problem, result: SolveResult): SolutionViolation[] {
  return problem.visits.flatMap((visit, index): SolutionViolation[] => {
    if (visit.locked === undefined || result.shiftOf[index] < 0) return [];
    const { shift, start } = visit.locked;
    const isKept = result.shiftOf[index] === shift && (start === null || result.startOf[index] === start);
    if (isKept) return [];
    return [
      {
        rule: 'lock',
        where: `visit ${index}`,
        text: `is in shift ${result.shiftOf[index]} at ${result.startOf[index]}, locked to ${shift} at ${start}`,
      },
    ];
  });
}

function unassignedViolations(problem: Problem, result: SolveResult): SolutionViolation[] {
  const listed = new Map(result.unassigned.map((entry) => [entry.visit, entry.reasons]));
  const found: SolutionViolation[] = [];
  if (listed.size !== result.unassigned.length)
    found.push({ rule: 'unassigned', where: 'unassigned', text: 'names a visit twice' });
  problem.visits.forEach((_, visit) => {
    const reasons = listed.get(visit);
    const isPlanned = result.shiftOf[visit] >= 0;
    if (isPlanned === (reasons === undefined)) return;
    const text = isPlanned ? 'is planned and listed as unassigned' : 'is not planned and not listed as unassigned';
    found.push({ rule: 'unassigned', where: `visit ${visit}`, text });
  });
  for (const [visit, reasons] of listed) {
    if (reasons.length === 0) found.push({ rule: 'unassigned', where: `visit ${visit}`, text: 'has no reason' });
  }
  return found;
}

function costViolations(problem: Problem, result: SolveResult): SolutionViolation[] {
  const expected = {
    travel: travelCost(problem, result),
    unassigned: unassignedCost(problem, result),
    continuity: continuityCost(problem, result),
    assignment: assignmentCost(problem, result),
  };
  const total = expected.travel + expected.unassigned + expected.continuity + expected.assignment;
  const recomputed = { ...expected, total };
  return (['travel', 'unassigned', 'continuity', 'assignment', 'total'] as const).flatMap(
    (part): SolutionViolation[] => {
      if (result.cost[part] === recomputed[part]) return [];
      return [{ rule: 'cost', where: part, text: `reported ${result.cost[part]}, recomputed ${recomputed[part]}` }];
    },
  );
}

function travelCost(problem: Problem, result: SolveResult): number {
  let cost = 0;
  for (const route of result.routes) {
    const shift = problem.shifts[route.shift];
    const places = route.stops
      .filter((stop) => stop.kind === 'visit')
      .map((stop) => problem.visits[stop.index].location);
    let from = shift.startLocation;
    for (const to of [...places, shift.endLocation]) {
      cost += legSeconds(problem, shift, from, to);
      from = to;
    }
  }
  return cost;
}

function unassignedCost(problem: Problem, result: SolveResult): number {
  return problem.visits.reduce((sum, visit, index) => sum + (result.shiftOf[index] < 0 ? visit.unassignedCost : 0), 0);
}

function continuityCost({ brukare, employees, shifts, visits, continuity }: Problem, result: SolveResult): number {
  const { seen, faceCost } = continuity;
  if (faceCost.length === 0) return 0;
  let cost = 0;
  for (let person = 0; person < brukare; person++) {
    const known = new Set<number>();
    for (let employee = 0; employee < employees; employee++) {
      if (seen[person * employees + employee] === 1) known.add(employee);
    }
    const before = known.size;
    visits.forEach((visit, index) => {
      if (visit.brukare === person && result.shiftOf[index] >= 0) known.add(shifts[result.shiftOf[index]].employee);
    });
    for (let nth = before; nth < known.size; nth++) cost += faceCost[Math.min(nth, faceCost.length - 1)];
  }
  return cost;
}

function assignmentCost(problem: Problem, result: SolveResult): number {
  return problem.visits.reduce((sum, visit, index) => {
    if (result.shiftOf[index] < 0) return sum;
    const { employee } = problem.shifts[result.shiftOf[index]];
    const expected = problem.disruption?.employeeOf[index] ?? -1;
    const disruption = expected >= 0 && expected !== employee ? (problem.disruption?.cost[index] ?? 0) : 0;
    return sum + problem.assignmentCost[visit.brukare * problem.employees + employee] + disruption;
  }, 0);
}
