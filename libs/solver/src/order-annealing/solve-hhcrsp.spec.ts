import { readHhcrsp } from './read-hhcrsp.js';
import { evaluateRoutes, solveHhcrsp, type HhcrspJob } from './solve-hhcrsp.js';

/** Two employees with an ability each; p1 needs both at once, p2 the first 20–30 after p1 could begin. */
const FILE = {
  services: [
    { id: 's1', default_duration: 10 },
    { id: 's2', default_duration: 10 },
  ],
  patients: [
    {
      id: 'p1',
      time_window: [50, 60],
      required_caregivers: [{ service: 's1' }, { service: 's2', duration: 5 }],
      synchronization: { type: 'simultaneous' },
    },
    { id: 'p2', time_window: [0, 70], required_caregivers: [{ service: 's1' }] },
    {
      id: 'p3',
      time_window: [100, 200],
      required_caregivers: [{ service: 's1' }, { service: 's2' }],
      synchronization: { type: 'sequential', distance: [20, 30] },
    },
  ],
  caregivers: [
    { id: 'c1', abilities: ['s1'] },
    { id: 'c2', abilities: ['s2'] },
  ],
  distances: [
    [0, 10, 20, 30],
    [10, 0, 10, 20],
    [20, 10, 0, 10],
    [30, 20, 10, 0],
  ],
};

const instance = readHhcrsp(JSON.stringify(FILE), 'street');

function job(patient: string, service: string, start: number): HhcrspJob {
  return { patient, service, start, end: start + 10 };
}

describe('solveHhcrsp', () => {
  it('reads windows, durations and offsets', () => {
    expect(instance.visits.map(({ minOffset, maxOffset }) => [minOffset, maxOffset])).toEqual([
      [0, 0],
      [0, 0],
      [20, 30],
    ]);
    expect(instance.visits[0].services).toEqual([
      { service: 's1', duration: 10 },
      { service: 's2', duration: 5 },
    ]);
  });

  it('finds the plan without tardiness: each employee up the street and home is 2 × 60, a third of it 40', () => {
    let looks = 0;
    const line = solveHhcrsp(instance, { seconds: 1, seed: 1, secondsNow: () => looks++ / 40 });
    expect(line).toMatchObject({
      instance: 'street',
      vehicles: 2,
      feasible: true,
      distance: 120,
      tardiness: 0,
      objective: 40,
    });
    expect(evaluateRoutes(instance, line.routes)).toEqual({ distance: 120, tardiness: 0, maxTardiness: 0 });
  });

  const first = [job('p1', 's1', 50), job('p2', 's1', 70), job('p3', 's1', 100)];
  const second = [job('p1', 's2', 50), job('p3', 's2', 120)];

  it('recomputes tardiness from the starts', () => {
    // p2 at 72 is 2 late, p1 in time.
    const late = [job('p1', 's1', 50), job('p2', 's1', 72), job('p3', 's1', 100)];
    expect(evaluateRoutes(instance, [late, second])).toEqual({ distance: 120, tardiness: 2, maxTardiness: 2 });
  });

  it.each<readonly [string, readonly (readonly HhcrspJob[])[]]>([
    ['two employees at different times', [first, [job('p1', 's2', 51), job('p3', 's2', 120)]]],
    ['an offset outside its limits', [first, [job('p1', 's2', 50), job('p3', 's2', 131)]]],
    ['a visit left out', [first.slice(0, 2), second]],
    ['a start before arrival', [[job('p1', 's1', 50), job('p2', 's1', 69), job('p3', 's1', 100)], second]],
    ['an employee without the ability', [second, first]],
  ])('refuses %s', (_, routes) => {
    expect(evaluateRoutes(instance, routes)).toBeNull();
  });

  it('names what is wrong with a file', () => {
    expect(() => readHhcrsp('{"services":[],"patients":3}', 'x')).toThrow('patients is no list');
  });
});
