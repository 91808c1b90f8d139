import type { Coupling, Problem, ProblemShift, ProblemVisit } from '../problem.js';
import { listsFrom, type Lists } from './lists.js';

/**
 * The problem as flat arrays, made once. Nodes are numbered visits, pauses, shift starts, shift ends, in that order, so
 * that one comparison tells what a node is.
 */
export interface PreparedProblem {
  readonly problem: Problem;
  readonly days: number;
  readonly locations: number;
  readonly visitCount: number;
  readonly shiftCount: number;
  readonly nodeCount: number;
  readonly firstPause: number;
  readonly firstStart: number;
  readonly firstEnd: number;

  /** Per node: location (pauses: overwritten with where the employee is), seconds of work, allowed start. */
  readonly placeOfNode: Int32Array;
  readonly serviceOfNode: Int32Array;
  readonly opensOfNode: Int32Array;
  readonly closesOfNode: Int32Array;
  /** Per shift: node of its first pause; the shift's pauses follow each other up to `pauseOfShift[shift + 1]`. */
  readonly pauseOfShift: Int32Array;

  /** Row-major visits × days: start window; `closes` is −1 on days when the visit may not be done. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  readonly brukareOf: Int32Array;
  readonly demandOf: Int32Array;
  readonly unassignedCostOf: Int32Array;
  /** Per visit: the employee it is expected of, or −1, and what anybody else costs. */
  readonly expectedEmployeeOf: Int32Array;
  readonly disruptionCostOf: Int32Array;

  readonly dayOf: Int32Array;
  readonly employeeOf: Int32Array;
  readonly capacityOf: Int32Array;
  readonly travelOf: readonly Int32Array[];
  /** 1 where the shift cannot be told from the one before it: of several empty ones only the first is tried. */
  readonly sameAsPrevious: Uint8Array;

  /** Per visit: the shifts it may lie in (compatible, on an allowed day, at work inside the window, not locked elsewhere). */
  readonly shiftsOf: Lists;

  /** Per visit: the visit of the other employee, or −1; start(twin) − start(visit) lies in [min, max]. */
  readonly twinOf: Int32Array;
  readonly twinMinOffset: Int32Array;
  readonly twinMaxOffset: Int32Array;
  /** Per visit: indices into the gap arrays below. */
  readonly gapsOf: Lists;
  readonly gapOther: Int32Array;
  readonly gapMinOffset: Int32Array;
  readonly gapMaxOffset: Int32Array;
  /** 1 where the start is fixed as long as the visit is placed, because another visit hangs on it. */
  readonly isCoupled: Uint8Array;

  /** Per visit: the spacings it belongs to; per spacing: its visits. */
  readonly spacingsOf: Lists;
  readonly visitsOfSpacing: Lists;
  readonly minDaysOfSpacing: Int32Array;

  /** 1 where the search may take the visit out of its route. */
  readonly isRemovable: Uint8Array;
  /** Those visits: where most are locked (a day of a week), ruins start at them only. */
  readonly removable: Int32Array;
}

const UNLIMITED = 0x7fffffff;

/** Flattens a checked problem (see `assertProblem`). */
export function prepareProblem(problem: Problem): PreparedProblem {
  const { visits, shifts, days } = problem;
  const pauseCount = shifts.reduce((sum, shift) => sum + shift.pauses.length, 0);
  const firstPause = visits.length;
  const firstStart = firstPause + pauseCount;
  const firstEnd = firstStart + shifts.length;
  const nodeCount = firstEnd + shifts.length;
  const windows = flattenWindows(problem);
  const couplings = flattenCouplings(visits.length, problem.couplings);
  const isRemovable = Uint8Array.from(visits, (visit, index) =>
    isHeld(problem, visit, couplings.twinOf[index]) ? 0 : 1,
  );
  return {
    problem,
    days,
    locations: problem.locations,
    visitCount: visits.length,
    shiftCount: shifts.length,
    nodeCount,
    firstPause,
    firstStart,
    firstEnd,
    ...flattenNodes(problem, firstPause, firstStart, firstEnd, nodeCount),
    ...windows,
    brukareOf: Int32Array.from(visits, (visit) => visit.brukare),
    demandOf: Int32Array.from(visits, (visit) => visit.demand ?? 0),
    unassignedCostOf: Int32Array.from(visits, (visit) => visit.unassignedCost),
    expectedEmployeeOf: problem.disruption?.employeeOf ?? new Int32Array(visits.length).fill(-1),
    disruptionCostOf: problem.disruption?.cost ?? new Int32Array(visits.length),
    dayOf: Int32Array.from(shifts, (shift) => shift.day),
    employeeOf: Int32Array.from(shifts, (shift) => shift.employee),
    capacityOf: Int32Array.from(shifts, (shift) => shift.capacity ?? UNLIMITED),
    travelOf: shifts.map((shift) => problem.travel[shift.mode] ?? new Int32Array()),
    sameAsPrevious: findRepeatedShifts(problem),
    shiftsOf: listsFrom(visits.map((visit, index) => eligibleShifts(problem, visit, index, windows))),
    ...couplings,
    ...flattenSpacings(problem),
    isRemovable,
    removable: Int32Array.from(visits, (_, index) => index).filter((index) => isRemovable[index] === 1),
  };
}

