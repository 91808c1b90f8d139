import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { FaceCount } from './face-count.js';

/** Two brukare and three employees; the first brukare has met employee 0, the second employee 2. */
function faces(): FaceCount {
  return new FaceCount(
    aProblem({
      visits: [aVisit(), aVisit({ brukare: 1 })],
      shifts: [0, 1, 2].map((employee) => aShift({ employee })),
      continuity: { seen: Uint8Array.from([1, 0, 0, 0, 0, 1]), faceCost: Int32Array.from([5, 10, 40]) },
    }),
  );
}

describe('the count of faces', () => {
  it('prices a new employee by how many the brukare has met, known ones not at all', () => {
    const count = faces();
    expect([0, 1, 2].map((employee) => count.costOf(0, employee))).toEqual([0, 10, 10]);
    expect([0, 1, 2].map((employee) => count.costOf(1, employee))).toEqual([10, 10, 0]);
    expect([0, 1, 2].map((employee) => count.isNew(0, employee))).toEqual([false, true, true]);
    expect([0, 1, 2].map((employee) => count.isNew(1, employee))).toEqual([true, true, false]);
  });

  it('adds the price with the first visit and takes it off with the last', () => {
    const count = faces();
    count.add(0, 1);
    count.add(0, 1);
    expect([count.cost, count.costOf(0, 1), count.isNew(0, 1)]).toEqual([10, 0, false]);
    count.remove(0, 1);
    expect(count.cost).toBe(10);
    count.remove(0, 1);
    expect([count.cost, count.costOf(0, 1)]).toEqual([0, 10]);
  });

  it('repeats the last price beyond the list', () => {
    const count = faces();
    count.add(0, 1); // second face: 10
    count.add(0, 2); // third face: 40
    expect([count.cost, count.extraOfSecond(0)]).toEqual([50, 0]);
    expect(count.extraOfSecond(1)).toBe(30); // the third face costs 40, the second 10
  });

  it('prices an exchange by who leaves for good and who is new', () => {
    const count = faces();
    // Brukare 1 has met employee 2 before the week; employee 1 comes once: a second face, 10.
    count.add(1, 1);
    // 1 leaves and 0 comes in its stead: one face less and one more at the same price.
    expect(count.costOfExchange(1, 1, 0)).toBe(0);
    // 1 leaves and 2 is known: 10 saved.
    expect(count.costOfExchange(1, 1, 2)).toBe(-10);
    // 2 was met before the week and never leaves: 0 is the third face, 40; 1 is known by now.
    count.add(1, 2);
    expect([count.costOfExchange(1, 2, 0), count.costOfExchange(1, 2, 1)]).toEqual([40, 0]);
    // 1 comes twice and stays when one of its visits goes to another.
    count.add(1, 1);
    expect([count.costOfExchange(1, 1, 0), count.costOfExchange(1, 1, 2)]).toEqual([40, 0]);
  });

  it('keeps what one brukare has met apart from the next', () => {
    const count = new FaceCount(
      aProblem({
        visits: [aVisit(), aVisit({ brukare: 1 })],
        shifts: [0, 1].map((employee) => aShift({ employee })),
        continuity: { seen: Uint8Array.from([0, 0, 1, 0]), faceCost: Int32Array.from([5, 10]) },
      }),
    );
    expect([count.costOf(0, 0), count.costOf(1, 1)]).toEqual([5, 10]);
  });

  it('never charges for who was met before the week', () => {
    const count = faces();
    count.add(0, 0);
    count.add(0, 1); // second face: 10
    expect([count.cost, count.costOf(0, 2)]).toEqual([10, 40]);
    count.remove(0, 0);
    expect([count.cost, count.costOf(0, 0), count.costOf(0, 2)]).toEqual([10, 0, 40]);
  });

  it('costs nothing where continuity has no price', () => {
    const count = new FaceCount(aProblem());
    count.add(0, 0);
    expect([count.cost, count.costOf(0, 0), count.extraOfSecond(0)]).toEqual([0, 0, 0]);
  });
});
