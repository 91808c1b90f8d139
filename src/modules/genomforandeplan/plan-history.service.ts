import { Injectable } from '@nestjs/common';
import type {
  BrukareGenomforandeplanAnswer,
  GenomforandeplanAnswer,
  GenomforandeplanVersionListAnswer,
  NewFollowUp,
} from '@hemtjanst/contracts';
import { addMonths, instantOfDate, localDate, localOf } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, invalidValues, notFound } from '../../http/problems.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { RamtidOrdersService } from '../ramtid-orders/ramtid-orders.service.js';
import { UnitsService } from '../units/units.service.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { GenomforandeplanRepository } from './genomforandeplan.repository.js';
import { OpenPlan } from './open-plan.service.js';
import { versionAnswer } from './plan-answer.mapper.js';

/** A plan over time: its versions, all of a brukare's, and how it was followed up. */
@Injectable()
export class PlanHistoryService {
  constructor(
    private readonly database: Database,
    private readonly plans: GenomforandeplanRepository,
    private readonly open: OpenPlan,
    private readonly followUps: FollowUpRepository,
    private readonly brukare: BrukareService,
    private readonly orders: RamtidOrdersService,
    private readonly units: UnitsService,
  ) {}

  listVersions(caller: Caller, unitId: string, orderId: string): Promise<GenomforandeplanVersionListAnswer> {
    return this.database.runInTransaction(async () => {
      await this.open.order(caller, unitId, orderId, 'las');
      return { items: (await this.plans.findVersions(unitId, orderId)).map(versionAnswer) };
    });
  }

  /** @throws Problem 404 for a version that never was */
  showVersion(caller: Caller, unitId: string, orderId: string, version: string): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      const opened = await this.open.order(caller, unitId, orderId, 'las');
      const plan = await this.plans.findVersion(unitId, orderId, Number(version));
      if (plan === null) throw notFound();
      return this.open.answerWith(unitId, opened, plan);
    });
  }

  /** The plans of every order that is not over, each opened with an audit line of its own. */
  showOfBrukare(caller: Caller, unitId: string, brukareId: string): Promise<BrukareGenomforandeplanAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      await this.brukare.assertMaySee(caller, unitId, brukareId);
      const plans: BrukareGenomforandeplanAnswer['plans'] = [];
      for (const { id } of await this.orders.loadOrdersOf(unitId, brukareId, today())) {
        const opened = await this.open.order(caller, unitId, id, 'las');
        plans.push({ ...(await this.open.answer(unitId, opened)), orderCode: opened.order.id });
      }
      return { brukareId, plans };
    });
  }

  /**
   * Records that the plan in force was followed up; the next time is within the unit's months.
   *
   * @throws Problem 409 where no confirmed plan is in force, 422 for dates out of order
   */
  recordFollowUp(caller: Caller, unitId: string, orderId: string, wish: NewFollowUp): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      const opened = await this.open.order(caller, unitId, orderId, 'folj-upp');
      const plan = await this.open.planOf(unitId, orderId);
      if (plan?.status !== 'bekraftad') {
        throw conflict('plan.ej-bekraftad', 'Bara en bekräftad genomförandeplan följs upp.');
      }
      const { settings } = await this.units.loadSettings(unitId);
      const latest = addMonths(localDate(wish.followedUpOn), settings.followUpWithinMonths);
      const nextFollowUpOn = wish.nextFollowUpOn ?? latest;
      assertDates(wish.followedUpOn, nextFollowUpOn, plan.agreedOn, latest);
      const { followedUpOn, outcome, note } = wish;
      const recordedBy = caller.accountId;
      await this.followUps.insert(unitId, {
        orderId,
        genomforandeplanId: plan.id,
        followedUpOn,
        outcome,
        note,
        nextFollowUpOn,
        recordedBy,
      });
      return this.open.answer(unitId, opened);
    });
  }
}

function assertDates(followedUpOn: string, nextFollowUpOn: string, agreedOn: string, latest: string): void {
  const faults = [
    ...(followedUpOn < agreedOn || followedUpOn > today()
      ? [{ pointer: '/followedUpOn', code: 'uppfoljning.utanfor', detail: `Från ${agreedOn} till och med i dag.` }]
      : []),
    ...(nextFollowUpOn <= followedUpOn || nextFollowUpOn > latest
      ? [{ pointer: '/nextFollowUpOn', code: 'uppfoljning.utanfor', detail: `Efter uppföljningen, senast ${latest}.` }]
      : []),
  ];
  if (faults.length > 0) throw invalidValues(faults);
}

const today = (): string => localOf(instantOfDate(new Date())).date;
