import type { Coupling, Pause, Problem, ProblemShift, ProblemVisit, Spacing, StartWindow } from '../problem.js';
import { Random } from '../random.js';

const DAY = 86_400;

export interface RandomProblemSize {
  readonly visits: number;
  readonly shifts: number;
  readonly days: number;
}

/**
 * A small problem with everything the solver knows of: pairs, gaps, floating visits, spacings, locks, two travel modes
 * (asymmetric, triangle inequality not kept), pauses, capacity, incompatible staff, history. Often not all of it fits.
 */
export function randomProblem(seed: number, size: RandomProblemSize): Problem {
  const random = new Random(seed);
  const between = (low: number, high: number) => low + random.below(high - low + 1);
  const chance = (share: number) => random.unit() < share;
  const employees = Math.max(2, Math.ceil(size.shifts / 2));
  const brukare = Math.max(1, Math.ceil(size.visits / 2));
  const locations = brukare + 1;

  const shifts = Array.from({ length: size.shifts }, (_, index): ProblemShift => {
    const day = random.below(size.days);
    const start = day * DAY + between(0, 4) * 600;
    const end = start + between(8, 20) * 600;
    const pauses: Pause[] = [];
    if (chance(0.6)) pauses.push({ duration: 600, earliest: start + 600, latest: start + between(2, 7) * 600 });
    if (pauses.length > 0 && chance(0.3)) pauses.push({ duration: 300, earliest: start, latest: end - 900 });
    return {
      employee: index % employees,
      day,
      mode: random.below(2),
      start,
      end: pauses.length > 0 ? Math.max(end, start + 6000) : end,
      startLocation: 0,
      endLocation: chance(0.8) ? 0 : random.below(locations),
      pauses: pauses.map((pause) => ({ ...pause, latest: Math.max(pause.latest, pause.earliest + 1200) })),
      ...(chance(0.3) ? { capacity: between(2, 5) } : {}),
    };
  });

  const compatible = Uint8Array.from({ length: size.visits * size.shifts }, () => (chance(0.85) ? 1 : 0));
  const visits = Array.from({ length: size.visits }, (_, index): ProblemVisit => {
    const person = random.below(brukare);
    const windows: StartWindow[] = [];
    for (let day = 0; day < size.days; day++) {
      if (windows.length > 0 && !chance(0.4)) continue;
      if (windows.length === 0 && day < size.days - 1 && chance(0.4)) continue;
      const earliest = day * DAY + between(0, 14) * 300;
      windows.push({ day, earliest, latest: earliest + between(0, 12) * 600 });
    }
    const lock = chance(0.08) ? lockFor(index, windows) : undefined;
    return {
      brukare: person,
      location: person + 1,
      service: between(1, 5) * 300,
      windows,
      unassignedCost: between(1, 4) * 2500,
      ...(chance(0.5) ? { demand: 1 } : {}),
      ...(lock === undefined ? {} : { locked: lock }),
    };
  });

  function lockFor(visit: number, windows: readonly StartWindow[]) {
    const shift = random.below(size.shifts);
    const window = windows.find(({ day }) => day === shifts[shift].day);
    if (window === undefined || compatible[visit * size.shifts + shift] === 0) return undefined;
    return { shift, start: chance(0.5) ? null : window.earliest + random.below(window.latest - window.earliest + 1) };
  }

  const order = Array.from({ length: size.visits }, (_, visit) => visit);
  const couplings: Coupling[] = [];
  for (let first = 0; first + 1 < size.visits && chance(0.8); first += 2) {
    const together = chance(0.5);
    const minOffset = together ? between(0, 1) * 300 : between(-2, 6) * 600;
    couplings.push({ first, second: first + 1, minOffset, maxOffset: minOffset + between(0, 6) * 300, together });
  }
  if (size.visits > 4 && chance(0.3))
    couplings.push({ first: 1, second: 2, minOffset: 0, maxOffset: 7200, together: false });
  const spacings: Spacing[] = [];
  if (size.days > 1 && chance(0.5)) {
    const isSecondOfPair = (visit: number) => couplings.some(({ second, together }) => together && second === visit);
    const members = order.filter((visit) => !isSecondOfPair(visit) && chance(0.5)).slice(0, 4);
    spacings.push({ visits: members, minDays: between(1, 2) });
  }
  const travel = [0, 1].map((mode) =>
    Int32Array.from({ length: locations * locations }, (_, cell) =>
      Math.floor(cell / locations) === cell % locations ? 0 : between(1, 20) * (mode + 1) * 15,
    ),
  );
  return {
    days: size.days,
    locations,
    travel,
    employees,
    brukare,
    shifts,
    visits,
    compatible,
    couplings,
    spacings,
    continuity: {
      seen: Uint8Array.from({ length: brukare * employees }, () => (chance(0.2) ? 1 : 0)),
      faceCost: Int32Array.from([0, 50, 120, 400]),
    },
    assignmentCost: Int32Array.from({ length: brukare * employees }, () => between(-3, 3) * 20),
  };
}

/** The same problem with every way replaced by the shortest one, so that a detour never saves time. */
export function withShortestWays(problem: Problem): Problem {
  const { locations } = problem;
  const travel = problem.travel.map((matrix) => {
    const shortest = matrix.slice();
    for (let via = 0; via < locations; via++) {
      for (let from = 0; from < locations; from++) {
        for (let to = 0; to < locations; to++) {
          const detour = shortest[from * locations + via] + shortest[via * locations + to];
          if (detour < shortest[from * locations + to]) shortest[from * locations + to] = detour;
        }
      }
    }
    return shortest;
  });
  return { ...problem, travel };
}
