import type { Problem, ProblemShift, ProblemVisit } from '../problem.js';

/** A visit of 600 s at place 1, any time of day 0, worth 10 000; one override per call. */
export function aVisit(overrides: Partial<ProblemVisit> = {}): ProblemVisit {
  return {
    brukare: 0,
    location: 1,
    service: 600,
    windows: [{ day: 0, earliest: 0, latest: 86_400 }],
    unassignedCost: 10_000,
    ...overrides,
  };
}

/** A shift of employee 0 on day 0 from 0 to 10 000, from and to place 0, without pause. */
export function aShift(overrides: Partial<ProblemShift> = {}): ProblemShift {
  return {
    employee: 0,
    day: 0,
    mode: 0,
    start: 0,
    end: 10_000,
    startLocation: 0,
    endLocation: 0,
    pauses: [],
    ...overrides,
  };
}

/** One visit, one shift, two places 100 s apart; what is not overridden is sized to fit the rest. */
export function aProblem(overrides: Partial<Problem> = {}): Problem {
  const visits = overrides.visits ?? [aVisit()];
  const shifts = overrides.shifts ?? [aShift()];
  const employees = overrides.employees ?? 1 + Math.max(0, ...shifts.map((shift) => shift.employee));
  const brukare = overrides.brukare ?? 1 + Math.max(0, ...visits.map((visit) => visit.brukare));
  const locations = overrides.locations ?? 1 + Math.max(1, ...visits.map((visit) => visit.location));
  return {
    days: 1,
    locations,
    travel: [travelOnALine(locations, 100)],
    employees,
    brukare,
    shifts,
    visits,
    compatible: new Uint8Array(visits.length * shifts.length).fill(1),
    couplings: [],
    spacings: [],
    continuity: { seen: new Uint8Array(brukare * employees), faceCost: new Int32Array() },
    assignmentCost: new Int32Array(brukare * employees),
    ...overrides,
  };
}

/** Places 0, 1, 2 … along a street, `step` seconds from one to the next. */
function travelOnALine(locations: number, step: number): Int32Array {
  return Int32Array.from(
    { length: locations * locations },
    (_, cell) => Math.abs(Math.floor(cell / locations) - (cell % locations)) * step,
  );
}
