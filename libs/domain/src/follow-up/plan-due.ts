import { addDays, daysBetween, localDate } from '../time/local-date.js';
import type { LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';

/**
 * By default a genomförandeplan is agreed and sent within 15 days of the order (domain.md section 4; Hässelby-Vällingby 2020)
 * and followed up within six months (the unit's verksamhetsplan 2025).
 */
type PlanTimes = Pick<UnitSettings, 'planWithinDays' | 'followUpWithinMonths'>;

/** An order and what is agreed for it. */
export interface OrderPlanState {
  readonly orderId: string;
  readonly brukareId: string;
  readonly from: LocalDate;
  /** Null where the order does not say when it came: then it counts from its first day. */
  readonly receivedOn: LocalDate | null;
  /** Of the plan in force, agreed with the brukare; null: none, or only a proposal. */
  readonly agreedOn: LocalDate | null;
  /** The day the plan or its last follow-up has set for the next one; null: as late as the unit allows. */
  readonly followUpOn: LocalDate | null;
}

export interface PlanDue {
  readonly orderId: string;
  readonly brukareId: string;
  readonly task: 'agree' | 'follow-up';
  readonly dueOn: LocalDate;
  /** Negative: late by so many days. */
  readonly daysLeft: number;
}

/** The last day to agree the order's plan, or to follow up the one that is agreed. */
export function planDue(
  { orderId, brukareId, from, receivedOn, agreedOn, followUpOn }: OrderPlanState,
  asOf: LocalDate,
  { planWithinDays, followUpWithinMonths }: PlanTimes,
): PlanDue {
  const dueOn =
    agreedOn === null
      ? addDays(receivedOn ?? from, planWithinDays)
      : (followUpOn ?? addMonths(agreedOn, followUpWithinMonths));
  const task = agreedOn === null ? 'agree' : 'follow-up';
  return { orderId, brukareId, task, dueOn, daysLeft: daysBetween(asOf, dueOn) };
}

/** Late plans and those due within `withinDays`, the most urgent first. */
export function plansDue(
  orders: readonly OrderPlanState[],
  asOf: LocalDate,
  withinDays: number,
  times: PlanTimes,
): { readonly late: readonly PlanDue[]; readonly soon: readonly PlanDue[] } {
  const due = orders
    .map((order) => planDue(order, asOf, times))
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.orderId < b.orderId ? -1 : 1));
  return {
    late: due.filter(({ daysLeft }) => daysLeft < 0),
    soon: due.filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= withinDays),
  };
}

/** The same day of a later month, or that month's last day: 31 August and six months is 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const firstOf = (month: number): LocalDate =>
    localDate(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
  const lastDay = addDays(firstOf(index + 1), -1);
  const sameDay = addDays(firstOf(index), Number(date.slice(8, 10)) - 1);
  return sameDay < lastDay ? sameDay : lastDay;
}
