import { hasWorkingShifts, readHhcrspShifts } from './read-hhcrsp-shifts.js';
import { solveHhcrspShifts } from './solve-hhcrsp-shifts.js';

/** Two starting points (0, 1), two visits (2, 3): p1 needs both employees, p2 the first. */
const FILE = {
  services: [
    { id: 's1', default_duration: 30 },
    { id: 's2', default_duration: 20 },
  ],
  patients: [
    {
      id: 'p1',
      distance_matrix_index: 2,
      time_window: [60, 120],
      required_caregivers: [{ service: 's1' }, { service: 's2' }],
      synchronization: { type: 'simultaneous' },
    },
    { id: 'p2', distance_matrix_index: 3, time_window: [100, 200], required_caregivers: [{ service: 's1' }] },
  ],
  caregivers: [
    { id: 'c1', abilities: ['s1'], distance_matrix_index: 0, working_shift: [0, 300] },
    { id: 'c2', abilities: ['s2'], distance_matrix_index: 1, working_shift: [0, 300] },
  ],
  distances: [
    [0, 40, 10, 20],
    [40, 0, 15, 30],
    [10, 15, 0, 5],
    [20, 30, 5, 0],
  ],
};

const solveFile = (change: object = {}) => {
  let looks = 0;
  const instance = readHhcrspShifts(JSON.stringify({ ...FILE, ...change }), 'small');
  return solveHhcrspShifts(instance, { seconds: 1, seed: 1, secondsNow: () => looks++ / 40 });
};

describe('a home-care day with working shifts and several starting points', () => {
  it('sends everybody from the own starting point and back: 10 + 5 + 20 and 15 + 15', () => {
    const line = solveFile();
    expect(line).toMatchObject({ instance: 'small', vehicles: 2, distance: 65, feasible: true, unassigned: [] });
    const starts = line.routes.flatMap(({ visits }) => visits).filter(({ id }) => id === 'p1');
    expect(new Set(starts.map(({ start }) => start)).size).toBe(1);
    expect(starts.map(({ service }) => service).sort()).toEqual(['s1', 's2']);
  });

  it('leaves a visit for two out whole when one of the two is not at work then', () => {
    const caregivers = [FILE.caregivers[0], { ...FILE.caregivers[1], working_shift: [200, 300] }];
    expect(solveFile({ caregivers })).toMatchObject({ unassigned: ['p1'], distance: 40, feasible: true });
  });

  it('sends nobody who may not come', () => {
    const patients = [FILE.patients[0], { ...FILE.patients[1], incompatible_caregivers: ['c1'] }];
    expect(solveFile({ patients }).unassigned).toEqual(['p2']);
  });

  it('is told from the one-office problem by its shifts', () => {
    expect(hasWorkingShifts(JSON.stringify(FILE))).toBe(true);
    expect(hasWorkingShifts(JSON.stringify({ ...FILE, caregivers: [{ id: 'c1', abilities: [] }] }))).toBe(false);
  });

  it.each([
    ['a place outside the table', { patients: [{ ...FILE.patients[1], distance_matrix_index: 9 }] }, 'p2.distance'],
    ['a shift without end', { caregivers: [{ ...FILE.caregivers[0], working_shift: [1] }] }, 'c1.working_shift[1]'],
    ['a table that is not square', { distances: [[0, 1]] }, 'distances is not square'],
  ])('refuses %s by name', (_, change, fault) => {
    expect(() => solveFile(change)).toThrow(fault);
  });
});
