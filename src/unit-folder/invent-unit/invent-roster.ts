import {
  DEFAULT_UNIT_SETTINGS,
  minuteOfDay,
  minutes,
  type Employee,
  type LocalDate,
  type Shift,
  type WorkGroup,
} from '@hemtjanst/domain';
import type { Random } from './random.js';
import type { ShiftForm } from './shift-forms.js';

/** 38 h 15 min (AB; domain.md section 6). */
const FULL_TIME_WEEK_MINUTES = 38.25 * 60;
const MOST_SHIFTS_A_WEEK = 5;
const DAY_MINUTES = 1440;
/** Worth as much as this share of a week's hours. */
const MIXING_COST = 0.6;

export interface RosterTask {
  readonly date: LocalDate;
  /** 0 = Monday of the week. */
  readonly day: number;
  readonly form: ShiftForm;
}

interface Worked {
  readonly employee: Employee;
  readonly limitMinutes: number;
  readonly hasWeekend: boolean;
  readonly tasks: RosterTask[];
  paidMinutes: number;
}

/**
 * Staffs the needed shifts of a group for one week: never above an employee's hours, 11 h between shifts, 36 h free in
 * the week, every second weekend. A shift nobody may take stays unstaffed. The first day and the first evening shift of
 * each date answer the group's larm.
 */
export function inventRoster(
  group: WorkGroup,
  employees: readonly Employee[],
  tasks: readonly RosterTask[],
  isAway: (employeeId: string, date: LocalDate) => boolean,
  random: Random,
): Shift[] {
  const staff = random.shuffled(employees).map((employee, index): Worked => ({
    employee,
    limitMinutes: FULL_TIME_WEEK_MINUTES * (employee.employmentRate ?? 1),
    // Hourly employees are called in on any weekend.
    hasWeekend: index % 2 === 0 || employee.employment === 'tim',
    tasks: [],
    paidMinutes: 0,
  }));
  const larmTaken = new Set<string>();
  return inStaffingOrder(tasks).flatMap((task) => {
    const free = staff.filter((worked) => !isAway(worked.employee.id, task.date) && mayTake(worked, task));
    const chosen = free.reduce<Worked | null>(
      (best, worked) => (best === null || cost(worked, task) < cost(best, task) ? worked : best),
      null,
    );
    if (chosen === null) return [];
    chosen.tasks.push(task);
    chosen.paidMinutes += paidMinutes(task.form);
    return [toShift(group, chosen.employee, task, larmTaken)];
  });
}

/**
 * Weekends first, the hardest to staff; then all days and kinds of shift in even turns, so that what stays unstaffed is
 * spread over the week and the day.
 */
function inStaffingOrder(tasks: readonly RosterTask[]): readonly RosterTask[] {
  const sizes = new Map<string, number>();
  const kindOf = ({ date, form }: RosterTask): string => `${date} ${form.name}`;
  const ranked = tasks.map((task) => {
    const turn = sizes.get(kindOf(task)) ?? 0;
    sizes.set(kindOf(task), turn + 1);
    return { task, turn };
  });
  return ranked
    .map(({ task, turn }) => ({ task, share: turn / (sizes.get(kindOf(task)) ?? 1) + (task.day >= 5 ? 0 : 1) }))
    .sort((a, b) => a.share - b.share || a.task.day - b.task.day)
    .map(({ task }) => task);
}

/** Who has worked least of the own hours comes first, but days and evenings are not mixed without need. */
function cost({ tasks, paidMinutes: paid, limitMinutes }: Worked, { form }: RosterTask): number {
  const isEvening = form.name === 'evening';
  const isMixed = tasks.some((task) => (task.form.name === 'evening') !== isEvening);
  return paid / limitMinutes + (isMixed ? MIXING_COST : 0);
}

const paidMinutes = ({ startsAt, endsAt, breakMinutes }: ShiftForm): number => endsAt - startsAt - breakMinutes;

function mayTake(worked: Worked, task: RosterTask): boolean {
  if (worked.tasks.length >= MOST_SHIFTS_A_WEEK) return false;
  if (worked.paidMinutes + paidMinutes(task.form) > worked.limitMinutes) return false;
  if (task.day >= 5 && !worked.hasWeekend) return false;
  const inOrder = [...worked.tasks, task].sort((a, b) => a.day - b.day);
  return hasDailyRest(inOrder) && longestFreeMinutes(inOrder) >= DEFAULT_UNIT_SETTINGS.veckovilaMinutes;
}

const startOf = ({ day, form }: RosterTask): number => day * DAY_MINUTES + form.startsAt;
const endOf = ({ day, form }: RosterTask): number => day * DAY_MINUTES + form.endsAt;

function hasDailyRest(inOrder: readonly RosterTask[]): boolean {
  return inOrder.slice(1).every((task, index) => {
    const before = inOrder[index];
    return before === undefined || startOf(task) - endOf(before) >= DEFAULT_UNIT_SETTINGS.dygnsvilaMinutes;
  });
}

/** The longest time off within the week, from Monday 00:00 to Sunday 24:00. */
function longestFreeMinutes(inOrder: readonly RosterTask[]): number {
  const ends = [0, ...inOrder.map(endOf)];
  const starts = [...inOrder.map(startOf), 7 * DAY_MINUTES];
  return Math.max(...ends.map((end, index) => (starts[index] ?? end) - end));
}

function toShift(group: WorkGroup, employee: Employee, { date, form }: RosterTask, larmTaken: Set<string>): Shift {
  const pass = `${date} ${form.name === 'evening' ? 'evening' : 'day'}`;
  const isLarmansvarig = form.name !== 'morning' && !larmTaken.has(pass);
  if (isLarmansvarig) larmTaken.add(pass);
  return {
    id: `P${employee.id}-${date}`,
    employeeId: employee.id,
    onDate: date,
    startsAt: minuteOfDay(form.startsAt),
    endsAt: minuteOfDay(form.endsAt),
    breakMinutes: minutes(form.breakMinutes),
    premisesId: group.premisesId,
    mode: employee.mode,
    workGroupId: group.id,
    isLarmansvarig,
  };
}
