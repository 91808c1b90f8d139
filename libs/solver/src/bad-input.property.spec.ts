import fc from 'fast-check';
import { ProblemError } from './assert-problem.js';
import type { Problem } from './problem.js';
import { solve } from './solve.js';
import { maxIterations } from './stop/max-iterations.js';
import { randomProblem } from './testing/random-problem.js';
import { verifySolution } from './verify-solution.js';

const NO_NUMBERS = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  0.5,
  2 ** 31,
  -(2 ** 31),
  1e300,
];

/** A random problem with a known plan and prices for changing it, so that every field there is has a number. */
function completeProblem(seed: number): Problem {
  const problem = randomProblem(seed, { visits: 8, shifts: 4, days: 2 });
  const { shiftOf, startOf, routes } = solve(problem, { seed, stop: maxIterations(40) });
  const employeeOf = Int32Array.from(shiftOf, (shift) => (shift < 0 ? -1 : problem.shifts[shift].employee));
  return {
    ...problem,
    shifts: problem.shifts.map((shift) => ({ capacity: 9, ...shift })),
    warmStart: { shiftOf, startOf, routes },
    disruption: { employeeOf, cost: new Int32Array(shiftOf.length).fill(600) },
  };
}

/** Where the numbers of a value are, as the keys that lead to each; the cells of a typed array count as one. */
function placesOfNumbers(value: unknown): readonly (readonly string[])[] {
  if (typeof value === 'number' || ArrayBuffer.isView(value)) return [[]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placesOfNumbers(inner).map((rest) => [key, ...rest]));
}

/** The same value with another number at one place; of a typed array the cell `pick` falls on. */
function damaged<T>(value: T, place: readonly string[], number: number, pick: number): T;
function damaged(value: unknown, [key, ...rest]: readonly string[], number: number, pick: number): unknown {
  if (value instanceof Int32Array || value instanceof Uint8Array) {
    const cells = value.slice();
    if (cells.length > 0) cells[pick % cells.length] = number;
    return cells;
  }
  if (typeof value === 'number') return number;
  const inner: unknown = Object.entries(value ?? {}).find(([name]) => name === key)?.[1];
  if (Array.isArray(value)) return value.with(Number(key), damaged(inner, rest, number, pick));
  return { ...Object(value), [key]: damaged(inner, rest, number, pick) };
}

describe('a problem with one number that makes no sense', () => {
  it('is refused by name, or planned without breaking a rule: never a crash, never a silent drop', () => {
    const seen = { refused: 0, planned: 0 };
    const input = {
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      at: fc.nat(),
      number: fc.constantFrom(...NO_NUMBERS),
      pick: fc.nat(),
    };
    fc.assert(
      fc.property(fc.record(input), ({ seed, at, number, pick }) => {
        const sound = completeProblem(seed);
        const places = placesOfNumbers(sound);
        const problem = damaged(sound, places[at % places.length], number, pick);
        try {
          const result = solve(problem, { seed: 1, stop: maxIterations(40) });
          expect(verifySolution(problem, result)).toEqual([]);
          seen.planned++;
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          seen.refused++;
        }
      }),
      { numRuns: 300, seed: 11 },
    );
    expect(Math.min(seen.refused, seen.planned)).toBeGreaterThan(50);
  });

  it('is refused wherever a number that is not whole stands in a field of its own', () => {
    const sound = completeProblem(1);
    const fields = placesOfNumbers(sound).filter((place) => !place.includes('routes') && !isTyped(sound, place));
    const accepted = fields.filter((place) => {
      try {
        solve(damaged(sound, place, Number.NaN, 0), { seed: 1, stop: maxIterations(1) });
        return true;
      } catch (error) {
        return !(error instanceof ProblemError);
      }
    });
    expect(fields.length).toBeGreaterThan(100);
    expect(accepted).toEqual([]);
  });
});

function isTyped(value: unknown, place: readonly string[]): boolean {
  const at = place.reduce<unknown>(
    (inner, key) => Object.entries(inner ?? {}).find(([name]) => name === key)?.[1],
    value,
  );
  return ArrayBuffer.isView(at);
}
