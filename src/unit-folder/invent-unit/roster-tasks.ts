import type { LocalDate } from '@hemtjanst/domain';
import { paidMinutesOf, shiftsFor, type ShiftForm } from './shift-forms.js';
import { neededMinutes, type DayNeed } from './staff-need.js';

/** A shift of the week that somebody must take. */
export interface RosterTask {
  readonly date: LocalDate;
  /** 0 = Monday of the week. */
  readonly day: number;
  readonly form: ShiftForm;
}

/**
 * Share of the paid time with visits and on the way to them; the rest is kringtid, larm and a little waiting. Where only
 * one or two are at work at once, their hours cannot follow the visits as closely.
 */
const WORKED_SHARE = { ofMany: 0.862, lessOfOne: 0.3, least: 0.5 } as const;
const OPEN_MINUTES_A_WEEK = 7 * 14 * 60;

function workedShare(minutes: number): number {
  const atOnce = minutes / OPEN_MINUTES_A_WEEK;
  return Math.max(WORKED_SHARE.least, WORKED_SHARE.ofMany - WORKED_SHARE.lessOfOne / atOnce ** 1.5);
}

/** How much staff for the need is tried at most and at least, and how often the difference is halved. */
const RESERVE = { least: 0.6, most: 2.4, halvings: 8 } as const;
const SATURDAY = 5;

/** The shifts of a week that fit its need best, of about as many hours as its visits call for. */
export function tasksFor(needs: ReadonlyMap<LocalDate, DayNeed>): readonly RosterTask[] {
  const needed = neededMinutes([...needs.values()]);
  const wanted = needed / workedShare(needed);
  let [least, most]: [number, number] = [RESERVE.least, RESERVE.most];
  let tasks = tasksWith(needs, least);
  for (let halving = 0; halving < RESERVE.halvings; halving++) {
    const reserve = (least + most) / 2;
    const tried = tasksWith(needs, reserve);
    if (paidMinutesOfTasks(tried) > wanted) most = reserve;
    else [least, tasks] = [reserve, tried];
  }
  return tasks;
}

export const paidMinutesOfTasks = (tasks: readonly RosterTask[]): number =>
  tasks.reduce((sum, { form }) => sum + paidMinutesOf(form), 0);

const tasksWith = (needs: ReadonlyMap<LocalDate, DayNeed>, reserve: number): readonly RosterTask[] =>
  [...needs].flatMap(([date, need], day) =>
    shiftsFor(need, day >= SATURDAY, reserve).map((form) => ({ date, day, form })),
  );
