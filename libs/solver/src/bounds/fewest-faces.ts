import type { PreparedProblem } from '../kernel/prepared-problem.js';

/** So many employees of a set must be among those who come. */
interface Need {
  readonly employees: bigint;
  readonly count: 1 | 2;
}

/** Searches longer than this are cut off; what is proven by then stays a bound. Never met on a week of 35 visits. */
const MOST_LOOKS = 200_000;

/**
 * Per brukare: how many employees who have not met the brukare yet must at least come, if all visits that anybody can do
 * are planned. The smallest set that covers every visit with somebody who may do it, and every pair with two.
 *
 * @param impossible 1 for visits that are certainly left out (`leftOutBound`).
 */
export function fewestNewFaces(prepared: PreparedProblem, impossible: Uint8Array): Int32Array {
  const { problem } = prepared;
  const needs = needsByBrukare(prepared, impossible);
  return Int32Array.from({ length: problem.brukare }, (_, brukare) => {
    let met = 0n;
    for (let employee = 0; employee < problem.employees; employee++) {
      if (problem.continuity.seen[brukare * problem.employees + employee] === 1) met |= 1n << BigInt(employee);
    }
    return smallestCover(needs[brukare], met);
  });
}

function needsByBrukare(
  { problem, shiftsOf, employeeOf, twinOf, visitCount }: PreparedProblem,
  impossible: Uint8Array,
): Need[][] {
  const needs: Need[][] = Array.from({ length: problem.brukare }, () => []);
  const employeesFor = Array.from({ length: visitCount }, (_, visit) => {
    let employees = 0n;
    for (let at = shiftsOf.from[visit]; at < shiftsOf.from[visit + 1]; at++) {
      employees |= 1n << BigInt(employeeOf[shiftsOf.items[at]]);
    }
    return employees;
  });
  problem.visits.forEach(({ brukare }, visit) => {
    const twin = twinOf[visit];
    if (impossible[visit] === 1) return;
    needs[brukare].push({ employees: employeesFor[visit], count: 1 });
    const isPair = twin > visit && problem.visits[twin].brukare === brukare;
    if (isPair) needs[brukare].push({ employees: employeesFor[visit] | employeesFor[twin], count: 2 });
  });
  return needs;
}

/** The fewest employees beyond `met` that fulfil all needs, by trying 0, 1, 2 … of them. */
function smallestCover(needs: readonly Need[], met: bigint): number {
  const looks = { left: MOST_LOOKS };
  for (let faces = 0; ; faces++) {
    if (canCover(needs, met, faces, looks)) return faces;
  }
}

/** True as soon as the search is cut off, too: then `faces` is not proven to be too few. */
function canCover(needs: readonly Need[], chosen: bigint, faces: number, looks: { left: number }): boolean {
  if (looks.left-- <= 0) return true;
  const open = needs.filter(({ employees, count }) => sizeOf(employees & chosen) < count);
  if (open.length === 0) return true;
  if (faces === 0) return false;
  // One of the hardest need's employees must come: no choice is missed.
  const hardest = open.reduce((best, need) => (sizeOf(need.employees) < sizeOf(best.employees) ? need : best));
  for (let rest = hardest.employees & ~chosen; rest !== 0n; rest &= rest - 1n) {
    if (canCover(open, chosen | (rest & -rest), faces - 1, looks)) return true;
  }
  return false;
}

function sizeOf(set: bigint): number {
  let size = 0;
  for (let rest = set; rest !== 0n; rest &= rest - 1n) size++;
  return size;
}
