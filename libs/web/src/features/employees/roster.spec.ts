import type { EmployeeAnswer, ShiftAnswer } from '@hemtjanst/contracts';
import { paidMinutes, rosterRows } from './roster.js';

const employee = (id: string, name: string, workGroupId: string): EmployeeAnswer => ({
  id,
  code: id,
  version: 1,
  name,
  workGroupId,
  title: 'vardbitrade',
  employment: 'tim',
  employmentRate: null,
  competences: [],
  mode: 'gang',
  gender: null,
  languages: [],
  toleratesDogs: true,
  toleratesCats: true,
  toleratesSmoke: true,
});
const shift = (employeeId: string, onDate: string, startsAt: string, endsAt: string, group = 'g1'): ShiftAnswer => ({
  id: employeeId + onDate + startsAt,
  code: 'p',
  version: 1,
  employeeId,
  onDate,
  startsAt,
  endsAt,
  breakMinutes: 30,
  premisesId: 'l',
  mode: 'gang',
  workGroupId: group,
  isLarmansvarig: false,
});
const [MON, TUE] = ['2031-03-03', '2031-03-04'];
const PEOPLE = [employee('1', 'Örjan', 'g1'), employee('2', 'Anna', 'g2')];

describe('the roster of a week', () => {
  it('counts paid hours without the rast, also past midnight', () => {
    expect(paidMinutes(shift('1', MON, '07:00', '16:00'))).toBe(510);
    expect(paidMinutes(shift('1', MON, '21:00', '07:00'))).toBe(570);
  });

  it('has a row per employee by name, with two shifts of one day in the order of the clock', () => {
    const shifts = [shift('1', TUE, '16:00', '20:00'), shift('1', TUE, '07:00', '11:00')];
    const rows = rosterRows(PEOPLE, shifts, [MON, TUE], null);
    expect(rows.map((row) => row.employee.name)).toEqual(['Anna', 'Örjan']);
    expect(rows[1]?.days.map((day) => day.map(({ startsAt }) => startsAt))).toEqual([[], ['07:00', '16:00']]);
  });

  it('shows in a group those who belong to it and those who are lent to it', () => {
    const lent = [shift('2', MON, '07:00', '16:00', 'g1')];
    expect(rosterRows(PEOPLE, lent, [MON], 'g1').map((row) => row.employee.name)).toEqual(['Anna', 'Örjan']);
    expect(rosterRows(PEOPLE, [], [MON], 'g1').map((row) => row.employee.name)).toEqual(['Örjan']);
  });
});
