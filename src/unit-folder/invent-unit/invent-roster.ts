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
import { paidMinutesOfTasks, type RosterTask } from './roster-tasks.js';
import { isEveningForm, paidMinutesOf, shorterForms } from './shift-forms.js';

/** 38 h 15 min (AB; domain.md section 6). */
const FULL_TIME_WEEK_MINUTES = 38.25 * 60;
const MOST_SHIFTS_A_WEEK = 5;
const DAY_MINUTES = 1440;
/** Who answers the larm of a day or an evening works most of it. */
const SHORTEST_WITH_LARM_MINUTES = 330;
/** Worth as much as this share of a week's hours. */
const MIXING_COST = 0.6;

interface Worked {
  readonly employee: Employee;
  readonly limitMinutes: number;
  readonly hasWeekend: boolean;
  readonly isAwayOn: (date: LocalDate) => boolean;
  readonly tasks: RosterTask[];
}

/**
 * Staffs the needed shifts of a group for one week: never above an employee's hours, 11 h between shifts, 36 h free in
 * the week, every second weekend. Where nobody may take a shift, two exchange; then somebody works a part of it. The
 * first day and the first evening shift of each date answer the group's larm.
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
    isAwayOn: (date) => isAway(employee.id, date),
    tasks: [],
  }));
  const open = inStaffingOrder(tasks).filter((task) => !giveToBest(staff, task));
  const left = open.filter((task) => !giveByExchange(staff, task));
  left.forEach((task) => givePart(staff, task));
  const larmTaken = new Set<string>();
  return staff
    .flatMap(({ employee, tasks: own }) => own.map((task) => ({ employee, task })))
    .sort((a, b) => a.task.day - b.task.day || a.task.form.startsAt - b.task.form.startsAt)
    .map(({ employee, task }) => toShift(group, employee, task, larmTaken));
}

function giveToBest(staff: readonly Worked[], task: RosterTask): boolean {
  const chosen = staff
    .filter((worked) => mayTake(worked, worked.tasks, task))
    .reduce<Worked | null>(
      (best, worked) => (best === null || cost(worked, task) < cost(best, task) ? worked : best),
      null,
    );
  chosen?.tasks.push(task);
  return chosen !== null;
}

/** Somebody gives one of the own shifts to a colleague and takes this one instead. */
function giveByExchange(staff: readonly Worked[], task: RosterTask): boolean {
  for (const worked of staff) {
    for (const given of worked.tasks) {
      const kept = worked.tasks.filter((own) => own !== given);
      if (!mayTake(worked, kept, task)) continue;
      const taker = staff.find((other) => other !== worked && mayTake(other, other.tasks, given));
      if (taker === undefined) continue;
      taker.tasks.push(given);
      worked.tasks.splice(worked.tasks.indexOf(given), 1, task);
      return true;
    }
  }
  return false;
}

function givePart(staff: readonly Worked[], { date, day, form }: RosterTask): void {
  shorterForms(form).some((part) => giveToBest(staff, { date, day, form: part }));
}

/**
 * Weekends first, the hardest to staff; then all days and kinds of shift in even turns, so that what stays unstaffed is
 * spread over the week and the day.
 */
function inStaffingOrder(tasks: readonly RosterTask[]): readonly RosterTask[] {
  const sizes = new Map<string, number>();
  const kindOf = ({ date, form }: RosterTask): string => `${date} ${form.startsAt} ${form.endsAt}`;
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
function cost({ tasks, limitMinutes }: Worked, { form }: RosterTask): number {
  const isEvening = isEveningForm(form);
  const isMixed = tasks.some((task) => isEveningForm(task.form) !== isEvening);
  return paidMinutesOfTasks(tasks) / limitMinutes + (isMixed ? MIXING_COST : 0);
}

function mayTake(worked: Worked, tasks: readonly RosterTask[], task: RosterTask): boolean {
  if (tasks.length >= MOST_SHIFTS_A_WEEK || worked.isAwayOn(task.date)) return false;
  if (paidMinutesOfTasks(tasks) + paidMinutesOf(task.form) > worked.limitMinutes) return false;
  if (task.day >= 5 && !worked.hasWeekend) return false;
  const inOrder = [...tasks, task].sort((a, b) => a.day - b.day || a.form.startsAt - b.form.startsAt);
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
  const pass = `${date} ${isEveningForm(form) ? 'evening' : 'day'}`;
  const isLarmansvarig = paidMinutesOf(form) >= SHORTEST_WITH_LARM_MINUTES && !larmTaken.has(pass);
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