/** A visit is held in place when it is locked, or when the visit of the other employee is. */
function isHeld(problem: Problem, visit: ProblemVisit, twin: number): boolean {
  return visit.locked !== undefined || (twin >= 0 && problem.visits[twin].locked !== undefined);
}

function flattenNodes(problem: Problem, firstPause: number, firstStart: number, firstEnd: number, nodeCount: number) {
  const placeOfNode = new Int32Array(nodeCount);
  const serviceOfNode = new Int32Array(nodeCount);
  const opensOfNode = new Int32Array(nodeCount);
  const closesOfNode = new Int32Array(nodeCount);
  const pauseOfShift = new Int32Array(problem.shifts.length + 1).fill(firstPause);
  problem.visits.forEach((visit, index) => {
    placeOfNode[index] = visit.location;
    serviceOfNode[index] = visit.service;
  });
  let pause = firstPause;
  problem.shifts.forEach((shift, index) => {
    pauseOfShift[index] = pause;
    for (const { duration, earliest, latest } of shift.pauses) {
      serviceOfNode[pause] = duration;
      opensOfNode[pause] = earliest;
      closesOfNode[pause] = latest;
      pause++;
    }
    placeOfNode[firstStart + index] = shift.startLocation;
    placeOfNode[firstEnd + index] = shift.endLocation;
    opensOfNode[firstStart + index] = opensOfNode[firstEnd + index] = shift.start;
    closesOfNode[firstStart + index] = closesOfNode[firstEnd + index] = shift.end;
  });
  pauseOfShift[problem.shifts.length] = pause;
  return { placeOfNode, serviceOfNode, opensOfNode, closesOfNode, pauseOfShift };
}

interface VisitWindows {
  readonly opens: Int32Array;
  readonly closes: Int32Array;
}

function flattenWindows({ visits, shifts, days }: Problem): VisitWindows {
  const opens = new Int32Array(visits.length * days);
  const closes = new Int32Array(visits.length * days).fill(-1);
  visits.forEach((visit, index) => {
    const lockedDay = visit.locked === undefined ? null : shifts[visit.locked.shift].day;
    const lockedStart = visit.locked?.start ?? null;
    for (const { day, earliest, latest } of visit.windows) {
      if (lockedDay !== null && day !== lockedDay) continue;
      opens[index * days + day] = lockedStart ?? earliest;
      closes[index * days + day] = lockedStart ?? latest;
    }
  });
  return { opens, closes };
}

function eligibleShifts(problem: Problem, visit: ProblemVisit, index: number, windows: VisitWindows): number[] {
  const eligible: number[] = [];
  for (let shift = 0; shift < problem.shifts.length; shift++) {
    if (problem.compatible[index * problem.shifts.length + shift] !== 1) continue;
    if (visit.locked !== undefined && visit.locked.shift !== shift) continue;
    if (meetsShift(problem, visit, index, shift, windows)) eligible.push(shift);
  }
  return eligible;
}

