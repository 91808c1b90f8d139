import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../../database/database.js';
import type { PlanDetails } from './plan-details.js';
import { GenomforandeplanEntity } from './genomforandeplan.entity.js';
import { VisitTemplateEntity } from './visit-template.entity.js';
import type { TemplateRow } from './visit-template.mapper.js';

/** One version of an order's plan. */
export interface KeptPlan extends PlanDetails {
  readonly id: string;
  readonly orderId: string;
  readonly version: number;
  readonly source: 'avtalad' | 'foreslagen';
  readonly agreedOn: string;
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly status: 'foreslagen' | 'bekraftad';
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  /** Null: it holds now. */
  readonly replacedAt: Date | null;
  /** In the order of the plan. */
  readonly templates: readonly TemplateRow[];
}

/** The next version of an order's plan. */
export interface NextPlan extends PlanDetails {
  readonly orderId: string;
  readonly version: number;
  readonly source: 'avtalad' | 'foreslagen';
  readonly agreedOn: string;
  /** Null: came with a unit folder. */
  readonly madeBy: string | null;
  readonly status: 'foreslagen' | 'bekraftad';
  readonly templates: readonly TemplateRow[];
}

@Injectable()
export class GenomforandeplanRepository {
  constructor(private readonly database: Database) {}

  /** What holds now, of these orders; of all orders of the unit when none are named. */
  async findCurrent(unitId: string, orderIds: readonly string[] | null = null): Promise<readonly KeptPlan[]> {
    const plans = await this.database.manager.find(GenomforandeplanEntity, {
      where: { unitId, replacedAt: IsNull(), ...(orderIds === null ? {} : { orderId: In([...orderIds]) }) },
    });
    const templates = await this.database.manager.find(VisitTemplateEntity, {
      where: {
        unitId,
        isCurrent: true,
        ...(orderIds === null ? {} : { genomforandeplanId: In(plans.map(({ id }) => id)) }),
      },
      order: { position: 'ASC', code: 'ASC' },
    });
    const byPlan = new Map<string, VisitTemplateEntity[]>(plans.map(({ id }) => [id, []]));
    for (const template of templates) byPlan.get(template.genomforandeplanId)?.push(template);
    return plans.map((plan) => keptPlan(plan, byPlan.get(plan.id) ?? []));
  }

  /** Every version of an order's plan, the newest first, without their visits. */
  async findVersions(unitId: string, orderId: string): Promise<readonly KeptPlan[]> {
    const where = { unitId, orderId };
    const plans = await this.database.manager.find(GenomforandeplanEntity, { where, order: { version: 'DESC' } });
    return plans.map((plan) => keptPlan(plan, []));
  }

  async findVersion(unitId: string, orderId: string, version: number): Promise<KeptPlan | null> {
    const plan = await this.database.manager.findOneBy(GenomforandeplanEntity, { unitId, orderId, version });
    if (plan === null) return null;
    const where = { unitId, genomforandeplanId: plan.id };
    const order = { position: 'ASC', code: 'ASC' } as const;
    return keptPlan(plan, await this.database.manager.find(VisitTemplateEntity, { where, order }));
  }

  /** Two who replace the same plan take turns: the second sees what the first agreed. */
  async lockCurrent(unitId: string, orderId: string): Promise<void> {
    const sql =
      'SELECT id FROM genomforandeplan WHERE unit_id = $1 AND order_id = $2 AND replaced_at IS NULL FOR UPDATE';
    await this.database.rows(sql, [unitId, orderId]);
  }

