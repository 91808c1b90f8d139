import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import type { PlanSlice, TouchedParts } from './plan-slice.js';
import type { StoredPlan } from './weekly-plan.repository.js';

export type EditStepKind = 'move' | 'swap' | 'place' | 'unassign' | 'lock' | 'unlock' | 'replan' | 'extra' | 'release';

/** One edit by hand of a draft: what it touched, before and after. */
export interface EditStep {
  readonly position: number;
  readonly kind: EditStepKind;
  readonly demandKeys: readonly string[];
  readonly before: PlanSlice;
  readonly after: PlanSlice;
  readonly madeBy: string;
  readonly madeAt: Date;
}

export type NewEditStep = Omit<EditStep, 'madeAt'>;

/** A step without what it touched, for the list of steps. */
export type EditStepHead = Omit<EditStep, 'before' | 'after'>;

/** More steps than a planerare takes back in a day; older ones are forgotten. */
const KEPT_STEPS = 200;

/** Reads and writes the touched part of a draft, and the steps that touched it. */
@Injectable()
export class PlanSlicesRepository {
  constructor(
    private readonly database: Database,
    private readonly parts: PlanPartsRepository,
  ) {}

  async findSlice(plan: StoredPlan, touched: TouchedParts): Promise<PlanSlice> {
    const { id: planId, metrics, stateId } = plan;
    const visits = await this.parts.findVisits(planId, { demandKeys: touched.demandKeys });
    const staff = await this.parts.findStaff(
      planId,
      visits.map((visit) => visit.id),
    );
    const routes = await this.parts.findRoutes(planId, { shiftIds: touched.shiftIds });
    const unassigned = await this.parts.findUnassigned(planId, touched.demandKeys);
    return { visits, staff, routes, unassigned, metrics, stateId };
  }

  /** Whom the demand is for, placed or not; null: the plan has no such demand. */
  async findBrukareOfDemand(planId: string, demandKey: string): Promise<string | null> {
    const [row] = await this.database.rows<{ readonly brukare_id: string }>(
      `SELECT brukare_id FROM planned_visit WHERE plan_id = $1 AND demand_key = $2
       UNION ALL SELECT brukare_id FROM unassigned_demand WHERE plan_id = $1 AND demand_key = $2`,
      [planId, demandKey],
    );
    return row?.brukare_id ?? null;
  }

  /** Does any plan that is not replaced have the demand, placed or not? */
  async isDemandPlanned(unitId: string, demandKey: string): Promise<boolean> {
    const rows = await this.database.rows(
      `SELECT 1 FROM weekly_plan plan WHERE plan.unit_id = $1 AND plan.status <> 'ersatt' AND (
         EXISTS (SELECT 1 FROM planned_visit WHERE plan_id = plan.id AND demand_key = $2)
         OR EXISTS (SELECT 1 FROM unassigned_demand WHERE plan_id = plan.id AND demand_key = $2))
       LIMIT 1`,
      [unitId, demandKey],
    );
    return rows.length > 0;
  }

  /** Null: the plan has no such visit. */
  async findDemandOfVisit(planId: string, visitId: string): Promise<string | null> {
    const sql = `SELECT demand_key FROM planned_visit WHERE plan_id = $1 AND id = $2`;
    const [row] = await this.database.rows<{ readonly demand_key: string }>(sql, [planId, visitId]);
    return row?.demand_key ?? null;
  }

  async hasStep(planId: string, position: number): Promise<boolean> {
    const sql = `SELECT 1 FROM plan_edit_step WHERE plan_id = $1 AND position = $2`;
    return (await this.database.rows(sql, [planId, position])).length > 0;
  }

  /** The ids of visits by their keys: a visit keeps its id through every edit. */
  async findVisitIds(planId: string, visitKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ readonly visit_key: string; readonly id: string }>(
      `SELECT visit_key, id FROM planned_visit WHERE plan_id = $1 AND visit_key = ANY ($2)`,
      [planId, visitKeys],
    );
    return new Map(rows.map(({ visit_key, id }) => [visit_key, id]));
  }

  /** Puts the slice in the place of whatever the plan holds for the touched demands and shifts. */
  async writeSlice(unitId: string, planId: string, touched: TouchedParts, slice: PlanSlice): Promise<void> {
    const { demandKeys, shiftIds } = touched;
    await this.database.affected(
      `DELETE FROM planned_visit_employee staff USING planned_visit visit
       WHERE staff.plan_id = $1 AND visit.plan_id = $1 AND visit.id = staff.visit_id AND visit.demand_key = ANY ($2)`,
      [planId, demandKeys],
    );
    await this.database.affected(`DELETE FROM planned_visit WHERE plan_id = $1 AND demand_key = ANY ($2)`, [
      planId,
      demandKeys,
    ]);
    await this.database.affected(`DELETE FROM planned_route WHERE plan_id = $1 AND shift_id = ANY ($2)`, [
      planId,
      shiftIds,
    ]);
    await this.database.affected(`DELETE FROM unassigned_demand WHERE plan_id = $1 AND demand_key = ANY ($2)`, [
      planId,
      demandKeys,
    ]);
    await this.parts.insertAll(unitId, planId, slice);
  }

  /** The step becomes the newest: steps that were undone before it can no longer be made again. */
  async insertStep(unitId: string, planId: string, step: NewEditStep): Promise<void> {
    await this.database.affected(
      `DELETE FROM plan_edit_step WHERE plan_id = $1 AND (position >= $2 OR position <= $2 - $3::int)`,
      [planId, step.position, KEPT_STEPS],
    );
    await this.database.rows(
      `INSERT INTO plan_edit_step (plan_id, position, unit_id, kind, demand_keys, before, after, made_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [planId, step.position, unitId, step.kind, step.demandKeys, step.before, step.after, step.madeBy],
    );
  }

  async findStep(planId: string, position: number): Promise<EditStep | null> {
    const [row] = await this.database.rows<StepRow & Pick<EditStep, 'before' | 'after'>>(
      `SELECT ${HEAD_COLUMNS}, before, after FROM plan_edit_step WHERE plan_id = $1 AND position = $2`,
      [planId, position],
    );
    return row === undefined ? null : { ...headOf(row), before: row.before, after: row.after };
  }

  /** Oldest first, those that are undone last. */
  async findSteps(planId: string): Promise<readonly EditStepHead[]> {
    const rows = await this.database.rows<StepRow>(
      `SELECT ${HEAD_COLUMNS} FROM plan_edit_step WHERE plan_id = $1 ORDER BY position`,
      [planId],
    );
    return rows.map(headOf);
  }
}

const HEAD_COLUMNS = 'position, kind, demand_keys, made_by, made_at';

interface StepRow {
  readonly position: number;
  readonly kind: EditStepKind;
  readonly demand_keys: readonly string[];
  readonly made_by: string;
  readonly made_at: Date;
}

const headOf = (row: StepRow): EditStepHead => ({
  position: row.position,
  kind: row.kind,
  demandKeys: row.demand_keys,
  madeBy: row.made_by,
  madeAt: row.made_at,
});
