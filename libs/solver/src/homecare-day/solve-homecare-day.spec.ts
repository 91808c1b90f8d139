import { loadMasterOpener } from '../bounds/column-generation/load-master-opener.js';
import { readHomecareDay } from './read-homecare-day.js';
import { solveHomecareDay } from './solve-homecare-day.js';

/** Two visits at places 1 and 2, the second needs skill 1, two employees of whom only the first has it. */
const file = {
  durations: [
    [0, 100, 200],
    [110, 0, 120],
    [210, 130, 0],
  ],
  visits: [
    { id: 11, loc: 1, service: 600, tw: [0, 3000], skills: [] },
    { id: 12, loc: 2, service: 600, tw: [0, 3000], skills: [1] },
  ],
  staff: [
    { id: 7, shift: [0, 6000], break: { tw: [0, 5000], dur: 300 }, skills: [1] },
    { id: 8, shift: [0, 6000], break: { tw: [0, 5000], dur: 300 }, skills: [] },
  ],
};

const read = (change: object = {}) => readHomecareDay(JSON.stringify({ ...file, ...change }), 'small');
const options = { seconds: 0.05, seed: 1, secondsNow: () => process.cpuUsage().user / 1e6 };

describe('a home-care day', () => {
  it('is solved at least travel, with starts that anyone can recompute', () => {
    // Out to 1 (100), on to 2 (120), home (210) beats 2 first: 200 + 130 + 110. Both by employee 7, who has the skill.
    const line = solveHomecareDay(read(), options);
    expect(line).toMatchObject({ instance: 'small', vehicles: 1, distance: 430, feasible: true, unassigned: [] });
    expect(line.travelBound).toBeLessThanOrEqual(430);
    const route = line.routes.find(({ employee }) => employee === 7);
    expect(route?.visits.map(({ id }) => id)).toEqual([11, 12]);
    expect(line.routes.map(({ rastStart }) => rastStart === null)).toEqual([false, false]);
  });

  it('is proven to be the least travel where a bound is asked for', async () => {
    const bound = { openMaster: await loadMasterOpener(), seconds: 1 };
    expect(solveHomecareDay(read(), { ...options, bound }).bound).toMatchObject({ distance: 430, gapPercent: 0 });
    expect(solveHomecareDay(read(), options)).not.toHaveProperty('bound');
  });

  it('names the visit nobody has the skill for', () => {
    const visits = [file.visits[0], { ...file.visits[1], skills: [9] }];
    expect(solveHomecareDay(read({ visits }), options).unassigned).toEqual([12]);
  });

  it.each([
    ['no way between two places', { durations: [[0, null, 1], ...file.durations.slice(1)] }, 'durations[0][1] is null'],
    ['a negative way', { durations: [[0, -1, 1], ...file.durations.slice(1)] }, 'durations[0][1] is -1'],
    ['a row too short', { durations: [[0, 1], ...file.durations.slice(1)] }, 'durations[0] has 2 cells'],
    ['no visits', { visits: undefined }, 'visits is not a list'],
    ['half a second', { visits: [{ ...file.visits[0], service: 0.5 }] }, 'visits[0].service is 0.5'],
    ['a shift without end', { staff: [{ ...file.staff[0], shift: [0] }] }, 'staff[0].shift[1] is undefined'],
  ])('refuses %s by its place in the file', (_, change, fault) => {
    expect(() => read(change)).toThrow(fault);
  });
});
