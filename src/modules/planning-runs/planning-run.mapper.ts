import { instantOfDate } from '@hemtjanst/domain';
import { planningRunProgress, type PlanningRunAnswer } from '@hemtjanst/contracts';
import { PLAN_WEEK } from '../../jobs/job-catalogue.js';
import { jobErrorText, jobStatusText } from '../../jobs/job-texts.js';
import type { PlanningJob } from '../../jobs/planning-job.js';
import type { PlanningRun } from './planning-run.js';

export function runOfJob(job: PlanningJob): PlanningRun {
  return { job, wish: PLAN_WEEK.payload.parse(job.payload) };
}

export function runAnswer({ job, wish }: PlanningRun): PlanningRunAnswer {
  return {
    id: job.id,
    unitId: job.unitId,
    week: wish.week,
    workGroupId: wish.workGroupId,
    seed: wish.seed,
    status: job.status,
    statusText: jobStatusText(job),
    isCancelRequested: job.isCancelRequested,
    attempt: job.attempt,
    progress: planningRunProgress.nullable().catch(null).parse(job.progress),
    errorCode: job.errorCode,
    errorText: jobErrorText(job),
    createdAt: instantOfDate(job.createdAt),
    startedAt: instantOrNull(job.startedAt),
    endedAt: instantOrNull(job.endedAt),
  };
}

const instantOrNull = (date: Date | null): string | null => (date === null ? null : instantOfDate(date));
