import { addMinutes, efficiencySums, NO_MINUTES, type EfficiencyTarget } from './efficiency-sums.js';

const target = { efficiencyTarget: 0.75, efficiencyDefinition: 'performed-per-staff' } as const;
const minutes = { ordered: 600, planned: 480, performed: 450, staff: 600 };

describe('efficiencySums', () => {
  it('divides performed by staff, ordered by staff, performed by ordered and the plan by staff', () => {
    expect(efficiencySums(minutes, target)).toEqual({
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
    expect(efficiencySums(minutes, target).isTargetReached).toBe(true);
    expect(efficiencySums({ ...minutes, performed: 449 }, target).isTargetReached).toBe(false);
  });

  it('holds the target against the ratio that the unit has chosen', () => {
    const reached = (efficiencyDefinition: EfficiencyTarget['efficiencyDefinition']) =>
      efficiencySums({ ...minutes, performed: 300 }, { ...target, efficiencyDefinition }).isTargetReached;
    // 300/600 performed, 600/600 ordered.
    expect(reached('performed-per-staff')).toBe(false);
    expect(reached('ordered-per-staff')).toBe(true);
    expect(reached('performed-per-ordered')).toBe(false);
  });

  it('says nothing of a ratio that has no denominator', () => {
    expect(efficiencySums({ ...NO_MINUTES, performed: 30 }, target)).toMatchObject({
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
