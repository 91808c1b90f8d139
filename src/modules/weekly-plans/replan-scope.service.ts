import { Injectable } from '@nestjs/common';
import type { ReplanQuestion } from '@hemtjanst/contracts';
import { datesOfWeek, localDate, parseIsoWeek } from '@hemtjanst/domain';
import { invalidValues } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { PlanSlicesRepository } from './plan-slices.repository.js';
import type { GroupWorkspace } from './plan-workspaces.service.js';
import type { UnitSnapshot } from './unit-snapshot.js';
import { UnitSnapshots } from './unit-snapshots.service.js';
import type { StoredPlan } from './weekly-plan.repository.js';

/** Finds the part of a plan that an event of a day concerns, in the unit as it is now. */
@Injectable()
export class ReplanScope {
  constructor(
    private readonly parts: PlanPartsRepository,
    private readonly slices: PlanSlicesRepository,
    private readonly unitSnapshots: UnitSnapshots,
  ) {}

  /** @throws Problem 422 where the day, the employee or the visit is not of this plan */
  async open(plan: StoredPlan, question: ReplanQuestion): Promise<GroupWorkspace> {
    assertInWeek(plan, question.onDate);
    const snapshot = await this.unitSnapshots.take(plan.unitId, plan.week);
    const workspace = { plan, snapshot, workGroupCode: await this.groupOf(plan, question, snapshot) };
    assertInPlan(workspace);
    return workspace;
  }

  private async groupOf(plan: StoredPlan, { event, onDate }: ReplanQuestion, snapshot: UnitSnapshot): Promise<string> {
    switch (event.kind) {
      case 'sick':
        return groupAtWork(snapshot, event.employeeId, onDate);
      case 'cancelled': {
        const { visitDemandId } = event;
        const [visit] = await this.parts.findVisits(plan.id, { demandKeys: [visitDemandId], date: onDate });
        const brukareId = await this.slices.findBrukareOfDemand(plan.id, visitDemandId);
        const { brukare, workGroupOfBrukare } = snapshot.records;
        const isKnown = visit !== undefined && brukareId !== null && brukare.hasId(brukareId);
        assertReferences({ '/event/visitDemandId': isKnown });
        return workGroupOfBrukare(brukare.codeOf(brukareId ?? ''));
      }
    }
  }
}

/** @throws Problem 422 where the employee is not of the unit or has no shift that day */
function groupAtWork({ unit, records }: UnitSnapshot, employeeId: string, onDate: string): string {
  assertReferences({ '/event/employeeId': records.employees.hasId(employeeId) });
  const code = records.employees.codeOf(employeeId);
  const shift = unit.shifts.find((one) => one.employeeId === code && one.onDate === onDate);
  if (shift === undefined) {
    const detail = 'Medarbetaren har inget pass den dagen.';
    throw invalidValues([{ pointer: '/event/employeeId', code: 'omplanering.inget-pass', detail }]);
  }
  return shift.workGroupId;
}

/** A plan of one group knows nothing of the others' visits. */
function assertInPlan({ plan: { workGroupId }, workGroupCode, snapshot }: GroupWorkspace): void {
  if (workGroupId === null || snapshot.records.workGroups.idOf(workGroupCode) === workGroupId) return;
  const detail = 'Planen gäller en annan grupp än den som händelsen rör.';
  throw invalidValues([{ pointer: '/event', code: 'omplanering.annan-grupp', detail }]);
}

function assertInWeek({ week }: StoredPlan, onDate: string): void {
  const parsed = parseIsoWeek(week);
  if (parsed !== null && datesOfWeek(parsed).includes(localDate(onDate))) return;
  const detail = `Dagen ligger inte i planens vecka (${week}).`;
  throw invalidValues([{ pointer: '/onDate', code: 'omplanering.annan-vecka', detail }]);
}
