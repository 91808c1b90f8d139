import { createHash } from 'node:crypto';
import {
  dayReplanningProgress,
  type DayReplanningAnswer,
  type DayReplanningProgress,
  type DayReplanningState,
  type ReplanQuestion,
} from '@hemtjanst/contracts';
import { instantOfDate } from '@hemtjanst/domain';
import { REPLAN_DAY } from '../../jobs/job-catalogue.js';
import type { PlanningJob } from '../../jobs/planning-job.js';
import { jobErrorText, jobStatusText } from '../../jobs/job-texts.js';
import type { DayProgress } from '../../planning/day-replanning/day-task.js';
import type { AskedDay } from './day-replanning.repository.js';
import type { StoredPlan } from './weekly-plan.repository.js';

/** Where a calculation of a day is. */
export function dayReplanningState(job: PlanningJob): DayReplanningState {
  const { planId, onDate } = REPLAN_DAY.payload.parse(job.payload);
  return {
    id: job.id,
    unitId: job.unitId,
    planId,
    onDate,
    status: job.status,
    statusText: jobStatusText(job),
    isCancelRequested: job.isCancelRequested,
    attempt: job.attempt,
    progress: dayReplanningProgress.nullable().catch(null).parse(job.progress),
    errorCode: job.errorCode,
    errorText: jobErrorText(job),
    createdAt: instantOfDate(job.createdAt),
    startedAt: instantOrNull(job.startedAt),
    endedAt: instantOrNull(job.endedAt),
  };
}

/** The same with the question and the answer, as far as they are kept. */
export const dayReplanningAnswer = (job: PlanningJob, asked: AskedDay | null): DayReplanningAnswer => ({
  ...dayReplanningState(job),
  event: asked?.question.event ?? null,
  answer:
    asked?.result === undefined || asked.result === null
      ? null
      : { version: asked.result.planVersion, asOf: asked.asOf, alternatives: [...asked.result.alternatives] },
});

export const progressOfDay = ({ fraction, bestCost, ...progress }: DayProgress): DayReplanningProgress => ({
  ...progress,
  // 100 is said when the ways are kept.
  percent: Math.min(99, Math.floor(fraction * 100)),
  bestObjective: bestCost,
});

/** Before the search has told anything. */
export const NOTHING_YET: DayReplanningProgress = {
  percent: 0,
  alternative: null,
  bestObjective: null,
  leftOutVisits: null,
  plannedEfficiency: null,
  facesMean: null,
  facesAbove10: null,
  contactPersonShare: null,
};

/** The same question about the same plan; who is ill is not to be read in it. */
export const questionKey = ({ id, rowVersion }: StoredPlan, question: ReplanQuestion): string =>
  createHash('sha256')
    .update(JSON.stringify([id, rowVersion, question]))
    .digest('hex');

const instantOrNull = (date: Date | null) => (date === null ? null : instantOfDate(date));
