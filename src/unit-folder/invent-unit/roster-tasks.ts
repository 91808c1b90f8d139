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

/** Share of the paid time with visits and on the way to them; the rest is kringtid, larm and a little waiting. */
const WORKED_SHARE = 0.85;
/** How much staff for the need is tried at most and at least, and how often the difference is halved. */
const RESERVE = { least: 0.6, most: 1.4, halvings: 7 } as const;
const SATURDAY = 5;

/** The shifts of a week that fit its need best, of about as many hours as its visits call for. */
export function tasksFor(needs: ReadonlyMap<LocalDate, DayNeed>): readonly RosterTask[] {
  const wanted = neededMinutes([...needs.values()]) / WORKED_SHARE;
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
