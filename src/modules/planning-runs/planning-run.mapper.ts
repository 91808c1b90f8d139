import { instantOfDate } from '@hemtjanst/domain';
import { planningRunProgress, type PlanningRunAnswer } from '@hemtjanst/contracts';
import { PLAN_WEEK } from '../../jobs/job-catalogue.js';
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
    statusText: statusText(job),
    isCancelRequested: job.isCancelRequested,
    attempt: job.attempt,
    progress: planningRunProgress.nullable().catch(null).parse(job.progress),
    errorCode: job.errorCode,
    errorText: job.errorCode === null ? null : errorText(job.errorCode),
    createdAt: instantOfDate(job.createdAt),
    startedAt: instantOrNull(job.startedAt),
    endedAt: instantOrNull(job.endedAt),
  };
}

function statusText(job: PlanningJob): string {
  switch (job.status) {
    case 'queued':
      return job.attempt > 0 ? 'Återupptas' : 'Väntar på beräkning';
    case 'running':
      if (job.isCancelRequested) return 'Avbryts';
      return job.attempt > 1 ? 'Återupptas' : 'Beräknas';
    case 'done':
      return 'Klar';
    case 'failed':
      return 'Misslyckades';
    case 'cancelled':
      return 'Avbruten';
  }
}

const ERROR_TEXTS: Readonly<Record<string, string>> = {
  'avbrots-upprepat': 'Beräkningen avbröts flera gånger i rad. Försök igen, eller planera en grupp i taget.',
  'plan.bryter-regler': 'Den beräknade planen bröt mot en regel och sparades inte.',
  'plan.okand-post': 'Enhetens uppgifter ändrades medan planen beräknades. Beräkna igen.',
  'plan.underlag-saknas': 'Planen att utgå från finns inte längre.',
};

const errorText = (code: string): string => ERROR_TEXTS[code] ?? 'Beräkningen misslyckades. Inget har sparats.';

const instantOrNull = (date: Date | null): string | null => (date === null ? null : instantOfDate(date));
