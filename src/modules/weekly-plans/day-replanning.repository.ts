import { Injectable } from '@nestjs/common';
import { replanQuestion, type DayAlternativeAnswer, type ReplanQuestion } from '@hemtjanst/contracts';
import { instantOfDate, type Instant } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import type { ReplannedDay } from '../../planning/day-replanning/day-task.js';

/** What was asked, under the id of the run that works on it. */
export interface DayQuestion {
  readonly runId: string;
  readonly unitId: string;
  readonly planId: string;
  readonly question: ReplanQuestion;
  readonly asOf: Instant;
}

/** What a run has found: as it is told, and as it is written into a draft. */
export interface DayResult {
  readonly planVersion: number;
  /** What the plan held when the day was calculated. */
  readonly planStateId: string;
  readonly alternatives: readonly DayAlternativeAnswer[];
  /** One per alternative. */
  readonly days: readonly ReplannedDay[];
}

/** A question, with its answer once there is one. */
export interface AskedDay extends DayQuestion {
  readonly result: Omit<DayResult, 'days'> | null;
}

interface DayRow {
  readonly run_id: string;
  readonly unit_id: string;
  readonly plan_id: string;
  readonly question: unknown;
  readonly as_of: Date;
  readonly plan_version: number | null;
  readonly plan_state_id: string | null;
  readonly alternatives: readonly DayAlternativeAnswer[] | null;
}

/** Nobody chooses from an answer of yesterday. */
const KEPT = `interval '1 day'`;

/** Days asked about, kept for as long as somebody may choose from the answer. */
@Injectable()
export class DayReplanningRepository {
  constructor(private readonly database: Database) {}

  /** A question that is there already stays as it is. */
  async insert({ runId, unitId, planId, question, asOf }: DayQuestion): Promise<void> {
    await this.database.affected(
      `INSERT INTO day_replanning (run_id, unit_id, plan_id, question, as_of) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (run_id) DO NOTHING`,
      [runId, unitId, planId, JSON.stringify(question), asOf],
    );
  }

  async find(runId: string): Promise<AskedDay | null> {
    const [row] = await this.database.rows<DayRow>(
      `SELECT run_id, unit_id, plan_id, question, as_of, plan_version, plan_state_id, alternatives
       FROM day_replanning WHERE run_id = $1 AND asked_at > now() - ${KEPT}`,
      [runId],
    );
    return row === undefined ? null : askedDayOfRow(row);
  }

  /** What the alternative at that place changes of the plan. */
  async findDay(runId: string, place: number): Promise<ReplannedDay | null> {
    const sql = 'SELECT days -> $2::int AS day FROM day_replanning WHERE run_id = $1';
    const [row] = await this.database.rows<{ readonly day: ReplannedDay | null }>(sql, [runId, place]);
    return row?.day ?? null;
  }

  async setResult(runId: string, { planVersion, planStateId, alternatives, days }: DayResult): Promise<void> {
    await this.database.affected(
      `UPDATE day_replanning SET plan_version = $2, plan_state_id = $3, alternatives = $4, days = $5 WHERE run_id = $1`,
      [runId, planVersion, planStateId, JSON.stringify(alternatives), JSON.stringify(days)],
    );
  }

  async remove(runId: string): Promise<void> {
    await this.database.affected('DELETE FROM day_replanning WHERE run_id = $1', [runId]);
  }

  async removeOld(): Promise<void> {
    await this.database.affected(`DELETE FROM day_replanning WHERE asked_at <= now() - ${KEPT}`);
  }
}

function askedDayOfRow(row: DayRow): AskedDay {
  const { plan_version: planVersion, plan_state_id: planStateId, alternatives } = row;
  const isDone = planVersion !== null && planStateId !== null && alternatives !== null;
  return {
    runId: row.run_id,
    unitId: row.unit_id,
    planId: row.plan_id,
    question: replanQuestion.parse(row.question),
    asOf: instantOfDate(row.as_of),
    result: isDone ? { planVersion, planStateId, alternatives } : null,
  };
}
