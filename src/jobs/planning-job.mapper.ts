import type { JobStatus, PlanningJob } from './planning-job.js';

export interface PlanningJobRow {
  readonly id: string;
  readonly unit_id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly status: JobStatus;
  readonly attempt: number;
  readonly cancel_requested: boolean;
  readonly progress: Readonly<Record<string, unknown>> | null;
  readonly error_code: string | null;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
}

export function planningJobOfRow(row: PlanningJobRow): PlanningJob {
  return {
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    payload: row.payload,
    status: row.status,
    attempt: row.attempt,
    isCancelRequested: row.cancel_requested,
    progress: row.progress,
    errorCode: row.error_code,
    createdBy: row.created_by,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}
