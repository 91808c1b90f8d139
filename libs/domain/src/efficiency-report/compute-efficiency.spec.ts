import { aBrukare, aCareUnit, anAbsence, aRamtidOrder, aShift, aTimeRegistration } from '../testing/builders.js';
import { aPlannedRoute, aPlannedVisit, onMonday } from '../testing/plan-builders.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { minutes } from '../time/units.js';
import type { CareUnit } from '../unit/care-unit.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { computeEfficiency, type EfficiencySource } from './compute-efficiency.js';

/** Monday 2 March of a unit with one shift (8.25 paid hours), one planned visit of 30 minutes and its route. */
const report = (unit: Partial<CareUnit> = {}, source: Partial<EfficiencySource> = {}) =>
  computeEfficiency({
    unit: aCareUnit({ orders: [aRamtidOrder({ hoursPerMonth: 31 })], registrations: [aTimeRegistration()], ...unit }),
    visits: [aPlannedVisit()],
    routes: [aPlannedRoute()],
    from: localDate('2026-03-02'),
    to: localDate('2026-03-02'),
    workGroupIds: null,
    settings: DEFAULT_UNIT_SETTINGS,
    ...source,
  });

const registrationOf = (hours: number) =>
  aTimeRegistration({ endsAt: { date: localDate('2026-03-02'), minute: clock(`${8 + hours}:00`) } });

describe('computeEfficiency', () => {
  it('sums ordered, planned, performed and staff hours of the period', () => {
    const { orderedHours, plannedHours, performedHours, staffHours } = report();
    // 31 h over 31 days is an hour a day.
    expect([orderedHours, plannedHours, performedHours, staffHours]).toEqual([1, 0.5, 0.5, 8.25]);
  });

  it('divides them three ways, and the plan by the staff hours', () => {
    const { performedPerStaff, orderedPerStaff, performedPerOrdered, plannedPerStaff } = report();
    expect(performedPerStaff).toBeCloseTo(0.5 / 8.25, 10);
    expect(orderedPerStaff).toBeCloseTo(1 / 8.25, 10);
    expect(performedPerOrdered).toBe(0.5);
    expect(plannedPerStaff).toBeCloseTo(0.5 / 8.25, 10);
  });

  it('reaches the target at 75 %, not below', () => {
    const shifts = [aShift({ startsAt: clock('08:00'), endsAt: clock('12:00'), breakMinutes: minutes(0) })]; // 4 h
    expect(report({ shifts, registrations: [registrationOf(3)] }).isTargetReached).toBe(true);
    const less = aTimeRegistration({ endsAt: { date: localDate('2026-03-02'), minute: clock('10:59') } });
    expect(report({ shifts, registrations: [less] }).isTargetReached).toBe(false);
  });

  it('says nothing of a ratio that has no denominator', () => {
    expect(report({ shifts: [], orders: [] })).toMatchObject({
      performedPerStaff: null,
      orderedPerStaff: null,
      performedPerOrdered: null,
      isTargetReached: null,
    });
  });

  it('shows where the planned staff time goes; with shifts without route it makes the staff hours', () => {
    const { split, staffHours } = report({ shifts: [aShift(), aShift({ id: 'S2', employeeId: 'E2' })] });
    expect(split).toMatchObject({ visitHours: 0.5, kringtidHours: 0.5, breakHours: 0.75, unplannedHours: 8.25 });
    const { visitHours, travelHours, handlingHours, kringtidHours, waitHours, unplannedHours } = split;
    expect(visitHours + travelHours + handlingHours + kringtidHours + waitHours + unplannedHours).toBeCloseTo(
      staffHours,
      9,
    );
  });

  it('leaves larm orders, larm registrations, declined visits and bomtid out', () => {
    const orders = [aRamtidOrder({ kind: 'larm', hoursPerMonth: 31 })];
    expect(report({ orders }).orderedHours).toBe(0);
    const registrations = (['larm', 'avbojt', 'bom'] as const).map((kind) => aTimeRegistration({ kind }));
    expect(report({ registrations }).performedHours).toBe(0);
  });

  it('counts absence as no staff hours', () => {
    const absences = [anAbsence({ person: { kind: 'employee', id: 'E1' } })];
    expect(report({ absences }).staffHours).toBe(0);
  });

  it('keeps to the groups and the days asked for', () => {
    const brukare = [aBrukare({ workGroupId: 'G2' })];
    const shifts = [aShift({ workGroupId: 'G2' })];
    expect(report({ brukare, shifts }, { workGroupIds: ['G1'] })).toMatchObject({
      orderedHours: 0,
      plannedHours: 0,
      performedHours: 0,
      staffHours: 0,
    });
    const tuesday = localDate('2026-03-03');
    expect(report({}, { from: tuesday, to: tuesday })).toMatchObject({
      orderedHours: 1,
      plannedHours: 0,
      staffHours: 0,
    });
  });

  it('counts both employees, or one, of a planned visit for two', () => {
    const helper = { startsAt: onMonday('08:00'), endsAt: onMonday('08:30'), serviceMinutes: 30 };
    const visits = [aPlannedVisit({ helper })];
    expect(report({}, { visits }).plannedHours).toBe(1);
    const settings = { ...DEFAULT_UNIT_SETTINGS, doubleStaffingCounts: 1 } as const;
    expect(report({}, { visits, settings }).plannedHours).toBe(0.5);
  });

  it('names the records behind the figures and how they are counted', () => {
    const { records, definition } = report();
    expect(records).toEqual({ orderIds: ['O1'], visitIds: ['V1'], registrationIds: ['R1'], shiftIds: ['S1'] });
    expect(definition).toContain('utförda timmar / personaltimmar, mål 75 %');
    expect(definition).toContain('utan obetald rast');
  });
});
