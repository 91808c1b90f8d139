import { Injectable } from '@nestjs/common';
import { deriveVisitDemands, type VisitDemand } from '@hemtjanst/domain';
import { contextQuestion } from '@hemtjanst/planning';
import type { LendingGroup } from '../../planning/plan-editor/editor-question.js';
import { PlanInputs } from './plan-inputs.service.js';
import type { GroupWorkspace } from './plan-workspaces.service.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** Finds who might lend staff for a visit: the unit's other groups that are at work on its days and have a plan. */
@Injectable()
export class LendingGroups {
  constructor(
    private readonly plans: WeeklyPlanRepository,
    private readonly inputs: PlanInputs,
  ) {}

  async of(workspace: GroupWorkspace, demandId: string): Promise<readonly LendingGroup[]> {
    const demand = await this.demandOf(workspace, demandId);
    if (demand === undefined) return [];
    const current = await this.plans.findCurrent(workspace.plan.unitId, workspace.plan.week);
    const lenders: LendingGroup[] = [];
    for (const code of othersAtWork(workspace, demand)) {
      const plan = planOfGroup(workspace, current, code);
      if (plan !== undefined) lenders.push(await this.lendingGroup(workspace, plan, code, demand));
    }
    return lenders;
  }

  private async demandOf({ plan, snapshot }: GroupWorkspace, demandId: string): Promise<VisitDemand | undefined> {
    const { unit, week, settings } = snapshot;
    const adjustments = await this.inputs.adjustmentsOf(plan, snapshot);
    return deriveVisitDemands({ unit, week, settings, adjustments }).demands.find(({ id }) => id === demandId);
  }

  private async lendingGroup(
    { plan: own, snapshot }: GroupWorkspace,
    plan: StoredPlan,
    workGroupId: string,
    demand: VisitDemand,
  ): Promise<LendingGroup> {
    const { unit, week, settings, records } = snapshot;
    const adjustments = await this.inputs.adjustmentsOf(plan, snapshot);
    const question = contextQuestion({ unit, week, settings, workGroupId, adjustments, extraDemands: [demand] });
    return {
      workGroupId,
      plan: plan.id === own.id ? null : await this.inputs.planOf(plan, snapshot),
      adjustments,
      published: await this.inputs.publishedBeside(plan, records.workGroups.idOf(workGroupId), snapshot),
      rides: await this.inputs.ridesFor(question),
    };
  }
}

function othersAtWork({ snapshot, workGroupCode }: GroupWorkspace, { allowedDates }: VisitDemand): readonly string[] {
  const { workGroups, shifts } = snapshot.unit;
  const atWork = new Set(
    shifts.filter(({ onDate }) => allowedDates.includes(onDate)).map((shift) => shift.workGroupId),
  );
  return workGroups.map(({ id }) => id).filter((id) => id !== workGroupCode && atWork.has(id));
}

/** The plan in question where it is for the whole unit, else what the other group goes by, else its newest version. */
function planOfGroup(
  { plan, snapshot }: GroupWorkspace,
  current: readonly StoredPlan[],
  code: string,
): StoredPlan | undefined {
  if (plan.workGroupId === null) return plan;
  const group = snapshot.records.workGroups.idOf(code);
  return current.find(({ workGroupId }) => workGroupId === null || workGroupId === group);
}
