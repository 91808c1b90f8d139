import type { Problem } from '../problem.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { weekBounds, type WeekBounds } from './week-bounds.js';

const HOUR = 3600;

function boundsOf(overrides: Partial<Problem>): WeekBounds {
  const bounds = weekBounds(aProblem(overrides));
  if (bounds === null) throw new Error('too large');
  return bounds;
}

/** Starts between 0 and half an hour, lasts an hour, at place 1 that lies 100 s from the premises. */
const morning = aVisit({ service: HOUR, windows: [{ day: 0, earliest: 0, latest: HOUR / 2 }] });
const oneEmployee = aShift({ start: 0, end: 8 * HOUR });
const twoEmployees = [oneEmployee, aShift({ employee: 1, start: 0, end: 8 * HOUR })];

describe('bounds of a week', () => {
  it('prove the least cost where the cheapest ways make a route', () => {
    // Out to place 1, on to place 2, home: 100 + 100 + 200. The windows forbid the way back from 2 to 1.
    const visits = [morning, aVisit({ location: 2, windows: [{ day: 0, earliest: 4 * HOUR, latest: 5 * HOUR }] })];
    expect(boundsOf({ visits, shifts: [oneEmployee] })).toMatchObject({ total: 400, leftOutVisits: 0 });
  });

  it('count hours: three visits of an hour in the same half hour need three employees', () => {
    // All three end by 1.5 h, when one employee has worked 5 400 s; two of 3 600 s are too many.
    const bounds = boundsOf({ visits: [morning, morning, morning], shifts: [oneEmployee] });
    expect(bounds.leftOutVisits).toBe(2);
    expect(bounds.mostServiceSeconds).toBeLessThanOrEqual(1.5 * HOUR);
  });

  it('count only the hours of those who may do the visits', () => {
    // The second employee may do neither: one of the two visits is left out.
    const visits = [morning, morning];
    const bounds = boundsOf({ visits, shifts: twoEmployees, compatible: Uint8Array.from([1, 0, 1, 0]) });
    expect(bounds.leftOutVisits).toBe(1);
    expect(boundsOf({ visits, shifts: twoEmployees }).leftOutVisits).toBe(0);
  });

  it('take the rast off the hours', () => {
    const rast = { duration: HOUR, earliest: 0, latest: HOUR / 2 };
    const shifts = [{ ...oneEmployee, pauses: [rast] }];
    expect(boundsOf({ visits: [morning], shifts }).leftOutVisits).toBe(1);
    expect(boundsOf({ visits: [morning], shifts: [oneEmployee] }).leftOutVisits).toBe(0);
  });

  it('take the ways off the hours that can be filled', () => {
    // Eight visits of an hour at eight places 100 s apart need 8 × 3 700 s, a shift of eight hours has 28 800: 800 too few.
    // Of a visit's 3 700 s 3 600 are service: 800 × 3 600 / 3 700 = 778.4 s of 28 800 cannot be placed.
    const visits = Array.from({ length: 8 }, (_, index) => aVisit({ service: HOUR, location: index + 1 }));
    expect(boundsOf({ visits, shifts: [oneEmployee] }).mostServiceSeconds).toBe(28_021);
  });

  it('leave out what nobody may do, at its price', () => {
    const bounds = boundsOf({
      visits: [aVisit(), aVisit({ unassignedCost: 77 })],
      compatible: Uint8Array.from([1, 0]),
    });
    expect(bounds).toMatchObject({ leftOutVisits: 1, total: 277 }); // 100 + 100 + 77
  });

  it('leave out a pair that only one employee could do', () => {
    const couplings = [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }];
    expect(boundsOf({ visits: [aVisit(), aVisit()], couplings }).leftOutVisits).toBe(2);
  });

  describe('of faces', () => {
    const late = aVisit({ windows: [{ day: 0, earliest: 20 * HOUR, latest: 21 * HOUR }] });
    const evening = aShift({ employee: 1, start: 16 * HOUR, end: 22 * HOUR });
    const continuity = (seen: readonly number[]) => ({
      seen: Uint8Array.from(seen),
      faceCost: Int32Array.from([0, 60]),
    });

    it('ask for one more employee where no shift spans a brukare’s day', () => {
      const bounds = boundsOf({
        visits: [morning, late],
        shifts: [oneEmployee, evening],
        continuity: continuity([0, 0]),
      });
      expect([...bounds.fewestNewFaces]).toEqual([2]);
      // Ways 2 × 200 for the two routes, and 60 for the second face.
      expect(bounds.total).toBe(460);
    });

    it('count nobody whom the brukare has met before', () => {
      const bounds = boundsOf({
        visits: [morning, late],
        shifts: [oneEmployee, evening],
        continuity: continuity([0, 1]),
      });
      expect([...bounds.fewestNewFaces]).toEqual([1]);
    });

    it('ask for two employees for a visit for two', () => {
      const couplings = [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }];
      const bounds = boundsOf({
        visits: [morning, morning],
        shifts: twoEmployees,
        couplings,
        continuity: continuity([0, 0]),
      });
      expect([...bounds.fewestNewFaces]).toEqual([2]);
    });

    it('cost no more than leaving a visit out instead', () => {
      const visits = [morning, { ...late, unassignedCost: 210 }];
      const bounds = boundsOf({ visits, shifts: [oneEmployee, evening], continuity: continuity([0, 0]) });
      // Planned: two routes and a face, 460. Left out: one route and 210, 410.
      expect(bounds.total).toBeLessThanOrEqual(410);
      expect(bounds.total).toBeGreaterThan(350);
    });
  });

  it('are given up where a day has more visits than can be compared', () => {
    const visits = Array.from({ length: 4001 }, () => aVisit());
    expect(weekBounds(aProblem({ visits }))).toBeNull();
  });
});
