import { instantOf, secondsBetween, type CareUnit, type WeeklyPlan } from '@hemtjanst/domain';
import { contextQuestion, openPlan, replanDay, type DaySearch, type ReplanProgress } from '@hemtjanst/planning';
import { editedParts } from '../plan-editor/edited-parts.js';
import type { DayTask, ReplannedDay } from './day-task.js';

/** The searches that share the time: two for least change, one each for travel and continuity. */
const SEARCHES = 4;

/** The ways to plan the day anew, without the whole week each of them is: only what it changes leaves the thread. */
export function replannedDays(
  { input, workGroupId, request, seconds }: DayTask,
  onProgress: (progress: ReplanProgress) => void,
): readonly ReplannedDay[] {
  const { unit, week, settings, plan: before, adjustments, published, rides } = input;
  const scope = { unit, week, workGroupId, settings, adjustments };
  const context = openPlan({ ...scope, question: contextQuestion(scope), rides, plan: before, published });
  const search = seconds === null ? {} : { search: searchFor(seconds / SEARCHES) };
  return replanDay(context, { ...request, ...search }, onProgress).map(({ plan, ...alternative }) => ({
    ...alternative,
    overtimeMinutes: Math.max(0, overtimeMinutes(unit, plan) - overtimeMinutes(unit, before)),
    changed: editedParts(before, plan),
  }));
}

const searchFor = (seconds: number): DaySearch => ({
  kind: 'seconds',
  seconds,
  clock: () => performance.now() / 1000,
});

function overtimeMinutes({ shifts }: CareUnit, { routes }: WeeklyPlan): number {
  const endOf = new Map(shifts.map(({ id, onDate, endsAt }) => [id, instantOf(onDate, endsAt)]));
  const seconds = routes.map(({ shiftId, stops }) => {
    const [last, end] = [stops.at(-1), endOf.get(shiftId)];
    return last === undefined || end === undefined ? 0 : Math.max(0, secondsBetween(end, last.endsAt));
  });
  return Math.ceil(seconds.reduce((sum, one) => sum + one, 0) / 60);
}