  /** Whose current visits these codes name, by code. */
  async findOrdersOfCodes(unitId: string, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ code: string; order_id: string }>(
      `SELECT template.code, plan.order_id FROM visit_template AS template
       JOIN genomforandeplan AS plan ON plan.id = template.genomforandeplan_id
       WHERE template.unit_id = $1 AND template.is_current AND template.code = ANY ($2)`,
      [unitId, codes],
    );
    return new Map(rows.map((row) => [row.code, row.order_id]));
  }

  /** Puts the plans of these orders out of force; they stay as they were agreed. */
  async replaceCurrent(unitId: string, orderIds: readonly string[]): Promise<void> {
    await this.database.affected(
      `UPDATE visit_template SET is_current = false WHERE is_current AND genomforandeplan_id IN (
         SELECT id FROM genomforandeplan WHERE unit_id = $1 AND order_id = ANY ($2::uuid[]) AND replaced_at IS NULL)`,
      [unitId, orderIds],
    );
    await this.database.affected(
      `UPDATE genomforandeplan SET replaced_at = now()
       WHERE unit_id = $1 AND order_id = ANY ($2::uuid[]) AND replaced_at IS NULL`,
      [unitId, orderIds],
    );
  }

  /** Two who agree on the same version number at once: the second breaks the unique key. */
  async insert(unitId: string, plans: readonly NextPlan[]): Promise<void> {
    const rows = await this.database.rows<{ id: string; order_id: string }>(
      `INSERT INTO genomforandeplan (unit_id, order_id, version, source, agreed_on, made_by, status, confirmed_by, confirmed_at,
         wishes, kontaktman_id, fast_omsorgskontakt_status, fast_omsorgskontakt_id, goals, follow_up_on)
       SELECT $1, order_id, version, source, agreed_on, made_by, status,
         CASE WHEN status = 'bekraftad' THEN made_by END, CASE WHEN status = 'bekraftad' AND made_by IS NOT NULL THEN now() END,
         wishes, kontaktman_id, fast_omsorgskontakt_status, fast_omsorgskontakt_id, goals, follow_up_on
       FROM jsonb_to_recordset($2::jsonb) AS plan (order_id uuid, version integer, source text, agreed_on date,
         made_by uuid, status text, wishes text, kontaktman_id uuid, fast_omsorgskontakt_status text,
         fast_omsorgskontakt_id uuid, goals jsonb, follow_up_on date)
       RETURNING id, order_id`,
      [unitId, JSON.stringify(plans.map(planToRow))],
    );
    const planOfOrder = new Map(rows.map((row) => [row.order_id, row.id]));
    const templates = plans.flatMap(({ orderId, templates: own }) =>
      own.map((template, position) => ({
        ...template,
        position,
        unitId,
        genomforandeplanId: planOfOrder.get(orderId),
      })),
    );
    await this.insertTemplates(templates);
  }

  /** In parts: a statement may carry 65 535 parameters. */
  private async insertTemplates(templates: readonly Partial<VisitTemplateEntity>[]): Promise<void> {
    const partSize = 1000;
    for (let start = 0; start < templates.length; start += partSize) {
      await this.database.manager
        .createQueryBuilder()
        .insert()
        .into(VisitTemplateEntity)
        .values(templates.slice(start, start + partSize))
        .updateEntity(false)
        .execute();
    }
  }
}

const planToRow = (plan: NextPlan) => ({
  order_id: plan.orderId,
  version: plan.version,
  source: plan.source,
  agreed_on: plan.agreedOn,
  made_by: plan.madeBy,
  status: plan.status,
  wishes: plan.wishes,
  kontaktman_id: plan.kontaktmanId,
  fast_omsorgskontakt_status: plan.fastOmsorgskontakt?.status ?? null,
  fast_omsorgskontakt_id: plan.fastOmsorgskontakt?.employeeId ?? null,
  goals: plan.goals,
  follow_up_on: plan.followUpOn,
});

const keptPlan = (plan: GenomforandeplanEntity, templates: readonly TemplateRow[]): KeptPlan => ({
  id: plan.id,
  orderId: plan.orderId,
  version: plan.version,
  source: plan.source,
  agreedOn: plan.agreedOn,
  madeBy: plan.madeBy,
  createdAt: plan.createdAt,
  status: plan.status,
  confirmedBy: plan.confirmedBy,
  confirmedAt: plan.confirmedAt,
  replacedAt: plan.replacedAt,
  wishes: plan.wishes,
  kontaktmanId: plan.kontaktmanId,
  fastOmsorgskontakt:
    plan.fastOmsorgskontaktStatus === null
      ? null
      : { status: plan.fastOmsorgskontaktStatus, employeeId: plan.fastOmsorgskontaktId },
  goals: plan.goals,
  followUpOn: plan.followUpOn,
  templates,
});
