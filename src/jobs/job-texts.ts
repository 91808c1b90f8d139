import type { PlanningJob } from './planning-job.js';

/** What a job is doing, in the words of whoever asked for it. */
export function jobStatusText(job: PlanningJob): string {
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
  'omplanering.andrat-underlag': 'Enhetens uppgifter ändrades medan dagen beräknades. Föreslå igen.',
};

/** Why a job failed; null: it did not. */
export function jobErrorText({ errorCode }: PlanningJob): string | null {
  if (errorCode === null) return null;
  return ERROR_TEXTS[errorCode] ?? 'Beräkningen misslyckades. Inget har sparats.';
}
