import type { KnownStop, Problem, ProblemShift, ProblemVisit } from './problem.js';

const FAULTS_NAMED = 10;

/**
 * Limits that keep every sum of the search inside 32 bits: a route that taking visits out has made late may add up some
 * sixty of the longest ways behind the latest time.
 */
const LATEST_TIME = 0x1fffffff;
const LONGEST_WAY = 0xffffff;
/** Two ways, assignment, face and disruption together stay below what a left-out visit may cost. */
const HIGHEST_PRICE = 0x3ffffff;

/** A problem that contradicts itself; the message names the first faults, each with kind and index. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly faults: readonly string[]) {
    const more = faults.length > FAULTS_NAMED ? ` (and ${faults.length - FAULTS_NAMED} more)` : '';
    super(`The problem cannot be solved as it stands: ${faults.slice(0, FAULTS_NAMED).join('; ')}${more}`);
  }
}

/**
 * Checks sizes, ranges and references, so that the search may rely on them. A visit that merely fits nowhere (no shift in
 * its window, no competent employee) is no fault: it is left out with a reason.
 *
 * @throws ProblemError
 */
export function assertProblem(problem: Problem): void {
  const faults = [
    ...sizeFaults(problem),
    ...travelFaults(problem),
    ...answerFaults(problem),
    ...priceFaults(problem),
    ...problem.shifts.flatMap((shift, index) => shiftFaults(problem, shift, `shift ${index}`)),
    ...problem.visits.flatMap((visit, index) => visitFaults(problem, visit, index)),
    ...couplingFaults(problem),
    ...spacingFaults(problem),
  ];
  if (faults.length > 0) throw new ProblemError(faults);
}

function sizeFaults(problem: Problem): string[] {
  const { days, locations, employees, brukare, visits, shifts, warmStart } = problem;
  const faults: string[] = [];
  const expectSize = (what: string, actual: number, expected: number) => {
    if (actual !== expected) faults.push(`${what} has ${actual} entries, ${expected} are needed`);
  };
  if (!isWhole(days) || days < 1) faults.push(`days is ${days}, at least 1 is needed`);
  problem.travel.forEach((matrix, mode) => expectSize(`travel matrix ${mode}`, matrix.length, locations * locations));
  expectSize('compatible', problem.compatible.length, visits.length * shifts.length);
  expectSize('assignmentCost', problem.assignmentCost.length, brukare * employees);
  expectSize('continuity.seen', problem.continuity.seen.length, brukare * employees);
  if (problem.disruption !== undefined) {
    expectSize('disruption.employeeOf', problem.disruption.employeeOf.length, visits.length);
    expectSize('disruption.cost', problem.disruption.cost.length, visits.length);
  }
  if (warmStart !== undefined) {
    expectSize('warmStart.shiftOf', warmStart.shiftOf.length, visits.length);
    expectSize('warmStart.startOf', warmStart.startOf.length, visits.length);
    if (warmStart.routes !== undefined) expectSize('warmStart.routes', warmStart.routes.length, shifts.length);
    warmStart.routes?.forEach(({ stops }, shift) => faults.push(...stopFaults(stops, shift)));
  }
  return faults;
}

/** A stop that is no longer there (a pause fewer than before) is passed over; one that is no number is a fault. */
function stopFaults(stops: readonly KnownStop[], shift: number): string[] {
  const stop = stops.find(({ index }) => !isWhole(index) || index < 0);
  return stop === undefined ? [] : [`warmStart.routes of shift ${shift} names ${stop.kind} ${stop.index}`];
}

function travelFaults({ travel, locations }: Problem): string[] {
  return travel.flatMap((matrix, mode) => {
    const at = matrix.findIndex((seconds) => seconds < 0 || seconds > LONGEST_WAY);
    if (at < 0) return [];
    const fault = matrix[at] < 0 ? 'negative' : `longer than ${LONGEST_WAY}`;
    return [`travel matrix ${mode} is ${matrix[at]} from ${Math.floor(at / locations)} to ${at % locations}, ${fault}`];
  });
}

