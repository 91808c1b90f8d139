import { DEFAULT_UNIT_SETTINGS, isoWeek, localDate } from '@hemtjanst/domain';
import type { WeekBounds } from '@hemtjanst/solver';
import { aCareUnit, aShift } from '../../domain/src/testing/builders.js';
import { weekCeiling } from './week-ceiling.js';

/** One shift of 540 minutes with 45 minutes of unpaid rast: 495 staff minutes. */
const header = {
  unit: aCareUnit({ shifts: [aShift({ onDate: localDate('2026-03-02') })] }),
  week: isoWeek('2026-W10'),
  workGroupIds: null,
  settings: DEFAULT_UNIT_SETTINGS,
};

const bounds = (total: number, mostServiceMinutes: number): { readonly bounds: WeekBounds } => ({
  bounds: { total, leftOutVisits: 0, mostServiceSeconds: mostServiceMinutes * 60, fewestNewFaces: new Int32Array() },
});

describe('the ceiling of a week', () => {
  it('adds the groups’ bounds up: least cost, and most visit minutes of the staff minutes', () => {
    // (200 + 196) / 495 = 0.8
    expect(weekCeiling(header, [bounds(70, 200), bounds(30, 196)])).toEqual({
      lowerBound: 100,
      attainableEfficiency: 0.8,
    });
  });

  it('is rounded up, so that a plan at the ceiling is not above it', () => {
    expect(weekCeiling(header, [bounds(0, 330)]).attainableEfficiency).toBe(0.6667);
  });

  it('is unknown as soon as one group’s is', () => {
    expect(weekCeiling(header, [bounds(70, 200), { bounds: null }])).toEqual({
      lowerBound: null,
      attainableEfficiency: null,
    });
  });

  it('has no efficiency where nobody works', () => {
    const nobody = { ...header, unit: aCareUnit({ shifts: [] }) };
    expect(weekCeiling(nobody, [bounds(5, 0)])).toEqual({ lowerBound: 5, attainableEfficiency: null });
  });
});
