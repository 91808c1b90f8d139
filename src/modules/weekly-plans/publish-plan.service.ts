import { Injectable } from '@nestjs/common';
import type { PlanCheckAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { datesOfWeek, instantOfDate, localOf, type IsoWeek } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, notFound, versionChanged } from '../../http/problems.js';
import { assertVersion } from '../../http/version.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { PlanningRunsService } from '../planning-runs/planning-runs.service.js';
import { CheckPlanNow, type CheckedPlan } from './check-plan-now.service.js';
import { linesPerBrukare } from './lines-per-brukare.js';
import { verdictOf } from './plan-honesty.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { planAnswer, violationAnswer } from './weekly-plan.mapper.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** From a proposal to what the employees go by: the plan-honesty check, then an immutable version. */
@Injectable()
export class PublishPlanService {
  constructor(
    private readonly database: Database,
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly planNow: CheckPlanNow,
    private readonly runs: PlanningRunsService,
    private readonly auditLog: AuditLog,
  ) {}

  /** What publishing would say now, without publishing. */
  async check(caller: Caller, unitId: string, planId: string): Promise<PlanCheckAnswer> {
    const plan = await this.load(caller, unitId, planId);
    const checked = await this.planNow.check(plan);
    return {
      planId,
      version: plan.rowVersion,
      violations: answersOf(checked),
      hardCount: checked.violations.filter((violation) => violation.severity === 'hard').length,
      canPublish: verdictOf(checked.violations),
    };
  }

  /**
   * Makes the plan what holds for its week and scope; the version before it steps back.
   *
   * @param overrideReason why to publish although the roster breaks a limit; kept with the plan
   * @throws Problem 409 with every violation when the plan does not hold, 412 when it is no longer the version seen
   */
  publish(
    caller: Caller,
    unitId: string,
    planId: string,
    seenVersion: number,
    overrideReason: string | null,
  ): Promise<WeeklyPlanAnswer> {
    return this.database.runInTransaction(async () => {
      assertUnit(caller, unitId);
      await this.plans.lockPublishing(unitId);
      const plan = await this.load(caller, unitId, planId);
      await this.assertMayPublish(plan, seenVersion);
      const checked = await this.planNow.check(plan);
      assertHolds(checked, overrideReason);
      await this.replaceEarlier(plan);
      await this.parts.setPublished(plan.id, true);
      if (!(await this.plans.markPublished(plan.id, seenVersion, caller.accountId))) throw await this.changed(plan);
      await this.plans.insertCheck({
        unitId,
        planId,
        checkedBy: caller.accountId,
        violations: checked.violations,
        overrideReason: verdictOf(checked.violations) === 'ja' ? null : overrideReason,
      });
      const subject = { caller, action: 'publicera', recordKind: 'weekly-plan', recordId: planId, unitId };
      const visited = checked.rows.visits.map((visit) => visit.brukare_id);
      await this.auditLog.recordAll(linesPerBrukare(subject, visited));
      const published = await this.load(caller, unitId, planId);
      return planAnswer(published, (await this.parts.countVisits([planId])).get(planId));
    });
  }

  private async load(caller: Caller, unitId: string, planId: string): Promise<StoredPlan> {
    assertUnit(caller, unitId);
    const plan = await this.plans.findInUnit(unitId, planId);
    if (plan === null) throw notFound();
    return plan;
  }

  private async assertMayPublish(plan: StoredPlan, seenVersion: number): Promise<void> {
    if (plan.status === 'publicerad' || plan.status === 'ersatt') {
      throw conflict('plan.publicerad', 'Planen är redan publicerad.', { status: plan.status });
    }
    assertVersion(seenVersion, plan.rowVersion);
    if (isPast(plan.week)) throw conflict('vecka.passerad', 'Veckan är slut och kan inte publiceras.');
    if (await this.runs.hasUnfinished(plan.unitId, plan.week, plan.workGroupId)) {
      throw conflict('berakning.pagar', 'En ny beräkning av veckan pågår. Vänta tills den är klar, eller avbryt den.');
    }
  }

  /**
   * A plan of the whole unit takes the place of everything published for the week. A plan of one group only of that
   * group's: beside a published plan of the whole unit it would plan the same people twice.
   */
  private async replaceEarlier(plan: StoredPlan): Promise<void> {
    const published = await this.plans.findPublished(plan.unitId, plan.week);
    if (plan.workGroupId !== null && published.some((other) => other.workGroupId === null)) {
      const detail = 'Veckan är publicerad för hela enheten. Publicera en ny plan för hela enheten.';
      throw conflict('publicering.annan-omfattning', detail);
    }
    const replaced = published.filter((other) => plan.workGroupId === null || other.workGroupId === plan.workGroupId);
    for (const earlier of replaced) {
      await this.plans.markReplaced(earlier.id);
      await this.parts.setPublished(earlier.id, false);
    }
  }

  private async changed(plan: StoredPlan): Promise<Error> {
    const current = await this.plans.findInUnit(plan.unitId, plan.id);
    return versionChanged(current?.rowVersion ?? plan.rowVersion);
  }
}

const answersOf = ({ rows, snapshot, violations }: CheckedPlan) => {
  const idOfVisit = new Map(rows.visits.map((visit) => [visit.visit_key, visit.id]));
  return violations.map((violation) => violationAnswer(violation, snapshot.records, idOfVisit));
};

function assertHolds(checked: CheckedPlan, overrideReason: string | null): void {
  switch (verdictOf(checked.violations)) {
    case 'ja':
      return;
    case 'nej':
      throw conflict('plan.haller-inte', 'Planen kan inte följas som den är och publiceras inte.', {
        violations: answersOf(checked),
      });
    case 'med-skal':
      if (overrideReason !== null) return;
      throw conflict('plan.skal-kravs', 'Schemat bryter mot arbetstidsreglerna. Ange skäl för att publicera ändå.', {
        violations: answersOf(checked),
      });
  }
}

function isPast(week: string): boolean {
  const today = localOf(instantOfDate(new Date())).date;
  const sunday = datesOfWeek(week as IsoWeek).at(-1);
  return sunday !== undefined && sunday < today;
}