/** What is asked with yes or no is answered with 1 or 0. */
function answerFaults({ compatible, continuity, shifts, employees }: Problem): string[] {
  const faults: string[] = [];
  const cell = compatible.findIndex((answer) => answer > 1);
  if (cell >= 0) {
    const where = `visit ${Math.floor(cell / shifts.length)} and shift ${cell % shifts.length}`;
    faults.push(`compatible of ${where} is ${compatible[cell]}, neither 0 nor 1`);
  }
  const pair = continuity.seen.findIndex((answer) => answer > 1);
  if (pair >= 0) {
    const where = `brukare ${Math.floor(pair / employees)} and employee ${pair % employees}`;
    faults.push(`continuity.seen of ${where} is ${continuity.seen[pair]}, neither 0 nor 1`);
  }
  return faults;
}

function priceFaults({ assignmentCost, continuity, disruption, employees }: Problem): string[] {
  const faults: string[] = [];
  const pair = assignmentCost.findIndex((cost) => Math.abs(cost) > HIGHEST_PRICE);
  if (pair >= 0) {
    const where = `brukare ${Math.floor(pair / employees)} and employee ${pair % employees}`;
    faults.push(`assignmentCost of ${where} is ${assignmentCost[pair]}, beyond ${HIGHEST_PRICE}`);
  }
  const nth = continuity.faceCost.findIndex((cost) => cost < 0 || cost > HIGHEST_PRICE);
  if (nth >= 0) faults.push(`continuity.faceCost is ${continuity.faceCost[nth]} at ${nth}, not 0–${HIGHEST_PRICE}`);
  const visit = disruption?.cost.findIndex((cost) => cost < 0 || cost > HIGHEST_PRICE) ?? -1;
  if (visit >= 0)
    faults.push(`disruption.cost of visit ${visit} is ${disruption?.cost[visit]}, not 0–${HIGHEST_PRICE}`);
  return faults;
}

function shiftFaults(problem: Problem, shift: ProblemShift, name: string): string[] {
  const faults: string[] = [];
  if (!isIndex(shift.employee, problem.employees)) faults.push(`${name}: employee ${shift.employee} does not exist`);
  if (!isIndex(shift.day, problem.days)) faults.push(`${name}: day ${shift.day} is outside the horizon`);
  if (!isIndex(shift.mode, problem.travel.length)) faults.push(`${name}: travel mode ${shift.mode} has no matrix`);
  for (const location of [shift.startLocation, shift.endLocation]) {
    if (!isIndex(location, problem.locations)) faults.push(`${name}: location ${location} does not exist`);
  }
  if (!isTime(shift.start) || !isTime(shift.end)) faults.push(`${name}: start or end is not a time`);
  if (shift.end < shift.start) faults.push(`${name}: ends at ${shift.end}, before its start ${shift.start}`);
  if (shift.capacity !== undefined && (!isWhole(shift.capacity) || shift.capacity < 0))
    faults.push(`${name}: capacity is ${shift.capacity}`);
  if (faults.length === 0) faults.push(...pauseFaults(problem, shift, name));
  return faults;
}

/** The pauses alone, one after the other and each as early as it may be, must fit the shift. */
function pauseFaults(problem: Problem, shift: ProblemShift, name: string): string[] {
  let time = shift.start;
  for (const [index, pause] of shift.pauses.entries()) {
    if (!isTime(pause.duration)) return [`${name}: pause ${index} lasts ${pause.duration} s`];
    if (!isWhole(pause.earliest) || !isTime(pause.latest))
      return [`${name}: pause ${index} is to start ${pause.earliest}–${pause.latest}, which are no times`];
    if (pause.latest < pause.earliest)
      return [`${name}: pause ${index} must start after ${pause.earliest} and before ${pause.latest}`];
    time = Math.max(time, pause.earliest);
    if (time > pause.latest) return [`${name}: pause ${index} cannot start by ${pause.latest}`];
    time += pause.duration;
  }
  time += problem.travel[shift.mode][shift.startLocation * problem.locations + shift.endLocation];
  return time > shift.end ? [`${name}: its pauses end at ${time}, after the shift's end ${shift.end}`] : [];
}

