import type { PreparedProblem } from '../kernel/prepared-problem.js';
import { type Block, energyIn, overlap } from './energy.js';
import { leastArrivals } from './least-arrivals.js';

/** Interval ends that are looked at; any grid gives a valid bound, a finer one a closer bound. */
const GRID_SECONDS = 30 * 60;

/** What no plan can place, proven by counting hours. */
export interface LeftOutBound {
  /** Visits for which there is no shift, or whose pair cannot be done: certainly left out. */
  readonly impossible: Uint8Array;
  /** Per visit: its service and the shortest way to it. */
  readonly blockSeconds: Int32Array;
  /** Of the other visits so many block seconds are left out at least. */
  readonly excessSeconds: number;
}

/**
 * Energetic bound: visits which must lie inside an interval of time need more hours than all employees who may do them
 * work in it. A visit counts with the shortest way to it, which lies right before its start without loss. Per day the best
 * disjoint intervals add up; over the week all visits are set against all hours, floating ones too.
 */
export function leftOutBound(prepared: PreparedProblem): LeftOutBound {
  const impossible = impossibleVisits(prepared);
  const arrival = leastArrivals(prepared);
  const blockSeconds = Int32Array.from(
    { length: prepared.visitCount },
    (_, visit) => prepared.serviceOfNode[visit] + arrival[visit],
  );
  const possible = Array.from({ length: prepared.visitCount }, (_, visit) => visit).filter(
    (visit) => impossible[visit] === 0,
  );
  let excessByDays = 0;
  for (let day = 0; day < prepared.days; day++) excessByDays += dayExcess(prepared, day, possible, arrival);
  const allShifts = Array.from({ length: prepared.shiftCount }, (_, shift) => shift);
  const needed = possible.reduce((sum, visit) => sum + blockSeconds[visit], 0);
  const excessOfWeek = needed - allShifts.reduce((sum, shift) => sum + workingSeconds(prepared, shift), 0);
  return { impossible, blockSeconds, excessSeconds: Math.max(0, excessByDays, excessOfWeek) };
}

/** Seconds of a shift outside its pauses. */
export function workingSeconds({ problem }: PreparedProblem, shift: number): number {
  const { start, end, pauses } = problem.shifts[shift];
  return pauses.reduce((seconds, pause) => seconds - pause.duration, end - start);
}

function impossibleVisits({ visitCount, shiftsOf, twinOf, employeeOf }: PreparedProblem): Uint8Array {
  const employeesOf = Array.from(
    { length: visitCount },
    (_, visit) =>
      new Set([...shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1])].map((at) => employeeOf[at])),
  );
  return Uint8Array.from(employeesOf, (employees, visit) => {
    if (employees.size === 0) return 1;
    if (twinOf[visit] < 0) return 0;
    const ofTwin = employeesOf[twinOf[visit]];
    return ofTwin.size === 0 || new Set([...employees, ...ofTwin]).size < 2 ? 1 : 0;
  });
}

interface DayVisit {
  readonly block: Block;
  readonly shifts: ReadonlySet<number>;
}

function dayExcess(prepared: PreparedProblem, day: number, possible: readonly number[], arrival: Int32Array): number {
  const visits = possible.flatMap((visit) => dayVisit(prepared, day, visit, arrival[visit]));
  if (visits.length === 0) return 0;
  const shifts = Array.from({ length: prepared.shiftCount }, (_, shift) => shift).filter(
    (shift) => prepared.dayOf[shift] === day,
  );
  const grid = gridOf(shifts.map((shift) => prepared.problem.shifts[shift]));
  const excess = new Float64Array(grid.length * grid.length);
  for (const staff of staffSets(visits)) {
    const blocks = visits.filter((visit) => isWithin(visit.shifts, staff)).map(({ block }) => block);
    noteExcess(prepared, [...staff], blocks, grid, excess);
  }
  return bestDisjoint(excess, grid.length);
}

/** The visit as work of this day, if it can be done on no other. */
function dayVisit(
  { shiftsOf, dayOf, opens, closes, days, serviceOfNode }: PreparedProblem,
  day: number,
  visit: number,
  arrival: number,
): DayVisit[] {
  const shifts = [...shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1])];
  if (!shifts.every((shift) => dayOf[shift] === day)) return [];
  const cell = visit * days + day;
  const block = {
    seconds: serviceOfNode[visit] + arrival,
    earliest: opens[cell] - arrival,
    latest: closes[cell] - arrival,
  };
  return [{ block, shifts: new Set(shifts) }];
}

/** Sets of shifts that some visits are bound to, the widest last: all of them together. */
function staffSets(visits: readonly DayVisit[]): readonly ReadonlySet<number>[] {
  const sets = new Map<string, ReadonlySet<number>>();
  for (const { shifts } of visits) sets.set([...shifts].join(' '), shifts);
  const all = new Set(visits.flatMap(({ shifts }) => [...shifts]));
  return [...sets.values(), all];
}

function isWithin(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  if (part.size > whole.size) return false;
  for (const item of part) if (!whole.has(item)) return false;
  return true;
}

function gridOf(shifts: readonly { readonly start: number; readonly end: number }[]): readonly number[] {
  const first = Math.min(...shifts.map(({ start }) => start));
  const last = Math.max(...shifts.map(({ end }) => end));
  const steps = Math.ceil((last - first) / GRID_SECONDS);
  return Array.from({ length: steps + 1 }, (_, step) => first + step * GRID_SECONDS);
}

/** Raises `excess[from × grid + to]` to what the blocks need in the interval beyond what the staff has. */
function noteExcess(
  { problem }: PreparedProblem,
  staff: readonly number[],
  blocks: readonly Block[],
  grid: readonly number[],
  excess: Float64Array,
): void {
  const shifts = staff.map((shift) => problem.shifts[shift]);
  for (let from = 0; from < grid.length; from++) {
    for (let to = from + 1; to < grid.length; to++) {
      let beyond = 0;
      for (const block of blocks) beyond += energyIn(block, grid[from], grid[to]);
      if (beyond === 0) continue;
      for (const { start, end, pauses } of shifts) {
        beyond -= overlap(start, end, grid[from], grid[to]);
        for (const { duration, earliest, latest } of pauses) {
          beyond += energyIn({ seconds: duration, earliest, latest }, grid[from], grid[to]);
        }
      }
      const cell = from * grid.length + to;
      if (beyond > excess[cell]) excess[cell] = beyond;
    }
  }
}

/** The largest sum over intervals that do not overlap: a second of a visit left out is counted once. */
function bestDisjoint(excess: Float64Array, size: number): number {
  const best = new Float64Array(size);
  for (let to = 1; to < size; to++) {
    best[to] = best[to - 1];
    for (let from = 0; from < to; from++) best[to] = Math.max(best[to], best[from] + excess[from * size + to]);
  }
  return best[size - 1];
}
