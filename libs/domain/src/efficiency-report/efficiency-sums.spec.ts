import { addMinutes, efficiencySums, NO_MINUTES } from './efficiency-sums.js';

const minutes = { ordered: 600, planned: 480, performed: 450, staff: 600 };

describe('efficiencySums', () => {
  it('divides performed by staff, ordered by staff, performed by ordered and the plan by staff', () => {
    expect(efficiencySums(minutes, 0.75)).toEqual({
      orderedHours: 10,
      plannedHours: 8,
      performedHours: 7.5,
      staffHours: 10,
      performedPerStaff: 0.75,
      orderedPerStaff: 1,
      performedPerOrdered: 0.75,
      plannedPerStaff: 0.8,
      isTargetReached: true,
    });
  });

  it('reaches the target at 75 %, not a minute below', () => {
    expect(efficiencySums(minutes, 0.75).isTargetReached).toBe(true);
    expect(efficiencySums({ ...minutes, performed: 449 }, 0.75).isTargetReached).toBe(false);
  });

  it('says nothing of a ratio that has no denominator', () => {
    expect(efficiencySums({ ...NO_MINUTES, performed: 30 }, 0.75)).toMatchObject({
      performedPerStaff: null,
      orderedPerStaff: null,
      performedPerOrdered: null,
      plannedPerStaff: null,
      isTargetReached: null,
    });
  });

  it('adds groups up to the unit', () => {
    expect(addMinutes(minutes, { ...minutes, staff: 1 })).toEqual({
      ordered: 1200,
      planned: 960,
      performed: 900,
      staff: 601,
    });
  });
});
