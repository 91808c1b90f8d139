import { readSynchronisedWeek } from './read-synchronised-week.js';
import { checkSynchronisedWeek, solveSynchronisedWeek } from './solve-synchronised-week.js';

/**
 * Two employees, two days. Node 1 at 10 minutes from the office, its pair is node 3 at the same door; node 2 lies 10 beyond.
 * Day 1: 1 and 3 together at 20, 2 from 40. Day 2: only 2.
 */
const FILE = `
set Shared_Visited:= (1,3),;
param kn:= 2;
param dn:= 2;
param T:= 100;
param s_id: 1 2 :=
0 0 0
1 10 10
2 5 5
3 10 10
;
param t_ij: 0 1 2 3 :=
0 0 10 20 10
1 10 10000 10 10000
2 20 10 10000 10
3 10 10000 10 10000
;
param w_id: 1 2 :=
0 1 1
1 1 0
2 1 1
3 1 0
;
param e_id: 1 2 :=
0 0 0
1 20 20
2 40 40
3 20 20
;
param l_id: 1 2 :=
0 100 100
1 20 20
2 50 50
3 20 20
;
`;
const week = readSynchronisedWeek(FILE, 'street');

function looks(count: number): () => number {
  let look = 0;
  return () => look++ / count;
}

describe('solveSynchronisedWeek', () => {
  it('reads days, wanted visits and pairs', () => {
    expect(week).toMatchObject({ days: 2, employees: 2, dayLength: 100, nodes: 4, pairs: [[1, 3]] });
    expect(week.visits.map(({ node, day }) => `${node}/${day}`)).toEqual(['1/0', '2/0', '2/1', '3/0']);
  });

  it.each([
    ['wanted on different days', FILE.replace('3 1 0\n', '3 1 1\n'), 'Shared_Visited (1,3), day 2: only one'],
    [
      'with windows that do not meet',
      FILE.replace('3 20 20\n;\nparam l_id', '3 30 30\n;\nparam l_id'),
      'day 1: their windows',
    ],
  ])('refuses a pair %s by name', (_, text, fault) => {
    expect(() => readSynchronisedWeek(text, 'street')).toThrow(fault);
  });

  it('sends the pair together and one of them on: 10 + 10 + 20 and 20 on day 1, 40 on day 2, with one face for node 2', () => {
    const line = solveSynchronisedWeek(week, { seconds: 1, seed: 1, secondsNow: looks(200) });
    expect(line).toMatchObject({ feasible: true, unassigned: 0, distance: 100, distanceDayByDay: 100 });
    // Two people: the one at node 1 needs two employees at once, the one at node 2 meets one.
    expect(line.faces).toEqual({ mean: 1.5, max: 2 });
  });

  const day2 = [[{ node: 2, start: 40 }], []];

  it('measures and counts a plan from the file alone', () => {
    const day1 = [
      [
        { node: 1, start: 20 },
        { node: 2, start: 40 },
      ],
      [{ node: 3, start: 20 }],
    ];
    expect(checkSynchronisedWeek(week, [day1, day2])).toEqual({ distance: 100, planned: 4 });
  });

  it.each([
    ['one of the pair missing', [[{ node: 1, start: 20 }], []]],
    ['a start after the window', [[{ node: 2, start: 51 }], []]],
    ['a visit on a day it is not wanted', [[], [{ node: 2, start: 5 }]]],
    [
      'a start before arrival',
      [
        [
          { node: 2, start: 40 },
          { node: 1, start: 20 },
        ],
        [{ node: 3, start: 20 }],
      ],
    ],
  ])('refuses %s', (_, day1) => {
    expect(checkSynchronisedWeek(week, [day1, day2])).toBeNull();
  });

  it('names the parameter that is missing or too short', () => {
    expect(() => readSynchronisedWeek(FILE.replace('param kn', 'param xn'), 'x')).toThrow('param kn is missing');
    expect(() => readSynchronisedWeek(FILE.replace('2 40 40', '2 40'), 'x')).toThrow('e_id: node 2 needs 2 figures');
  });
});
