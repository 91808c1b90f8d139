export type JobStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** A piece of work that takes longer than a request; the table row is the truth, the queue only wakes a worker. */
export interface PlanningJob {
  readonly id: string;
  readonly unitId: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly status: JobStatus;
  /** How many times a worker has begun it. */
  readonly attempt: number;
  readonly isCancelRequested: boolean;
  readonly progress: Readonly<Record<string, unknown>> | null;
  readonly errorCode: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export function isEnded(job: PlanningJob): boolean {
  switch (job.status) {
    case 'done':
    case 'failed':
    case 'cancelled':
      return true;
    case 'queued':
    case 'running':
      return false;
  }
}
