import { localDate } from '../time/local-date.js';
import { isoWeek } from '../time/iso-week.js';
import { clock } from '../time/minute-of-day.js';
import { minutes } from '../time/units.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import type { Absence, Brukare, Employee, HistoryVisit, Premises, Shift, WorkGroup } from '../people/people.js';
import type { StaffMeeting } from '../people/staff-meeting.js';
import type { RamtidOrder } from '../ramtid-order/ramtid-order.js';
import type { TimeRegistration } from '../registered-time/time-registration.js';
import type { CareUnit } from '../unit/care-unit.js';
import type { VisitDemand } from '../visit-demand/visit-demand.js';

// Sensible invented records for tests: one override object each. The week is 2026-W10 (2–8 March).

export const aPremises = (override: Partial<Premises> = {}): Premises => ({
  id: 'L1',
  name: 'Lokalen',
  address: 'Provgatan 1',
  coordinate: { lat: 57.7, lon: 11.95 },
  ...override,
});

export const aWorkGroup = (override: Partial<WorkGroup> = {}): WorkGroup => ({
  id: 'G1',
  name: 'Grupp 1',
  premisesId: 'L1',
  kind: 'ordinarie',
  ...override,
});

export const aBrukare = (override: Partial<Brukare> = {}): Brukare => ({
  id: 'B1',
  name: 'Brukare Ett',
  birthYear: 1940,
  gender: 'K',
  address: 'Provgatan 2',
  coordinate: { lat: 57.701, lon: 11.951 },
  workGroupId: 'G1',
  kontaktmanId: null,
  fastOmsorgskontaktId: null,
  keyKind: 'nyckelfri',
  floor: 0,
  hasLift: false,
  doorMinutes: null,
  isProtected: false,
  wishedGender: null,
  bannedEmployeeIds: [],
  pets: [],
  isSmoker: false,
  language: null,
  ...override,
});

export const anEmployee = (override: Partial<Employee> = {}): Employee => ({
  id: 'E1',
  name: 'Medarbetare Ett',
  workGroupId: 'G1',
  title: 'underskoterska',
  employment: 'tillsvidare',
  employmentRate: 1,
  competences: [],
  mode: 'elcykel',
  gender: 'K',
  languages: [],
  toleratesDogs: true,
  toleratesCats: true,
  toleratesSmoke: true,
  ...override,
});

/** Monday 2 March 07:00–16:00 with 45 minutes of rast. */
export const aShift = (override: Partial<Shift> = {}): Shift => ({
  id: 'S1',
  employeeId: 'E1',
  onDate: localDate('2026-03-02'),
  startsAt: clock('07:00'),
  endsAt: clock('16:00'),
  breakMinutes: minutes(45),
  premisesId: 'L1',
  mode: 'elcykel',
  workGroupId: 'G1',
  isLarmansvarig: false,
  ...override,
});

/** Away all of Monday 2 March. */
export const anAbsence = (override: Partial<Absence> = {}): Absence => ({
  person: { kind: 'brukare', id: 'B1' },
  fromDate: localDate('2026-03-02'),
  fromMinute: clock('00:00'),
  toDate: localDate('2026-03-03'),
  toMinute: clock('00:00'),
  reason: null,
  ...override,
});

export const aRamtidOrder = (override: Partial<RamtidOrder> = {}): RamtidOrder => ({
  id: 'O1',
  brukareId: 'B1',
  from: localDate('2026-01-01'),
  to: null,
  hoursPerMonth: 26,
  kind: 'hemtjanst',
  insatser: ['morgon', 'lunch'],
  doubleStaffing: false,
  goal: null,
  receivedOn: null,
  ...override,
});

/** Every morning 07:00–10:00, 30 minutes, one employee. */
export const aVisitTemplate = (override: Partial<VisitTemplate> = {}): VisitTemplate => ({
  id: 'T1',
  orderId: 'O1',
  insatser: ['morgon'],
  recurrence: { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6, 7] },
  window: { earliest: clock('07:00'), latest: clock('10:00') },
  serviceMinutes: minutes(30),
  helper: null,
  competences: [],
  priority: 1,
  isTimeCritical: false,
  gap: null,
  minDaysBetween: 1,
  isProposed: false,
  ...override,
});

/** Template T1 on Monday 2 March 2026. */
export const aVisitDemand = (override: Partial<VisitDemand> = {}): VisitDemand => ({
  id: 'T1:2026-W10:1',
  templateId: 'T1',
  orderId: 'O1',
  brukareId: 'B1',
  week: isoWeek('2026-W10'),
  occurrence: 1,
  allowedDates: [localDate('2026-03-02')],
  window: { earliest: clock('07:00'), latest: clock('10:00') },
  serviceMinutes: minutes(30),
  helper: null,
  insatser: ['morgon'],
  competences: [],
  priority: 1,
  isTimeCritical: false,
  gap: null,
  minDaysBetween: 1,
  isProposed: false,
  ...override,
});

export const aHistoryVisit = (override: Partial<HistoryVisit> = {}): HistoryVisit => ({
  brukareId: 'B1',
  employeeId: 'E1',
  onDate: localDate('2026-02-27'),
  startsAt: clock('08:00'),
  endsAt: clock('08:30'),
  kind: 'besok',
  ...override,
});

/** An APT of all groups at the end of the Monday's day shift, as long as domain.md section 11 says. */
export const aStaffMeeting = (override: Partial<StaffMeeting> = {}): StaffMeeting => ({
  id: 'M1',
  kind: 'apt',
  workGroupId: null,
  onDate: localDate('2026-03-02'),
  startsAt: clock('13:45'),
  endsAt: clock('16:00'),
  ...override,
});

export const aTimeRegistration = (override: Partial<TimeRegistration> = {}): TimeRegistration => ({
  id: 'R1',
  brukareId: 'B1',
  employeeId: 'E1',
  startsAt: { date: localDate('2026-03-02'), minute: clock('08:00') },
  endsAt: { date: localDate('2026-03-02'), minute: clock('08:30') },
  adjusted: null,
  kind: 'besok',
  ...override,
});

/** One premises, one group, one brukare with one order and one template, one employee with a Monday shift. */
export const aCareUnit = (override: Partial<CareUnit> = {}): CareUnit => ({
  name: 'Provenheten',
  premises: [aPremises()],
  workGroups: [aWorkGroup()],
  areas: [],
  brukare: [aBrukare()],
  orders: [aRamtidOrder()],
  templates: [aVisitTemplate()],
  extraVisits: [],
  employees: [anEmployee()],
  shifts: [aShift()],
  absences: [],
  meetings: [],
  history: [],
  registrations: [],
  ...override,
});
