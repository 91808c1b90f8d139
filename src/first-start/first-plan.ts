import {
  planCheckAnswer,
  type PlanningRunAnswer,
  planningRunAnswer,
  unassignedDemandListAnswer,
  visitListAnswer,
  type VisitListAnswer,
  weeklyPlanAnswer,
  weeklyPlanPageAnswer,
  type WeeklyPlanAnswer,
  plannedVisitListAnswer,
  workGroupListAnswer,
} from '@hemtjanst/contracts';
import type { IsoWeek } from '@hemtjanst/domain';
import type { ApiClient } from './api-client.js';

const LOOK_EVERY_MS = 500;

export interface FirstPlan {
  readonly groupName: string;
  readonly plan: WeeklyPlanAnswer;
  /** How many visits each reason left over, the most common first. */
  readonly leftOver: readonly { readonly text: string; readonly visits: number }[];
  /** Null where nobody has a visit. */
  readonly firstList: VisitListAnswer | null;
  /** Why the plan was left a proposal; null when it is published. */
  readonly notPublished: string | null;
}

export async function hasPlan(planerare: ApiClient, unitId: string): Promise<boolean> {
  const { total } = await planerare.get(`/api/units/${unitId}/weekly-plans`, weeklyPlanPageAnswer);
  return total > 0;
}

/**
 * Plans the unit's first group, publishes the plan where it holds, and takes out the first visit list.
 *
 * @throws Error when the run fails
 */
export async function planFirstGroup(
  planerare: ApiClient,
  unitId: string,
  week: IsoWeek,
  onProgress: (run: PlanningRunAnswer) => void,
): Promise<FirstPlan> {
  const { items: groups } = await planerare.get(`/api/units/${unitId}/work-groups`, workGroupListAnswer);
  const group = groups[0];
  const wish = { week, workGroupId: group.id };
  const run = await planerare.post(`/api/units/${unitId}/weekly-plans`, wish, planningRunAnswer);
  await untilEnded(planerare, unitId, run, onProgress);
  const { items } = await planerare.get(`/api/units/${unitId}/weekly-plans`, weeklyPlanPageAnswer);
  const proposed = items[0];
  const notPublished = await publish(planerare, unitId, proposed);
  const { items: unassigned } = await planerare.get(
    `/api/units/${unitId}/weekly-plans/${proposed.id}/unassigned`,
    unassignedDemandListAnswer,
  );
  return {
    groupName: group.name,
    plan: await planerare.get(`/api/units/${unitId}/weekly-plans/${proposed.id}`, weeklyPlanAnswer),
    leftOver: countReasons(unassigned),
    firstList: notPublished === null ? await firstVisitList(planerare, unitId, proposed.id) : null,
    notPublished,
  };
}

async function untilEnded(
  planerare: ApiClient,
  unitId: string,
  run: PlanningRunAnswer,
  onProgress: (run: PlanningRunAnswer) => void,
): Promise<void> {
  for (;;) {
    const now = await planerare.get(`/api/units/${unitId}/planning-runs/${run.id}`, planningRunAnswer);
    onProgress(now);
    if (now.status === 'done') return;
    if (now.endedAt !== null) throw new Error(`planeringen blev inte klar: ${now.errorText ?? now.status}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** A demo roster that breaks a limit is not published behind a made-up reason: the plan stays a proposal. */
async function publish(planerare: ApiClient, unitId: string, plan: WeeklyPlanAnswer): Promise<string | null> {
  const path = `/api/units/${unitId}/weekly-plans/${plan.id}`;
  const { canPublish, hardCount } = await planerare.get(`${path}/check`, planCheckAnswer);
  if (canPublish !== 'ja') return `${hardCount} brott mot regler som kräver skäl`;
  await planerare.post(`${path}/publish`, {}, weeklyPlanAnswer, { 'If-Match': `"${plan.version}"` });
  return null;
}

function countReasons(unassigned: readonly { readonly reasons: readonly { readonly text: string }[] }[]) {
  const visitsByText = new Map<string, number>();
  for (const { reasons } of unassigned) {
    const text = reasons.at(0)?.text ?? 'Utan skäl';
    visitsByText.set(text, (visitsByText.get(text) ?? 0) + 1);
  }
  return [...visitsByText].map(([text, visits]) => ({ text, visits })).sort((a, b) => b.visits - a.visits);
}

/** The first visit list of the plan published last; null where none is published. */
export async function publishedVisitList(planerare: ApiClient, unitId: string): Promise<VisitListAnswer | null> {
  const path = `/api/units/${unitId}/weekly-plans?status=publicerad`;
  const { items } = await planerare.get(path, weeklyPlanPageAnswer);
  const plan = items.at(0);
  return plan === undefined ? null : firstVisitList(planerare, unitId, plan.id);
}

/** The day of whoever has the first visit still to come. */
async function firstVisitList(planerare: ApiClient, unitId: string, planId: string): Promise<VisitListAnswer | null> {
  const { items: visits } = await planerare.get(
    `/api/units/${unitId}/weekly-plans/${planId}/visits`,
    plannedVisitListAnswer,
  );
  const today = new Date().toISOString().slice(0, 10);
  const soonest = visits.filter(({ date }) => date >= today).sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
  const visit = soonest ?? visits.at(0);
  if (visit === undefined) return null;
  const query = new URLSearchParams({ date: visit.date, employeeId: visit.employeeIds[0] });
  return planerare.get(`/api/units/${unitId}/visit-lists?${query.toString()}`, visitListAnswer);
}