function meetsShift(problem: Problem, visit: ProblemVisit, index: number, at: number, windows: VisitWindows): boolean {
  const shift = problem.shifts[at];
  const cell = index * problem.days + shift.day;
  // A day without window closes at −1, before every shift.
  return windows.closes[cell] >= shift.start && windows.opens[cell] + visit.service <= shift.end;
}

function findRepeatedShifts(problem: Problem): Uint8Array {
  const { shifts, visits, compatible, employees, brukare } = problem;
  const repeated = new Uint8Array(shifts.length);
  if (problem.disruption !== undefined) return repeated;
  const shiftsOfEmployee = new Int32Array(employees);
  for (const shift of shifts) shiftsOfEmployee[shift.employee]++;
  for (let at = 1; at < shifts.length; at++) {
    const [previous, shift] = [shifts[at - 1], shifts[at]];
    // An employee with more than one shift carries faces and pair rules from one to the other: never interchangeable.
    const haveOneShift = shiftsOfEmployee[previous.employee] === 1 && shiftsOfEmployee[shift.employee] === 1;
    if (!haveOneShift || !isSameWork(previous, shift)) continue;
    const sameVisits = visits.every(
      (_, visit) => compatible[visit * shifts.length + at - 1] === compatible[visit * shifts.length + at],
    );
    const sameCosts = Array.from({ length: brukare }, (_, person) => person * employees).every(
      (row) =>
        problem.assignmentCost[row + previous.employee] === problem.assignmentCost[row + shift.employee] &&
        problem.continuity.seen[row + previous.employee] === problem.continuity.seen[row + shift.employee],
    );
    if (sameVisits && sameCosts) repeated[at] = 1;
  }
  return repeated;
}

function isSameWork(one: ProblemShift, other: ProblemShift): boolean {
  return (
    one.day === other.day &&
    one.mode === other.mode &&
    one.start === other.start &&
    one.end === other.end &&
    one.startLocation === other.startLocation &&
    one.endLocation === other.endLocation &&
    one.capacity === other.capacity &&
    one.pauses.length === other.pauses.length &&
    one.pauses.every((pause, index) => {
      const twin = other.pauses[index];
      return pause.duration === twin.duration && pause.earliest === twin.earliest && pause.latest === twin.latest;
    })
  );
}

function flattenCouplings(visitCount: number, couplings: readonly Coupling[]) {
  const twinOf = new Int32Array(visitCount).fill(-1);
  const twinMinOffset = new Int32Array(visitCount);
  const twinMaxOffset = new Int32Array(visitCount);
  const isCoupled = new Uint8Array(visitCount);
  const gapsOf: number[][] = Array.from({ length: visitCount }, () => []);
  const gaps: { other: number; min: number; max: number }[] = [];
  const addGap = (visit: number, other: number, min: number, max: number) => {
    gapsOf[visit].push(gaps.length);
    gaps.push({ other, min, max });
  };
  for (const { first, second, minOffset, maxOffset, together } of couplings) {
    isCoupled[first] = isCoupled[second] = 1;
    if (together) {
      twinOf[first] = second;
      twinOf[second] = first;
      twinMinOffset[first] = minOffset;
      twinMaxOffset[first] = maxOffset;
      twinMinOffset[second] = -maxOffset;
      twinMaxOffset[second] = -minOffset;
    } else {
      addGap(first, second, minOffset, maxOffset);
      addGap(second, first, -maxOffset, -minOffset);
    }
  }
  return {
    twinOf,
    twinMinOffset,
    twinMaxOffset,
    isCoupled,
    gapsOf: listsFrom(gapsOf),
    gapOther: Int32Array.from(gaps, (gap) => gap.other),
    gapMinOffset: Int32Array.from(gaps, (gap) => gap.min),
    gapMaxOffset: Int32Array.from(gaps, (gap) => gap.max),
  };
}

function flattenSpacings({ visits, spacings }: Problem) {
  const spacingsOf: number[][] = visits.map(() => []);
  spacings.forEach((spacing, index) => {
    for (const visit of spacing.visits) spacingsOf[visit].push(index);
  });
  return {
    spacingsOf: listsFrom(spacingsOf),
    visitsOfSpacing: listsFrom(spacings.map((spacing) => [...spacing.visits])),
    minDaysOfSpacing: Int32Array.from(spacings, (spacing) => spacing.minDays),
  };
}
