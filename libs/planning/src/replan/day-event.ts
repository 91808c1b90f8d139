import {
  type Absence,
  type Instant,
  type LocalDate,
  type PlannedVisit,
  type UnassignedDemand,
  type WeeklyPlan,
  addDays,
  datesBetween,
  epochSecondsOf,
  localOf,
  minuteOfDay,
} from '@hemtjanst/domain';
import { shiftsAtWork } from '../week-scope.js';
import type { DayEvent } from './board-answers.js';
import { CANCELLED } from './plan-of-group.js';
import { strandedVisits } from './stranded-visits.js';
import { type PlanContext, openPlan } from './plan-context.js';

/** The week as the event leaves it, before anything is planned anew. */
export interface AfterEvent {
  readonly context: PlanContext;
  /** Demands that the event, or an absence the plan did not know of, has left without a place on these days. */
  readonly affectedDemandIds: readonly string[];
  /** The same on other days: they are no matter of this event, and no change that it makes. */
  readonly strandedElsewhereIds: readonly string[];
  /** What a sick call adds to the unit. */
  readonly absence: Absence | null;
  /** Days that may be planned anew. */
  readonly dates: readonly LocalDate[];
}

/**
 * Takes out of the plan what the event makes impossible: the visits of somebody who is sick from then on, a visit that was
 * called off; or adds the demand that is new.
 */
export function afterEvent(context: PlanContext, event: DayEvent): AfterEvent {
  const after = afterEventAlone(context, event);
  const stranded = neededStranded(context).filter(({ id }) => event.kind !== 'cancelled' || id !== event.visitId);
  const [here, elsewhere] = [true, false].map((isHere) =>
    stranded.filter(({ date }) => after.dates.includes(date) === isHere).map(({ demandId }) => demandId),
  );
  return {
    ...after,
    affectedDemandIds: [...new Set([...after.affectedDemandIds, ...here])],
    strandedElsewhereIds: elsewhere,
  };
}

/** Visits that the week has nowhere although somebody still needs them: an absence was recorded after the plan was made. */
function neededStranded(context: PlanContext): readonly PlannedVisit[] {
  const needed = strandedVisits(context).filter(({ reason }) => reason !== 'not-needed');
  const ids = new Set(needed.map(({ demandId }) => demandId));
  return context.plan.visits.filter(({ demandId }) => ids.has(demandId));
}

type EventAlone = Omit<AfterEvent, 'strandedElsewhereIds'>;

function afterEventAlone(context: PlanContext, event: DayEvent): EventAlone {
  switch (event.kind) {
    case 'sick':
      return afterSickCall(context, event);
    case 'cancelled':
      return afterCancellation(context, event.visitId);
    case 'new-visit':
      return afterNewDemand(context, event.demand);
  }
}

function afterSickCall(context: PlanContext, event: DayEvent & { kind: 'sick' }): EventAlone {
  const isGone = (startsAt: Instant): boolean =>
    epochSecondsOf(startsAt) >= epochSecondsOf(event.from) && epochSecondsOf(startsAt) < epochSecondsOf(event.to);
  const affected = context.plan.visits.filter(
    (visit) =>
      visit.employeeIds.includes(event.employeeId) &&
      isGone(visit.employeeIds[0] === event.employeeId ? visit.startsAt : (visit.helper?.startsAt ?? visit.startsAt)),
  );
  const absence = absenceOf(context, event);
  const unit = { ...context.scope.unit, absences: [...context.scope.unit.absences, absence] };
  const { groupWeek } = context.question;
  const shifts = shiftsAtWork(unit, groupWeek.dates, context.scope.settings).filter(
    ({ workGroupId }) => workGroupId === context.scope.workGroupId,
  );
  return {
    context: reopened(context, {
      scope: { ...context.scope, unit },
      groupWeek: { ...groupWeek, unit, shifts },
      plan: without(context.plan, affected, []),
    }),
    affectedDemandIds: affected.map(({ demandId }) => demandId),
    absence,
    dates: datesOf(event, groupWeek.dates),
  };
}

