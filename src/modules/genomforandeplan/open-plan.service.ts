import { Injectable } from '@nestjs/common';
import type { GenomforandeplanAnswer } from '@hemtjanst/contracts';
import type { RamtidOrder } from '@hemtjanst/domain';
import { assertUnit, type Caller } from '../../http/caller.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { RamtidOrdersService } from '../ramtid-orders/ramtid-orders.service.js';
import { UnitsService } from '../units/units.service.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { GenomforandeplanRepository, type KeptPlan } from './genomforandeplan.repository.js';
import { planAnswer } from './plan-answer.mapper.js';

/** An order whose plan somebody has opened. */
export interface OpenedOrder {
  readonly ramtidOrderId: string;
  readonly order: RamtidOrder;
  readonly brukareId: string;
}

/** The one way to an order's plan: access, audit line, then the plan. Run it inside a transaction. */
@Injectable()
export class OpenPlan {
  constructor(
    private readonly plans: GenomforandeplanRepository,
    private readonly followUps: FollowUpRepository,
    private readonly orders: RamtidOrdersService,
    private readonly brukare: BrukareService,
    private readonly units: UnitsService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 for an order that is not there, or whose brukare the caller may not see */
  async order(caller: Caller, unitId: string, orderId: string, action: string): Promise<OpenedOrder> {
    assertUnit(caller, unitId);
    const { order, brukareId } = await this.orders.loadOrder(unitId, orderId);
    await this.brukare.assertMaySee(caller, unitId, brukareId);
    const subject = { caller, action, recordKind: 'genomforandeplan', recordId: orderId, unitId };
    await this.auditLog.record({ ...subject, brukareId });
    return { ramtidOrderId: orderId, order, brukareId };
  }

  /** The version that holds now; null: none. */
  async planOf(unitId: string, orderId: string): Promise<KeptPlan | null> {
    return (await this.plans.findCurrent(unitId, [orderId])).at(0) ?? null;
  }

  async answer(unitId: string, opened: OpenedOrder): Promise<GenomforandeplanAnswer> {
    return this.answerWith(unitId, opened, await this.planOf(unitId, opened.ramtidOrderId));
  }

  /** @param plan any version of the order's plan */
  async answerWith(unitId: string, opened: OpenedOrder, plan: KeptPlan | null): Promise<GenomforandeplanAnswer> {
    const { settings } = await this.units.loadSettings(unitId);
    const followUps = await this.followUps.findOfOrders(unitId, [opened.ramtidOrderId]);
    return planAnswer({ ...opened, plan, followUps }, settings);
  }
}
