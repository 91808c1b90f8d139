import { Injectable } from '@nestjs/common';
import type { WhatIfAnswer, WhatIfChange } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';

export interface WhatIfRow {
  readonly id: string;
  readonly week: string;
  readonly change: WhatIfChange;
  readonly result: WhatIfAnswer['result'];
  readonly created_at: Date;
  /** Of its job. */
  readonly status: WhatIfAnswer['status'];
}

const ROW = `SELECT what_if.id, what_if.week, change, result, what_if.created_at, coalesce(planning_job.status, 'queued') AS status
  FROM what_if LEFT JOIN planning_job ON planning_job.id = job_id`;

/** Questions about other staff, and their answers. */
@Injectable()
export class WhatIfRepository {
  constructor(private readonly database: Database) {}

  async insert(unitId: string, week: string, change: WhatIfChange, createdBy: string): Promise<string> {
    const [row] = await this.database.rows<{ id: string }>(
      'INSERT INTO what_if (unit_id, week, change, created_by) VALUES ($1, $2, $3, $4) RETURNING id',
      [unitId, week, JSON.stringify(change), createdBy],
    );
    if (row === undefined) throw new Error('the question was not saved');
    return row.id;
  }

  async setJob(whatIfId: string, jobId: string): Promise<void> {
    await this.database.affected('UPDATE what_if SET job_id = $2 WHERE id = $1', [whatIfId, jobId]);
  }

  async setResult(whatIfId: string, result: NonNullable<WhatIfAnswer['result']>): Promise<void> {
    await this.database.affected('UPDATE what_if SET result = $2 WHERE id = $1', [whatIfId, JSON.stringify(result)]);
  }

  async find(unitId: string, whatIfId: string): Promise<WhatIfRow | null> {
    const sql = `${ROW} WHERE what_if.unit_id = $1 AND what_if.id = $2`;
    const [row] = await this.database.rows<WhatIfRow>(sql, [unitId, whatIfId]);
    return row ?? null;
  }

  /** The newest ones. */
  findNewest(unitId: string, limit: number): Promise<readonly WhatIfRow[]> {
    const sql = `${ROW} WHERE what_if.unit_id = $1 ORDER BY what_if.created_at DESC LIMIT $2`;
    return this.database.rows<WhatIfRow>(sql, [unitId, limit]);
  }
}
