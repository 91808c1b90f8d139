import { AbsenceCounters } from './absence-counters.js';

describe('absence counters', () => {
  it('count per visit, sum over a set, and sort the one left out most often first', () => {
    const absences = new AbsenceCounters(4);
    for (const visit of [2, 0, 2, 2, 0, 3]) absences.count(visit);
    expect([0, 1, 2, 3].map((visit) => absences.timesOf(visit))).toEqual([2, 0, 3, 1]);
    // Visits 2 and 3 of the three listed: 3 + 1.
    expect(absences.sumOf(Int32Array.from([2, 3, 0]), 2)).toBe(4);
    expect([0, 1, 2, 3].sort((one, other) => absences.mostFirst[one] - absences.mostFirst[other])).toEqual([
      2, 0, 3, 1,
    ]);
  });
});
