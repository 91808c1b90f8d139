import type { Shift } from '../../people/people.js';
import { epochSecondsOf, instantAt } from '../../time/civil-time.js';
import { mondayOf } from '../../time/iso-week.js';
import type { Violation } from '../../violation.js';
import { availableShift } from '../working-time.js';
import { hasVisits, type PlanIndex } from './plan-index.js';
import { violation } from './violation-at.js';

/**
 * The roster behind the plan keeps the limits of domain.md section 6 for everybody with visits: 13 hours from first to last
 * on a day, 11 hours between days, 36 hours in a row within the week.
 */
export function checkRest(index: PlanIndex): readonly Violation[] {
  const planned = new Set(index.plan.routes.filter(hasVisits).map(({ employeeId }) => employeeId));
  const byEmployee = new Map<string, Shift[]>();
  for (const shift of index.unit.shifts) {
    if (!planned.has(shift.employeeId)) continue;
    const worked = availableShift(shift, index.unit.absences, index.settings);
    if (worked !== null) byEmployee.set(shift.employeeId, [...(byEmployee.get(shift.employeeId) ?? []), worked]);
  }
  return [...byEmployee].flatMap(([employeeId, shifts]) => {
    const days = workingDays(shifts);
    return [
      ...checkSpan(employeeId, days, index),
      ...checkDygnsvila(employeeId, days, index),
      ...checkVeckovila(employeeId, days, index),
    ];
  });
}

/** First start and last end of a date: split shifts are one working day. */
interface WorkingDay {
  readonly date: string;
  readonly shiftId: string;
  readonly from: number;
  readonly to: number;
}

function workingDays(shifts: readonly Shift[]): readonly WorkingDay[] {
  const days = new Map<string, WorkingDay>();
  for (const { onDate, id, startsAt, endsAt } of shifts) {
    const from = epochSecondsOf(instantAt(onDate, startsAt * 60, 'earlier'));
    const to = epochSecondsOf(instantAt(onDate, endsAt * 60, 'later'));
    const day = days.get(onDate);
    days.set(onDate, {
      date: onDate,
      shiftId: day === undefined || from < day.from ? id : day.shiftId,
      from: Math.min(from, day?.from ?? from),
      to: Math.max(to, day?.to ?? to),
    });
  }
  return [...days.values()].sort((a, b) => a.from - b.from);
}

function checkSpan(employeeId: string, days: readonly WorkingDay[], index: PlanIndex): readonly Violation[] {
  return days.filter(isInWeek(index)).flatMap(({ date, shiftId, from, to }) => {
    const beyond = to - from - index.settings.longestShiftSpanMinutes * 60;
    const text = `Arbetsdagen spänner över mer än ${index.settings.longestShiftSpanMinutes / 60} timmar.`;
    return beyond > 0 ? [violation({ rule: 'span-too-long', employeeId, shiftId, date, amount: beyond, text })] : [];
  });
}

/** Between two working days, the later of which lies in the week. */
function checkDygnsvila(employeeId: string, days: readonly WorkingDay[], index: PlanIndex): readonly Violation[] {
  return days.flatMap((day, at) => {
    const before = days[at - 1];
    if (before === undefined || !(isInWeek(index)(day) || isInWeek(index)(before))) return [];
    const short = index.settings.dygnsvilaMinutes * 60 - (day.from - before.to);
    const text = `Dygnsvilan är kortare än ${index.settings.dygnsvilaMinutes / 60} timmar.`;
    return short > 0
      ? [
          violation({
            rule: 'dygnsvila-too-short',
            employeeId,
            shiftId: day.shiftId,
            date: day.date,
            amount: short,
            text,
          }),
        ]
      : [];
  });
}

/**
 * The longest free stretch that touches the week. It reaches beyond the week to the nearest known shift; where none is
 * known, the stretch is taken to be long enough, since only known facts are held against a plan.
 */
function checkVeckovila(employeeId: string, days: readonly WorkingDay[], index: PlanIndex): readonly Violation[] {
  const { from, to } = weekBounds(index);
  const needed = index.settings.veckovilaMinutes * 60;
  const ends = [from - needed, ...days.map((day) => day.to)];
  const starts = [...days.map((day) => day.from), to + needed];
  const stretches = ends
    .map((end, at) => ({ from: end, to: starts[at] ?? end }))
    .filter((free) => free.to > from && free.from < to)
    .map((free) => free.to - free.from);
  const longest = Math.max(0, ...stretches);
  if (longest >= needed) return [];
  const text = `Veckovilan är kortare än ${index.settings.veckovilaMinutes / 60} timmar i sträck.`;
  return [
    violation({
      rule: 'veckovila-too-short',
      employeeId,
      date: mondayOf(index.plan.week),
      amount: needed - longest,
      text,
    }),
  ];
}

const isInWeek =
  (index: PlanIndex) =>
  ({ from, to }: WorkingDay): boolean => {
    const week = weekBounds(index);
    return from < week.to && to > week.from;
  };

function weekBounds({ plan }: PlanIndex): { readonly from: number; readonly to: number } {
  const monday = mondayOf(plan.week);
  return { from: epochSecondsOf(instantAt(monday, 0)), to: epochSecondsOf(instantAt(monday, 7 * 86_400)) };
}
