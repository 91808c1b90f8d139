import { Injectable } from '@nestjs/common';
import type { AddedExtraVisitAnswer, ExtraVisitAnswer, NewExtraVisit } from '@hemtjanst/contracts';
import { datesOfWeek, deriveVisitDemands, isoWeek, localDate, type VisitDemand } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, invalidValues, notFound } from '../../http/problems.js';
import { assertVersion } from '../../http/version.js';
import { ExtraVisitsService } from '../visit-demands/extra-visits.service.js';
import { DraftPlansService } from './draft-plans.service.js';
import { EditPlanService } from './edit-plan.service.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import type { UnassignedDemandRow } from './plan-rows.js';
import { PlanSlicesRepository } from './plan-slices.repository.js';
import { UnitSnapshots } from './unit-snapshots.service.js';
import { planAnswer } from './weekly-plan.mapper.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** Takes a visit of a single day up into a draft, where it waits for a place among the others. */
@Injectable()
export class PlanExtraVisitService {
  constructor(
    private readonly database: Database,
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly slices: PlanSlicesRepository,
    private readonly drafts: DraftPlansService,
    private readonly edits: EditPlanService,
    private readonly extraVisits: ExtraVisitsService,
    private readonly snapshots: UnitSnapshots,
  ) {}

  /**
   * A new visit, in the plan where it is a draft, else in a new draft of it: one step that can be taken back.
   *
   * @throws Problem 412 when the plan was changed after `seenVersion`, 409 where a colleague has an open draft of it, 422
   * where the visit cannot be: another week or group, no valid order, the brukare away
   */
  create(
    caller: Caller,
    unitId: string,
    planId: string,
    seenVersion: number,
    wish: NewExtraVisit,
  ): Promise<AddedExtraVisitAnswer> {
    return this.database.runInTransaction(async () => {
      const plan = await this.load(caller, unitId, planId);
      assertVersion(seenVersion, plan.rowVersion);
      assertInWeek(plan, wish.onDate);
      return this.addTo(caller, plan, await this.extraVisits.create(caller, unitId, wish), wish.own);
    });
  }

  /** The same with a visit that is kept already: another version of the week was made before it. */
  add(
    caller: Caller,
    unitId: string,
    planId: string,
    seenVersion: number,
    { extraVisitId, own }: { readonly extraVisitId: string; readonly own: boolean },
  ): Promise<AddedExtraVisitAnswer> {
    return this.database.runInTransaction(async () => {
      const plan = await this.load(caller, unitId, planId);
      const extraVisit = await this.extraVisits.load(unitId, extraVisitId);
      assertVersion(seenVersion, plan.rowVersion);
      assertInWeek(plan, extraVisit.onDate);
      return this.addTo(caller, plan, extraVisit, own);
    });
  }

  /** @throws Problem 409 while a plan that somebody may go by has it: there it is called off or taken out first */
  withdraw(caller: Caller, unitId: string, extraVisitId: string, seenVersion: number): Promise<void> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { visitDemandId } = await this.extraVisits.load(unitId, extraVisitId);
      if (await this.slices.isDemandPlanned(unitId, visitDemandId)) {
        const detail = 'Besöket finns i en plan. Ångra det där, eller anmäl det som avbokat.';
        throw conflict('extrabesok.i-plan', detail);
      }
      await this.extraVisits.withdraw(caller, unitId, extraVisitId, seenVersion);
    });
  }

  private async addTo(
    caller: Caller,
    plan: StoredPlan,
    extraVisit: ExtraVisitAnswer,
    own: boolean,
  ): Promise<AddedExtraVisitAnswer> {
    const { unitId } = plan;
    const waiting = await this.waitingRow(plan, extraVisit);
    const draft = await this.draftOf(caller, plan, own);
    if ((await this.slices.findBrukareOfDemand(draft.id, extraVisit.visitDemandId)) !== null) {
      throw conflict('extrabesok.finns', 'Besöket finns redan i planen.');
    }
    await this.edits.recordExtra(caller, draft, waiting);
    const edited = await this.load(caller, unitId, draft.id);
    return { extraVisit, plan: planAnswer(edited, (await this.parts.countVisits([edited.id])).get(edited.id)) };
  }

  /** What the draft shows until the visit has a place. */
  private async waitingRow(plan: StoredPlan, extraVisit: ExtraVisitAnswer): Promise<UnassignedDemandRow> {
    const { unit, settings, records } = await this.snapshots.take(plan.unitId, plan.week);
    const workGroupIds = plan.workGroupId === null ? null : [records.workGroups.codeOf(plan.workGroupId)];
    const { demands } = deriveVisitDemands({ unit, week: isoWeek(plan.week), settings, workGroupIds });
    const demand = demands.find(({ id }) => id === extraVisit.visitDemandId);
    if (demand === undefined) throw cannotBe(extraVisit, records.workGroupOfBrukare, workGroupIds, records.brukare);
    return waitingRowOf(demand, extraVisit);
  }

  /** The plan itself where it is a draft already, else a new draft of it. */
  private async draftOf(caller: Caller, plan: StoredPlan, own: boolean): Promise<StoredPlan> {
    if (plan.status === 'utkast') return plan;
    const { id } = await this.drafts.create(caller, plan.unitId, plan.id, own);
    return this.load(caller, plan.unitId, id);
  }

  private async load(caller: Caller, unitId: string, planId: string): Promise<StoredPlan> {
    assertUnit(caller, unitId);
    const plan = await this.plans.findInUnit(unitId, planId);
    if (plan === null) throw notFound();
    return plan;
  }
}

const waitingRowOf = (demand: VisitDemand, { brukareId, onDate }: ExtraVisitAnswer): UnassignedDemandRow => ({
  demand_key: demand.id,
  template_key: demand.templateId,
  brukare_id: brukareId,
  on_date: onDate,
  service_minutes: demand.serviceMinutes,
  priority: demand.priority,
  reasons: [{ code: 'extra', text: 'Nytt besök för dagen, ännu utan plats.' }],
  ways_out: [],
});

function cannotBe(
  { brukareId }: ExtraVisitAnswer,
  workGroupOfBrukare: (code: string) => string,
  workGroupIds: readonly string[] | null,
  brukare: { readonly codeOf: (id: string) => string },
) {
  if (workGroupIds !== null && !workGroupIds.includes(workGroupOfBrukare(brukare.codeOf(brukareId)))) {
    const detail = 'Planen gäller en annan grupp än brukarens.';
    return invalidValues([{ pointer: '/brukareId', code: 'extrabesok.annan-grupp', detail }]);
  }
  const detail = 'Brukaren är frånvarande då.';
  return invalidValues([{ pointer: '/window', code: 'extrabesok.franvarande', detail }]);
}

function assertInWeek({ week }: StoredPlan, onDate: string): void {
  if (datesOfWeek(isoWeek(week)).includes(localDate(onDate))) return;
  const detail = `Dagen ligger inte i planens vecka (${week}).`;
  throw invalidValues([{ pointer: '/onDate', code: 'extrabesok.annan-vecka', detail }]);
}