function visitFaults(problem: Problem, visit: ProblemVisit, index: number): string[] {
  const name = `visit ${index}`;
  const faults: string[] = [];
  if (!isIndex(visit.brukare, problem.brukare)) faults.push(`${name}: brukare ${visit.brukare} does not exist`);
  if (!isIndex(visit.location, problem.locations)) faults.push(`${name}: location ${visit.location} does not exist`);
  if (!isTime(visit.service)) faults.push(`${name}: service of ${visit.service} s`);
  if (!isWhole(visit.unassignedCost) || visit.unassignedCost < 0)
    faults.push(`${name}: unassignedCost ${visit.unassignedCost}`);
  if (visit.demand !== undefined && (!isWhole(visit.demand) || visit.demand < 0))
    faults.push(`${name}: demand is ${visit.demand}`);
  if (visit.windows.length === 0) faults.push(`${name}: has no start window`);
  const seenDays = new Set<number>();
  for (const { day, earliest, latest } of visit.windows) {
    if (!isIndex(day, problem.days)) faults.push(`${name}: window on day ${day}, outside the horizon`);
    if (seenDays.has(day)) faults.push(`${name}: two windows on day ${day}`);
    if (!isTime(earliest) || !isWhole(latest) || latest > LATEST_TIME)
      faults.push(`${name}: window on day ${day} is no time`);
    if (latest < earliest)
      faults.push(`${name}: window on day ${day} closes at ${latest}, before it opens at ${earliest}`);
    seenDays.add(day);
  }
  return [...faults, ...lockFaults(problem, visit, index, name)];
}

function lockFaults(problem: Problem, visit: ProblemVisit, index: number, name: string): string[] {
  if (visit.locked === undefined) return [];
  const { shift: at, start } = visit.locked;
  if (!isIndex(at, problem.shifts.length)) return [`${name}: locked to shift ${at}, which does not exist`];
  if (problem.compatible[index * problem.shifts.length + at] !== 1) {
    return [`${name}: locked to shift ${at}, whose employee may not do it`];
  }
  const window = visit.windows.find(({ day }) => day === problem.shifts[at].day);
  if (window === undefined) return [`${name}: locked to shift ${at} on a day it has no window`];
  if (start === null || (start >= window.earliest && start <= window.latest)) return [];
  return [`${name}: locked to start at ${start}, outside its window ${window.earliest}–${window.latest}`];
}

function couplingFaults({ couplings, visits }: Problem): string[] {
  const faults: string[] = [];
  const coupledPairs = new Set<string>();
  const hasTwin = new Set<number>();
  couplings.forEach(({ first, second, minOffset, maxOffset, together }, index) => {
    const name = `coupling ${index}`;
    if (!isIndex(first, visits.length) || !isIndex(second, visits.length))
      faults.push(`${name}: names a visit that does not exist`);
    else if (first === second) faults.push(`${name}: couples visit ${first} to itself`);
    if (!isWhole(minOffset) || !isWhole(maxOffset) || minOffset > maxOffset) {
      faults.push(`${name}: offset must lie between ${minOffset} and ${maxOffset}`);
    }
    const pair = `${Math.min(first, second)}-${Math.max(first, second)}`;
    if (coupledPairs.has(pair)) faults.push(`${name}: visits ${first} and ${second} are coupled twice`);
    coupledPairs.add(pair);
    if (!together || first === second) return;
    for (const visit of [first, second]) {
      if (hasTwin.has(visit)) faults.push(`${name}: visit ${visit} is already planned together with another`);
      hasTwin.add(visit);
    }
  });
  return faults;
}

function spacingFaults({ spacings, couplings, visits }: Problem): string[] {
  return spacings.flatMap((spacing, index) => {
    const members = new Set(spacing.visits);
    const missing = spacing.visits.find((visit) => !isIndex(visit, visits.length));
    if (missing !== undefined) return [`spacing ${index}: visit ${missing} does not exist`];
    if (members.size < spacing.visits.length) return [`spacing ${index}: names a visit twice`];
    const pair = couplings.find(({ first, second, together }) => together && members.has(first) && members.has(second));
    if (pair !== undefined)
      return [`spacing ${index}: names both visits ${pair.first} and ${pair.second} of a pair, name one`];
    return isWhole(spacing.minDays) && spacing.minDays >= 0 ? [] : [`spacing ${index}: minDays is ${spacing.minDays}`];
  });
}

function isIndex(value: number, count: number): boolean {
  return isWhole(value) && value >= 0 && value < count;
}

function isTime(value: number): boolean {
  return isWhole(value) && value >= 0 && value <= LATEST_TIME;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) < 0x3fffffff;
}
