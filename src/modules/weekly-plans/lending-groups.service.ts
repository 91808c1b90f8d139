import { Injectable } from '@nestjs/common';
import type { DemandAdjustment, VisitDemand } from '@hemtjanst/domain';
import { contextQuestion, type GroupWeek, groupWeeks } from '@hemtjanst/planning';
import type { LendingGroup } from '../../planning/plan-editor/editor-question.js';
import { isSameWeek } from '../../planning/plan-editor/same-week.js';
import { PlanInputs } from './plan-inputs.service.js';
import type { GroupWorkspace } from './plan-workspaces.service.js';
import type { UnitSnapshot } from './unit-snapshot.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** Finds who might lend staff for a visit: the unit's other groups that are at work on its days and have a plan. */
@Injectable()
export class LendingGroups {
  constructor(
    private readonly plans: WeeklyPlanRepository,
    private readonly inputs: PlanInputs,
  ) {}

  async of(workspace: GroupWorkspace, demandId: string): Promise<readonly LendingGroup[]> {
    const asked = await this.askedOf(workspace, demandId);
    if (asked === null) return [];
    const current = await this.plans.findCurrent(workspace.plan.unitId, workspace.plan.week);
    const lenders: LendingGroup[] = [];
    for (const code of othersAtWork(workspace, asked.demand)) {
      const plan = planOfGroup(workspace, current, code);
      if (plan !== undefined) lenders.push(await this.lendingGroup(workspace, asked, plan, code));
    }
    return lenders;
  }

  private async askedOf({ plan, snapshot }: GroupWorkspace, demandId: string): Promise<Asked | null> {
    const { unit, week, settings } = snapshot;
    const adjustments = await this.inputs.adjustmentsOf(plan, snapshot);
    const cut = groupWeeks(unit, week, settings, null, adjustments);
    const demand = cut.flatMap(({ demands }) => demands).find(({ id }) => id === demandId);
    return demand === undefined ? null : { demand, adjustments, cut };
  }

  private async lendingGroup(
    { plan: own, snapshot }: GroupWorkspace,
    asked: Asked,
    plan: StoredPlan,
    workGroupId: string,
  ): Promise<LendingGroup> {
    const { unit, week, settings, records } = snapshot;
    const adjustments = await this.inputs.adjustmentsOf(plan, snapshot);
    const question = contextQuestion(
      { unit, week, settings, workGroupId, adjustments, extraDemands: [asked.demand] },
      isSameWeek(asked.adjustments, adjustments) ? asked.cut : undefined,
    );
    return {
      workGroupId,
      planned: plan.id === own.id ? null : await this.planned(plan, records.workGroups.idOf(workGroupId), snapshot),
      adjustments,
      rides: await this.inputs.ridesFor(question),
    };
  }

  private async planned(plan: StoredPlan, group: string, snapshot: UnitSnapshot): Promise<LendingGroup['planned']> {
    const published = await this.inputs.publishedBeside(plan, group, snapshot);
    return { plan: await this.inputs.planOf(plan, snapshot), published };
  }
}

/** The visit in question, and the week cut into groups as its own plan was made. */
interface Asked {
  readonly demand: VisitDemand;
  readonly adjustments: readonly DemandAdjustment[];
  readonly cut: readonly GroupWeek[];
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
