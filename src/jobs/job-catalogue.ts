import { z } from 'zod';
import type { JobDefinition } from './job-definition.js';

const planWeekPayload = z.strictObject({
  week: z.string().describe('ISO week, 2026-W10'),
  workGroupId: z.uuid().nullable(),
  seed: z.int().min(0),
  seconds: z.int().min(1).nullable(),
  basedOnPlanId: z.uuid().nullable(),
});
export type PlanWeekPayload = z.infer<typeof planWeekPayload>;

/** Solves a week of one work group or a whole unit. The job is the planning run: they share their id. */
export const PLAN_WEEK: JobDefinition<PlanWeekPayload> = { kind: 'plan-week', payload: planWeekPayload, lane: 'long' };

const closeMonthsPayload = z.strictObject({});
export type CloseMonthsPayload = z.infer<typeof closeMonthsPayload>;

/** Freezes every month of a unit whose closing time has passed. */
export const CLOSE_MONTHS: JobDefinition<CloseMonthsPayload> = {
  kind: 'close-months',
  payload: closeMonthsPayload,
  lane: 'long',
};

const whatIfPayload = z.strictObject({ whatIfId: z.uuid() });
export type WhatIfPayload = z.infer<typeof whatIfPayload>;

/** Plans a week twice, as it is and with other staff; keeps the figures and no plan. */
export const WHAT_IF: JobDefinition<WhatIfPayload> = { kind: 'what-if', payload: whatIfPayload, lane: 'long' };

const replanDayPayload = z.strictObject({
  planId: z.uuid(),
  onDate: z.string().describe('2026-03-02'),
});
export type ReplanDayPayload = z.infer<typeof replanDayPayload>;

/** Plans the rest of a day anew. The job is the run: they share their id, under which the question is kept. */
export const REPLAN_DAY: JobDefinition<ReplanDayPayload> = {
  kind: 'replan-day',
  payload: replanDayPayload,
  lane: 'short',
};

/** Every kind of job there is; the service starts only when each has exactly one handler. */
export const JOB_CATALOGUE: readonly JobDefinition<unknown>[] = [PLAN_WEEK, CLOSE_MONTHS, WHAT_IF, REPLAN_DAY];
