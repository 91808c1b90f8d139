import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aProblem } from '../testing/a-problem.js';
import { readSolomon, type SolomonInstance } from '../vrptw/read-solomon.js';
import { DIMACS, type VrptwProblem, vrptwProblemFrom } from '../vrptw/vrptw-problem.js';
import type { ColumnBoundOptions } from './column-generation/bound-by-columns.js';
import { loadMasterOpener } from './column-generation/load-master-opener.js';
import { vrptwBoundByColumns } from './column-generation/vrptw-bound-by-columns.js';
import { travelBound } from './travel-bound.js';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/bench');
const bestKnownFile = path.join(folder, 'bks-vrptw.json');

/** Instance and how far the bound by columns may lie below the proven optimum: half a per cent more than was measured. */
const WHOLE: readonly (readonly [string, number])[] = [
  ['C101', 0.005],
  ['C105', 0.005],
  ['R101', 0.01],
  ['R105', 0.015],
  ['RC101', 0.03],
  ['RC105', 0.03],
];

/**
 * Optima of the first 25 customers, ways cut to tenths: Kohl, Desrosiers, Madsen, Solomon and Soumis (1999), "2-path cuts for
 * the vehicle routing problem with time windows", Transportation Science 33.
 */
const FIRST_25: readonly (readonly [string, number])[] = [
  ['C101', 191.3],
  ['C103', 190.3],
  ['R101', 617.1],
  ['R102', 547.1],
  ['R105', 530.5],
  ['R109', 441.3],
  ['RC101', 461.1],
  ['RC102', 351.8],
  ['RC105', 411.3],
];

const read = (name: string): SolomonInstance =>
  readSolomon(readFileSync(path.join(folder, 'solomon', `${name}.txt`), 'utf8'));

function firstStops(instance: SolomonInstance, stops: number): SolomonInstance {
  return { ...instance, stops: instance.stops.slice(0, stops + 1) };
}

/** The same instance as a day of shifts that all stops are planned in, for the bound that is always told. */
function assignmentBound({ nodes, vehicles, capacity, distance, demand, earliest, latest, service }: VrptwProblem) {
  const stops = Array.from({ length: nodes - 1 }, (_, stop) => stop + 1);
  const shift = { day: 0, mode: 0, start: 0, end: latest[0], startLocation: 0, endLocation: 0, pauses: [], capacity };
  const problem = aProblem({
    locations: nodes,
    travel: [distance],
    shifts: Array.from({ length: vehicles }, (_, employee) => ({ ...shift, employee })),
    visits: stops.map((node) => ({
      brukare: 0,
      location: node,
      service: service[node],
      windows: [{ day: 0, earliest: earliest[node], latest: latest[node] }],
      unassignedCost: 0,
      demand: demand[node],
    })),
  });
  return travelBound(problem, { shiftOf: new Int32Array(stops.length) });
}

describe('the bounds of Solomon’s instances', () => {
  if (!existsSync(bestKnownFile)) {
    it('were skipped: ../shared/bench is not here', () => {
      // What is left to tell apart is a missing folder and a misspelt path: the skip has to be for the former.
      expect(existsSync(bestKnownFile)).toBe(false);
    });
    return;
  }
  const bestKnown = JSON.parse(readFileSync(bestKnownFile, 'utf8')) as Record<string, { readonly dimacs: number }>;
  let options: ColumnBoundOptions;
  beforeAll(async () => {
    options = { openMaster: await loadMasterOpener(), seconds: 1, secondsNow: () => 0 };
  });

  it.each(WHOLE)('never lie above the optimum of %s, the one by columns at most %d of it below', (name, slack) => {
    const problem = vrptwProblemFrom(read(name), DIMACS);
    const optimum = Math.round(bestKnown[name].dimacs * DIMACS.unitsPerDistance);
    const { bound, isClosed } = vrptwBoundByColumns(problem, [], options);
    expect(isClosed).toBe(true);
    expect(bound).toBeLessThanOrEqual(optimum);
    expect(bound).toBeGreaterThan(optimum * (1 - slack));
    expect(assignmentBound(problem)).toBeLessThanOrEqual(bound);
  });

  it.each(FIRST_25)('never lie above the optimum of the first 25 customers of %s, %d', (name, optimum) => {
    const problem = vrptwProblemFrom(firstStops(read(name), 25), DIMACS);
    const { bound, isClosed } = vrptwBoundByColumns(problem, [], options);
    expect(isClosed).toBe(true);
    expect(bound).toBeLessThanOrEqual(Math.round(optimum * DIMACS.unitsPerDistance));
    expect(assignmentBound(problem)).toBeLessThanOrEqual(bound);
  });
});
