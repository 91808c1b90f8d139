import { isoWeek, type CareUnit, type Shift } from '@hemtjanst/domain';
import { groupFinder } from '../areas/assign-work-groups.js';
import { readUnitFiles } from '../read-unit-folder.js';
import { writeUnitFiles } from '../write-unit-folder.js';
import { inventUnit } from './invent-unit.js';
import type { StreetPlace } from './invent-places.js';

/** A grid of 60 × 60 street points about 60 m apart. */
const STREET_POINTS: readonly StreetPlace[] = Array.from({ length: 3600 }, (_, index) => ({
  street: `Provgatan ${Math.floor(index / 60)}`,
  lat: 57.68 + (index % 60) * 0.0006,
  lon: 11.93 + Math.floor(index / 60) * 0.001,
  isInLargestComponent: index % 50 !== 0,
}));
const SIZE = { name: 'prov', brukare: 240, employees: 55, groups: 5, premises: 3, seed: 7, week: isoWeek('2026-W10') };
const unit = inventUnit({ ...SIZE, streetPoints: STREET_POINTS });
const paidMinutes = ({ startsAt, endsAt, breakMinutes }: Shift): number => endsAt - startsAt - breakMinutes;
const staffHours = ({ shifts }: CareUnit): number => shifts.reduce((sum, shift) => sum + paidMinutes(shift), 0) / 60;
const weekMinute = (date: string, minute: number): number => (Number(date.slice(8)) - 2) * 1440 + minute;

describe('an invented unit', () => {
  it('is one the reader takes without a fault, and reads to the same unit', () => {
    const groupFromArea = new Set(unit.brukare.filter(({ coordinate }) => coordinate !== null).map(({ id }) => id));
    expect(readUnitFiles(writeUnitFiles(unit, { groupFromArea }), { name: 'prov' })).toMatchObject({ ok: true, unit });
  });

  it('is the same for the same seed and another for another', () => {
    expect(inventUnit({ ...SIZE, streetPoints: STREET_POINTS })).toEqual(unit);
    expect(inventUnit({ ...SIZE, seed: 8, streetPoints: STREET_POINTS }).brukare).not.toEqual(unit.brukare);
  });

  it('has compact groups: every address in the area of its own group and in no other', () => {
    const groupsAround = groupFinder(unit.areas);
    for (const { coordinate, workGroupId } of unit.brukare) {
      if (coordinate !== null) expect(groupsAround(coordinate)).toEqual([workGroupId]);
    }
  });

  it('has heavy-tailed hours with a mean near 26 h a month, and templates that add up to them', () => {
    const hours = unit.orders.filter(({ kind }) => kind === 'hemtjanst').map(({ hoursPerMonth }) => hoursPerMonth);
    const mean = hours.reduce((sum, value) => sum + value, 0) / hours.length;
    expect(mean).toBeGreaterThan(22);
    expect(mean).toBeLessThan(29);
    expect(Math.max(...hours)).toBeGreaterThan(99);
    for (const order of unit.orders) {
      const own = unit.templates.filter(({ orderId }) => orderId === order.id);
      if (own.length === 0) continue;
      const perWeek = own.reduce((sum, { recurrence, serviceMinutes, helper }) => {
        const times =
          recurrence.kind === 'weekdays' ? recurrence.days.length : recurrence.times / recurrence.everyWeeks;
        return sum + times * (serviceMinutes + (helper?.serviceMinutes ?? 0));
      }, 0);
      expect((perWeek * 52) / 12 / 60).toBeCloseTo(order.hoursPerMonth, 1);
    }
  });

  it('leaves about 15 % of the orders without templates', () => {
    const withVisits = unit.orders.filter(({ kind }) => kind !== 'larm');
    const without = withVisits.filter(({ id }) => !unit.templates.some(({ orderId }) => orderId === id));
    expect(without.length / withVisits.length).toBeGreaterThan(0.07);
    expect(without.length / withVisits.length).toBeLessThan(0.23);
  });

  it('rosters nobody above the own hours, without 11 h between shifts or 36 h free in the week', () => {
    for (const employee of unit.employees) {
      const own = unit.shifts.filter(({ employeeId }) => employeeId === employee.id);
      expect(own.reduce((sum, shift) => sum + paidMinutes(shift), 0)).toBeLessThanOrEqual(
        2295 * (employee.employmentRate ?? 1),
      );
      const inOrder = [...own].sort((a, b) => (a.onDate < b.onDate ? -1 : 1));
      const ends = [0, ...inOrder.map(({ onDate, endsAt }) => weekMinute(onDate, endsAt))];
      const starts = [...inOrder.map(({ onDate, startsAt }) => weekMinute(onDate, startsAt)), 7 * 1440];
      const free = starts.map((start, index) => start - (ends[index] ?? 0));
      expect(Math.max(...free)).toBeGreaterThanOrEqual(36 * 60);
      free.slice(1, -1).forEach((rest) => expect(rest).toBeGreaterThanOrEqual(11 * 60));
    }
  });

  it('has staff for its visits, but not to spare: ordered hours are 60–85 % of staff hours', () => {
    const orderedPerWeek = unit.orders.reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth, 0) * (12 / 52);
    expect(orderedPerWeek / staffHours(unit)).toBeGreaterThan(0.6);
    expect(orderedPerWeek / staffHours(unit)).toBeLessThan(0.85);
  });

  it('has one larmansvarig per group, date and pass', () => {
    const passes = unit.shifts
      .filter(({ isLarmansvarig }) => isLarmansvarig)
      .map(({ workGroupId, onDate, startsAt }) => `${workGroupId} ${onDate} ${startsAt > 720 ? 'evening' : 'day'}`);
    expect(new Set(passes).size).toBe(passes.length);
    expect(passes.length).toBeGreaterThan(5 * 7);
  });

  it('has history of the 14 days before the week by core teams of at most 8, nobody in two places at once', () => {
    const dates = unit.history.map(({ onDate }) => onDate).sort();
    expect([dates.at(0), dates.at(-1)]).toEqual(['2026-02-16', '2026-03-01']);
    const faces = new Map<string, Set<string>>();
    for (const { brukareId, employeeId } of unit.history)
      faces.set(brukareId, (faces.get(brukareId) ?? new Set()).add(employeeId));
    expect(Math.max(...[...faces.values()].map(({ size }) => size))).toBeLessThanOrEqual(8);
    const inOrder = [...unit.history].sort(
      (a, b) => `${a.employeeId} ${a.onDate}`.localeCompare(`${b.employeeId} ${b.onDate}`) || a.startsAt - b.startsAt,
    );
    inOrder.slice(1).forEach((visit, index) => {
      const before = inOrder[index];
      if (before?.employeeId === visit.employeeId && before.onDate === visit.onDate)
        expect(visit.startsAt).toBeGreaterThanOrEqual(before.endsAt);
    });
  });

  it('hides protected identities: no name, address or place', () => {
    const hidden = unit.brukare.filter(({ isProtected }) => isProtected);
    expect(hidden).toHaveLength(5);
    expect(hidden.every(({ address, coordinate }) => address === '' && coordinate === null)).toBe(true);
  });

  it('works for a small unit and says what is too small', () => {
    const small = inventUnit({ ...SIZE, brukare: 30, employees: 8, groups: 2, streetPoints: STREET_POINTS });
    expect([small.brukare.length, small.employees.length, small.workGroups.length]).toEqual([30, 8, 2]);
    expect(() => inventUnit({ ...SIZE, brukare: 3, groups: 2, streetPoints: STREET_POINTS })).toThrow(RangeError);
  });
});
