import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { PlanningJob } from './planning-job.js';
import { planningJobOfRow, type PlanningJobRow } from './planning-job.mapper.js';

/** Channel of NOTIFY; the payload is the id of the job that changed. */
export const JOB_CHANNEL = 'planning_job';
/** A running job without a sign of life for this long has lost its worker. */
const SILENT_SECONDS = 15;

export interface NewPlanningJob {
  readonly unitId: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly dedupKey: string | null;
  readonly createdBy: string | null;
}

/** The job table. Every write of a worker names its attempt: an outdated worker changes nothing. */
@Injectable()
export class PlanningJobRepository {
  constructor(private readonly database: Database) {}

  /** Makes others who add or claim jobs of this unit wait until the transaction ends. */
  async lockUnit(unitId: string): Promise<void> {
    await this.database.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [unitId]);
  }

  async countUnfinished(unitId: string, kinds: readonly string[]): Promise<number> {
    const [row] = await this.database.rows<{ readonly jobs: number }>(
      `SELECT count(*)::int AS jobs FROM planning_job
       WHERE unit_id = $1 AND kind = ANY($2) AND status IN ('queued', 'running')`,
      [unitId, kinds],
    );
    return row?.jobs ?? 0;
  }

  async findUnfinished(unitId: string, kind: string, dedupKey: string): Promise<PlanningJob | null> {
    return this.findOne(
      `SELECT * FROM planning_job WHERE unit_id = $1 AND kind = $2 AND dedup_key = $3 AND status IN ('queued', 'running')`,
      [unitId, kind, dedupKey],
    );
  }

  async find(jobId: string): Promise<PlanningJob | null> {
    return this.findOne('SELECT * FROM planning_job WHERE id = $1', [jobId]);
  }

  async findOfUnit(unitId: string, kind: string, limit: number): Promise<readonly PlanningJob[]> {
    const rows = await this.database.rows<PlanningJobRow>(
      'SELECT * FROM planning_job WHERE unit_id = $1 AND kind = $2 ORDER BY created_at DESC, id LIMIT $3',
      [unitId, kind, limit],
    );
    return rows.map(planningJobOfRow);
  }

  /** The job and its outbox row: both belong to the transaction of whoever wants the job. */
  async insert(job: NewPlanningJob): Promise<PlanningJob> {
    const inserted = await this.findOne(
      `WITH job AS (
         INSERT INTO planning_job (unit_id, kind, payload, dedup_key, created_by) VALUES ($1, $2, $3, $4, $5) RETURNING *
       ), outbox AS (INSERT INTO job_outbox (job_id) SELECT id FROM job)
       SELECT * FROM job`,
      [job.unitId, job.kind, JSON.stringify(job.payload), job.dedupKey, job.createdBy],
    );
    if (inserted === null) throw new Error('the job was not saved');
    return inserted;
  }

  async removeFromOutbox(jobId: string): Promise<void> {
    await this.database.affected('DELETE FROM job_outbox WHERE job_id = $1', [jobId]);
  }

  /** Unfinished jobs that no worker is seen to work on: they must be in the queue. */
  async findWaiting(): Promise<readonly { readonly id: string; readonly kind: string }[]> {
    return this.database.rows(
      `SELECT id, kind FROM planning_job
       WHERE status = 'queued'
          OR (status = 'running' AND heartbeat_at < now() - make_interval(secs => $1))
       ORDER BY created_at LIMIT 500`,
      [SILENT_SECONDS],
    );
  }

  async hasOtherRunning(unitId: string, jobId: string, kinds: readonly string[]): Promise<boolean> {
    const rows = await this.database.rows(
      `SELECT 1 FROM planning_job WHERE unit_id = $1 AND id <> $2 AND kind = ANY($3) AND status = 'running'
         AND heartbeat_at > now() - make_interval(secs => $4) LIMIT 1`,
      [unitId, jobId, kinds, SILENT_SECONDS],
    );
    return rows.length > 0;
  }

  async begin(jobId: string): Promise<PlanningJob | null> {
    return this.updateOne(
      `UPDATE planning_job SET status = 'running', attempt = attempt + 1, heartbeat_at = now(),
         started_at = COALESCE(started_at, now())
       WHERE id = $1 AND status IN ('queued', 'running')`,
      [jobId],
    );
  }

  /** A sign of life. Null when this attempt is no longer the one that counts. */
  async beat(jobId: string, attempt: number): Promise<PlanningJob | null> {
    const sql = `UPDATE planning_job SET heartbeat_at = now() WHERE id = $1 AND attempt = $2 AND status = 'running'`;
    const [row] = await this.database.rows<PlanningJobRow>(`${sql} RETURNING *`, [jobId, attempt]);
    return row === undefined ? null : planningJobOfRow(row);
  }

  async saveProgress(jobId: string, attempt: number, progress: Readonly<Record<string, unknown>>): Promise<void> {
    await this.updateOne(
      `UPDATE planning_job SET progress = $3, heartbeat_at = now() WHERE id = $1 AND attempt = $2 AND status = 'running'`,
      [jobId, attempt, JSON.stringify(progress)],
    );
  }

  /** The row of this attempt, held until the transaction ends; null when another attempt has begun. */
  async lockAttempt(jobId: string, attempt: number): Promise<PlanningJob | null> {
    return this.findOne(`SELECT * FROM planning_job WHERE id = $1 AND attempt = $2 AND status = 'running' FOR UPDATE`, [
      jobId,
      attempt,
    ]);
  }

  async markDone(jobId: string, attempt: number): Promise<PlanningJob | null> {
    return this.updateOne(
      `UPDATE planning_job SET status = 'done', ended_at = now() WHERE id = $1 AND attempt = $2 AND status = 'running'`,
      [jobId, attempt],
    );
  }

  async markFailed(jobId: string, attempt: number, errorCode: string): Promise<PlanningJob | null> {
    return this.updateOne(
      `UPDATE planning_job SET status = 'failed', ended_at = now(), error_code = $3
       WHERE id = $1 AND attempt = $2 AND status IN ('queued', 'running')`,
      [jobId, attempt, errorCode],
    );
  }

  async markCancelled(jobId: string, attempt: number): Promise<PlanningJob | null> {
    return this.updateOne(
      `UPDATE planning_job SET status = 'cancelled', ended_at = now()
       WHERE id = $1 AND attempt = $2 AND status IN ('queued', 'running')`,
      [jobId, attempt],
    );
  }

  /** Back into the queue: this process is stopping, another goes on. */
  async giveBack(jobId: string, attempt: number): Promise<PlanningJob | null> {
    return this.updateOne(
      `UPDATE planning_job SET status = 'queued', heartbeat_at = NULL WHERE id = $1 AND attempt = $2 AND status = 'running'`,
      [jobId, attempt],
    );
  }

  /** A job nobody has begun ends at once; a running one is told. Null when it had ended already. */
  async requestCancel(jobId: string): Promise<PlanningJob | null> {
    return this.updateOne(
      `UPDATE planning_job SET cancel_requested = true,
         status = CASE WHEN status = 'queued' THEN 'cancelled' ELSE status END,
         ended_at = CASE WHEN status = 'queued' THEN now() END
       WHERE id = $1 AND status IN ('queued', 'running')`,
      [jobId],
    );
  }

  private async findOne(sql: string, parameters: readonly unknown[]): Promise<PlanningJob | null> {
    const [row] = await this.database.rows<PlanningJobRow>(sql, parameters);
    return row === undefined ? null : planningJobOfRow(row);
  }

  /** Changes a row and tells all listeners when the transaction commits. */
  private async updateOne(update: string, parameters: readonly unknown[]): Promise<PlanningJob | null> {
    return this.findOne(
      `WITH changed AS (${update} RETURNING *), told AS MATERIALIZED (SELECT pg_notify('${JOB_CHANNEL}', id::text) FROM changed)
       SELECT changed.* FROM changed LEFT JOIN told ON true`,
      parameters,
    );
  }
}
