import { aBrukare, aCareUnit, aHistoryVisit, anAbsence, aShift } from '../testing/builders.js';
import { aPlannedVisit, aWeeklyPlan, onMonday } from '../testing/plan-builders.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import type { CareUnit } from '../unit/care-unit.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { computePlanMetrics } from './plan-metrics.js';
import type { WeeklyPlan } from './weekly-plan.js';

const metricsOf = (unitChange: Partial<CareUnit> = {}, planChange: Partial<WeeklyPlan> = {}) => {
  const unit = aCareUnit(unitChange);
  const search = { objective: 42, lowerBound: 40, attainableEfficiency: 0.8 };
  return computePlanMetrics(unit, aWeeklyPlan(planChange, unit), DEFAULT_UNIT_SETTINGS, search);
};

describe('the figures of a plan', () => {
  it('are the sums over visits, stops and shifts', () => {
    // One 30-minute visit, two legs of 7 + 3 minutes, waits 35 + 150 + 230 minutes, kringtid 15 + 15, shift 540 − 45.
    expect(metricsOf()).toEqual({
      visitMinutes: 30,
      travelMinutes: 14,
      handlingMinutes: 6,
      waitMinutes: 415,
      breakMinutes: 45,
      kringtidMinutes: 30,
      staffMinutes: 495,
      plannedEfficiency: 0.0606, // 30 / 495
      distinctEmployeesPer14Days: { mean: 1, median: 1, max: 1, shareAbove10: 0 },
      unassignedVisits: 0,
      contactPersonShare: 0,
      travelMeters: 0,
      objective: 42,
      lowerBound: 40,
      attainableEfficiency: 0.8,
    });
  });

  it('fill the paid time: visits, travel, handling, waiting and kringtid make the staff minutes', () => {
    const { visitMinutes, travelMinutes, handlingMinutes, waitMinutes, kringtidMinutes, staffMinutes } = metricsOf();
    expect(visitMinutes + travelMinutes + handlingMinutes + waitMinutes + kringtidMinutes).toBe(staffMinutes);
  });

  it('count both employees of a visit for two', () => {
    const helper = { startsAt: onMonday('08:00'), endsAt: onMonday('08:20'), serviceMinutes: 20 };
    expect(metricsOf({}, { visits: [aPlannedVisit({ helper })] }).visitMinutes).toBe(50);
  });

  it('count shifts without visits, but not other groups, other weeks or absence', () => {
    const shifts = [
      aShift(),
      aShift({ id: 'S2' }),
      aShift({ id: 'S3', workGroupId: 'G2' }),
      aShift({ id: 'S4', onDate: localDate('2026-03-09') }),
    ];
    expect(metricsOf({ shifts }).staffMinutes).toBe(3 * 495);
    expect(metricsOf({ shifts }, { workGroupIds: ['G1'] }).staffMinutes).toBe(2 * 495);
    const halfDay = anAbsence({ person: { kind: 'employee', id: 'E1' }, fromMinute: clock('11:00') });
    expect(metricsOf({ absences: [halfDay] }).staffMinutes).toBe(240); // 07–11, no rast
  });

  it('have no efficiency without staff', () => {
    expect(metricsOf({ shifts: [] }).plannedEfficiency).toBe(0);
  });

  it('see faces of the week before together with those of the plan', () => {
    const history = [aHistoryVisit({ employeeId: 'E2' }), aHistoryVisit({ employeeId: 'E1' })];
    expect(metricsOf({ history }).distinctEmployeesPer14Days.max).toBe(2);
  });

  it('know the kontaktman', () => {
    expect(metricsOf({ brukare: [aBrukare({ kontaktmanId: 'E1' })] }).contactPersonShare).toBe(1);
  });
});