/** What has begun is finished first: the absence begins when the employee is back at the premises. */
function absenceOf(context: PlanContext, { employeeId, from, to }: DayEvent & { kind: 'sick' }): Absence {
  const { date: fromDate, secondOfDay } = localOf(from);
  const begun = context.plan.visits.filter(
    (visit) =>
      visit.date === fromDate &&
      visit.employeeIds.includes(employeeId) &&
      epochSecondsOf(visit.startsAt) < epochSecondsOf(from),
  );
  const last = begun.reduce((latest, { endsAt }) => Math.max(latest, localOf(endsAt).secondOfDay), 0);
  const back = begun.length === 0 ? 0 : last + homeward(context, begun) + context.scope.settings.endOfShiftMinutes * 60;
  const end = localOf(to);
  return {
    person: { kind: 'employee', id: employeeId },
    fromDate,
    fromMinute: minuteOfDay(Math.min(1440, Math.ceil(Math.max(secondOfDay, back) / 60))),
    toDate: end.date,
    toMinute: minuteOfDay(Math.floor(end.secondOfDay / 60)),
    reason: null,
  };
}

/** The longest way home from any of these visits: seldom more than a minute too much, and never too little. */
function homeward({ key, problem, rowOfDemand, shiftIndex }: PlanContext, visits: readonly PlannedVisit[]): number {
  return Math.max(
    ...visits.map(({ demandId, shiftIds }) => {
      const [row, shift] = [rowOfDemand.get(demandId), shiftIndex.get(shiftIds[0])];
      if (row === undefined || shift === undefined) return 0;
      const { mode, endLocation } = problem.shifts[shift];
      return problem.travel[mode][problem.visits[row].location * key.places.places.length + endLocation];
    }),
  );
}

function datesOf({ from, to }: DayEvent & { kind: 'sick' }, week: readonly LocalDate[]): readonly LocalDate[] {
  const end = localOf(to);
  const last = end.secondOfDay === 0 ? addDays(end.date, -1) : end.date;
  return datesBetween(localOf(from).date, last).filter((date) => week.includes(date));
}

function afterCancellation(context: PlanContext, visitId: string): EventAlone {
  const visit = context.plan.visits.find(({ id }) => id === visitId);
  if (visit === undefined) throw new Error(`visit ${visitId} is not in the plan`);
  const priority = context.key.rows[context.rowOfDemand.get(visit.demandId) ?? 0].demand.priority;
  const cancelled: UnassignedDemand = {
    demandId: visit.demandId,
    templateId: visit.templateId,
    brukareId: visit.brukareId,
    date: visit.date,
    serviceMinutes: visit.serviceMinutes,
    priority,
    reasons: [{ code: CANCELLED, text: 'Besöket är avbokat.' }],
    waysOut: [],
  };
  const plan = without(context.plan, [visit], [cancelled]);
  return { context: reopened(context, { plan }), affectedDemandIds: [], absence: null, dates: [visit.date] };
}

function afterNewDemand(context: PlanContext, demand: (DayEvent & { kind: 'new-visit' })['demand']): EventAlone {
  const { groupWeek } = context.question;
  const extraDemands = [...(context.scope.extraDemands ?? []), demand];
  return {
    context: reopened(context, {
      scope: { ...context.scope, extraDemands },
      groupWeek: { ...groupWeek, demands: [...groupWeek.demands, demand] },
    }),
    affectedDemandIds: [demand.id],
    absence: null,
    dates: demand.allowedDates.filter((date) => groupWeek.dates.includes(date)),
  };
}

function without(plan: WeeklyPlan, gone: readonly PlannedVisit[], listed: readonly UnassignedDemand[]): WeeklyPlan {
  const ids = new Set(gone.map(({ id }) => id));
  return {
    ...plan,
    visits: plan.visits.filter(({ id }) => !ids.has(id)),
    unassigned: [...plan.unassigned, ...listed],
  };
}

interface Changes {
  readonly scope?: PlanContext['scope'];
  readonly groupWeek?: PlanContext['question']['groupWeek'];
  readonly plan?: WeeklyPlan;
}

/** The plan's cost is carried on, so that the next plan's is right; bounds of another week are none. */
function reopened(
  context: PlanContext,
  { scope = context.scope, groupWeek = context.question.groupWeek, plan = context.plan }: Changes,
): PlanContext {
  const question = { ...context.question, groupWeek };
  const published = context.published ?? { plan: context.plan, notifiedVisitIds: new Set<string>() };
  const opened = openPlan({ ...scope, question, rides: context.rides, plan, published });
  const objective = context.plan.metrics.objective + opened.open.read().cost.total - context.open.read().cost.total;
  const metrics = { ...plan.metrics, objective, lowerBound: null, attainableEfficiency: null };
  return { ...opened, plan: { ...plan, metrics } };
}
