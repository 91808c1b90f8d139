import { instantOf, secondsBetween, type CareUnit, type WeeklyPlan } from '@hemtjanst/domain';
import { replanDay, type PlanContext, type ReplanRequest } from '@hemtjanst/planning';
import { editedParts } from './edited-parts.js';
import type { ReplannedDay } from './editor-question.js';

/** The ways to plan the day anew, without the whole week each of them is: only what it changes leaves the thread. */
export function replannedDays(context: PlanContext, request: ReplanRequest): readonly ReplannedDay[] {
  const { unit } = context.scope;
  return replanDay(context, request).map(({ plan, ...alternative }) => ({
    ...alternative,
    overtimeMinutes: Math.max(0, overtimeMinutes(unit, plan) - overtimeMinutes(unit, context.plan)),
    changed: editedParts(context.plan, plan),
  }));
}

function overtimeMinutes({ shifts }: CareUnit, { routes }: WeeklyPlan): number {
  const endOf = new Map(shifts.map(({ id, onDate, endsAt }) => [id, instantOf(onDate, endsAt)]));
  const seconds = routes.map(({ shiftId, stops }) => {
    const [last, end] = [stops.at(-1), endOf.get(shiftId)];
    return last === undefined || end === undefined ? 0 : Math.max(0, secondsBetween(end, last.endsAt));
  });
  return Math.ceil(seconds.reduce((sum, one) => sum + one, 0) / 60);
}
