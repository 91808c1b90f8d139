import type { Problem } from '../problem.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { coreTeams, preferCoreTeams } from './core-team.js';

const DAY = 86_400;
const onDay = (day: number) => aVisit({ windows: [{ day, earliest: day * DAY, latest: day * DAY + 3600 }] });
const shiftOn = (employee: number, day: number) => aShift({ employee, day, start: day * DAY, end: day * DAY + 10_000 });

const membersOf = (problem: Problem): number[] =>
  [...coreTeams(problem)].flatMap((isMember, employee) => (isMember === 1 ? [employee] : []));

describe('core teams', () => {
  // Employee 0 works on both days, 1 on the first, 2 on the second.
  const shifts = [shiftOn(0, 0), shiftOn(0, 1), shiftOn(1, 0), shiftOn(2, 1)];
  const week = { days: 2, visits: [onDay(0), onDay(1)], shifts };

  it('are the fewest who could do every visit: the one who works on both days', () => {
    expect(membersOf(aProblem(week))).toEqual([0]);
  });

  it('begin with the kontaktman, and fill up with who covers the rest', () => {
    expect(membersOf(aProblem({ ...week, assignmentCost: Int32Array.from([0, -900, 0]) }))).toEqual([0, 1]);
  });

  it('prefer whoever the brukare has met: 1 visit and 2 for history against 2', () => {
    const continuity = { seen: Uint8Array.from([0, 0, 1]), faceCost: new Int32Array() };
    expect(membersOf(aProblem({ ...week, continuity }))).toEqual([0, 2]);
  });

  it('promise nobody more work than there are hours', () => {
    const visits = [0, 1].flatMap((brukare) => [
      { ...onDay(0), brukare, service: 6_000 },
      { ...onDay(1), brukare, service: 6_000 },
    ]);
    const [first, second] = [0, 1].map((brukare) =>
      [...coreTeams(aProblem({ ...week, visits }))].slice(brukare * 3, brukare * 3 + 3),
    );
    // Of employee 0's 20 000 s the first brukare takes 12 000: what is left is room for one more visit, not for two.
    expect(first).toEqual([1, 0, 0]);
    expect(second).toEqual([1, 1, 0]);
  });

  it('make a visit of a member cheaper by the bonus', () => {
    const problem = aProblem({ ...week, assignmentCost: Int32Array.from([-100, 0, 0]) });
    expect([...preferCoreTeams(problem, 60).assignmentCost]).toEqual([-160, 0, 0]);
  });
});
