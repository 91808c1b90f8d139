import { Injectable } from '@nestjs/common';
import type { PlanMetrics, PlanTravel, Violation } from '@hemtjanst/domain';
import { In, Raw, type FindOptionsWhere } from 'typeorm';
import { Database } from '../../database/database.js';
import { offsetOf, type PageWish } from '../../http/page.js';
import { WeeklyPlanEntity, type MadeFrom, type PlanStatus } from './weekly-plan.entity.js';

/** One version of a planned week, without its visits and routes. */
export interface StoredPlan {
  readonly id: string;
  readonly unitId: string;
  readonly week: string;
  readonly workGroupId: string | null;
  readonly version: number;
  readonly status: PlanStatus;
  readonly runId: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly madeFrom: MadeFrom;
  readonly seed: number;
  readonly travel: PlanTravel;
  readonly metrics: PlanMetrics;
  readonly rowVersion: number;
  /** Edits by hand that hold now. */
  readonly stepsApplied: number;
  readonly stateId: string;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly replacedAt: Date | null;
}

export interface NewPlan {
  readonly id: string;
  readonly unitId: string;
  readonly week: string;
  readonly workGroupId: string | null;
  /** A proposal comes out of a calculation, a draft is edited by a person. */
  readonly status: 'utkast' | 'foreslagen';
  readonly runId: string | null;
  readonly madeBy: string | null;
  readonly madeFrom: MadeFrom;
  readonly seed: number;
  readonly travel: PlanTravel;
  readonly metrics: PlanMetrics;
}

/** What an edit by hand changes of the plan itself. */
export interface EditedPlan {
  readonly metrics: PlanMetrics;
  readonly stateId: string;
  readonly stepsApplied: number;
}

export interface PlanFilter {
  readonly week?: string;
  readonly workGroupId?: string;
  readonly status?: PlanStatus;
}

export interface NewPlanCheck {
  readonly unitId: string;
  readonly planId: string;
  readonly checkedBy: string;
  readonly violations: readonly Violation[];
  readonly overrideReason: string | null;
}

@Injectable()
export class WeeklyPlanRepository {
  constructor(private readonly database: Database) {}

  async findInUnit(unitId: string, planId: string): Promise<StoredPlan | null> {
    return this.plans.findOneBy({ id: planId, unitId });
  }

  /** Newest week first, newest version first. */
  async findPage(
    unitId: string,
    filter: PlanFilter,
    wish: PageWish,
  ): Promise<readonly [readonly StoredPlan[], number]> {
    const where: FindOptionsWhere<WeeklyPlanEntity> = { unitId, ...filter };
    return this.plans.findAndCount({
      where,
      order: { week: 'DESC', madeAt: 'DESC', id: 'ASC' },
      skip: offsetOf(wish),
      take: wish.size,
    });
  }

  /** Plans of the week that are published now, whatever their scope. */
  async findPublished(unitId: string, week: string): Promise<readonly StoredPlan[]> {
    return this.plans.findBy({ unitId, week, status: 'publicerad' });
  }

  /** Versions of the week that hold or may come to hold, the published ones first, then the newest. */
  async findCurrent(unitId: string, week: string): Promise<readonly StoredPlan[]> {
    const plans = await this.plans.find({
      where: { unitId, week, status: In(['publicerad', 'utkast', 'foreslagen']) },
      order: { madeAt: 'DESC' },
    });
    const isPublished = ({ status }: StoredPlan): boolean => status === 'publicerad';
    return [...plans.filter(isPublished), ...plans.filter((plan) => !isPublished(plan))];
  }

  /**
   * One publishing at a time per unit: the others wait here and then find the plan published. The check of a whole unit
   * computes for seconds between two statements, longer than a forgotten transaction may.
   */
  async lockPublishing(unitId: string): Promise<void> {
    await this.database.rows(`SELECT set_config('idle_in_transaction_session_timeout', '120s', true)`);
    await this.database.rows(`SELECT set_config('statement_timeout', '30s', true)`);
    await this.database.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 12))`, [unitId]);
  }

  /** One at a time per unit and week: whoever adds a version holds this until the transaction ends. */
  async lockWeek(unitId: string, week: string): Promise<void> {
    await this.database.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 10))`, [`${unitId} ${week}`]);
  }

  /** The next version of its week and scope; call under {@link lockWeek}. */
  async insert(plan: NewPlan): Promise<void> {
    await this.database.rows(
      `INSERT INTO weekly_plan
         (id, unit_id, week, work_group_id, version, status, run_id, made_by, made_from, seed, travel, metrics)
       SELECT $1, $2, $3, $4, coalesce(max(version), 0) + 1, $11, $5, $6, $7, $8, $9, $10
       FROM weekly_plan WHERE unit_id = $2 AND week = $3 AND work_group_id IS NOT DISTINCT FROM $4::uuid`,
      [
        plan.id,
        plan.unitId,
        plan.week,
        plan.workGroupId,
        plan.runId,
        plan.madeBy,
        plan.madeFrom,
        plan.seed,
        plan.travel,
        plan.metrics,
        plan.status,
      ],
    );
  }

  /** The newest draft that was made from the plan; null: none is open. */
  async findDraftOf(unitId: string, planId: string): Promise<StoredPlan | null> {
    return this.plans.findOne({
      where: {
        unitId,
        status: 'utkast',
        madeFrom: Raw((column) => `${column} ->> 'basedOnPlanId' = :planId`, { planId }),
      },
      order: { madeAt: 'DESC' },
    });
  }

  /** The draft after an edit: its figures and how many steps hold. False: someone else changed it since `seenVersion`. */
  async saveEdited(planId: string, seenVersion: number, edited: EditedPlan): Promise<boolean> {
    const sql = `UPDATE weekly_plan
      SET row_version = row_version + 1, status = 'utkast', metrics = $3, state_id = $4, steps_applied = $5
      WHERE id = $1 AND row_version = $2 AND status IN ('utkast', 'foreslagen')`;
    const { metrics, stateId, stepsApplied } = edited;
    return (await this.database.affected(sql, [planId, seenVersion, metrics, stateId, stepsApplied])) === 1;
  }

  /** False: someone else changed or published it since `seenVersion`. */
  async markPublished(planId: string, seenVersion: number, accountId: string): Promise<boolean> {
    const sql = `UPDATE weekly_plan
      SET status = 'publicerad', published_at = now(), published_by = $3, row_version = row_version + 1
      WHERE id = $1 AND row_version = $2 AND status IN ('utkast', 'foreslagen')`;
    return (await this.database.affected(sql, [planId, seenVersion, accountId])) === 1;
  }

  /** A published version steps back for the next one. */
  async markReplaced(planId: string): Promise<void> {
    await this.database.affected(
      `UPDATE weekly_plan SET status = 'ersatt', replaced_at = now(), row_version = row_version + 1
       WHERE id = $1 AND status = 'publicerad'`,
      [planId],
    );
  }

  async insertCheck(check: NewPlanCheck): Promise<void> {
    const hard = check.violations.filter((violation) => violation.severity === 'hard').length;
    await this.database.rows(
      `INSERT INTO plan_check (unit_id, plan_id, checked_by, violations, hard_violations, override_reason)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [check.unitId, check.planId, check.checkedBy, JSON.stringify(check.violations), hard, check.overrideReason],
    );
  }

  private get plans() {
    return this.database.manager.getRepository(WeeklyPlanEntity);
  }
}
