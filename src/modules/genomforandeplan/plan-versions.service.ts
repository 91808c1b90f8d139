import { Injectable } from '@nestjs/common';
import { hasRole, type Caller } from '../../http/caller.js';
import { forbidden } from '../../http/problems.js';
import { assertVersion } from '../../http/version.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { RamtidOrdersService } from '../ramtid-orders/ramtid-orders.service.js';
import { GenomforandeplanRepository, type NextPlan } from './genomforandeplan.repository.js';
import { OpenPlan } from './open-plan.service.js';

/** The one way to the next version of an order's plan. Run it inside a transaction. */
@Injectable()
export class PlanVersions {
  constructor(
    private readonly plans: GenomforandeplanRepository,
    private readonly open: OpenPlan,
    private readonly orders: RamtidOrdersService,
    private readonly brukare: BrukareService,
  ) {}

  /**
   * The plan becomes what holds, in the version after the one that was seen. Answers its number.
   *
   * @throws Problem 412 where somebody else came first, 403 for contacts that the caller may not agree on
   */
  async putInForce(
    caller: Caller,
    unitId: string,
    seenVersion: number,
    brukareId: string,
    plan: Omit<NextPlan, 'version'>,
  ): Promise<number> {
    await this.plans.lockCurrent(unitId, plan.orderId);
    const current = (await this.open.planOf(unitId, plan.orderId))?.version ?? 0;
    assertVersion(seenVersion, current);
    await this.checkContacts(caller, unitId, brukareId, plan);
    await this.plans.replaceCurrent(unitId, [plan.orderId]);
    await this.plans.insert(unitId, [{ ...plan, version: current + 1 }]);
    this.orders.announce(unitId, [plan.orderId]);
    return current + 1;
  }

  /** What a confirmed plan agrees about who comes is who the brukare has. Staff without an office role agree on no others. */
  private async checkContacts(
    caller: Caller,
    unitId: string,
    brukareId: string,
    { kontaktmanId, fastOmsorgskontakt, status }: Pick<NextPlan, 'kontaktmanId' | 'fastOmsorgskontakt' | 'status'>,
  ): Promise<void> {
    const before = await this.brukare.loadContacts(unitId, brukareId);
    const contacts = { kontaktmanId, fastOmsorgskontaktId: fastOmsorgskontakt?.employeeId ?? null };
    const isChange =
      contacts.kontaktmanId !== before.kontaktmanId || contacts.fastOmsorgskontaktId !== before.fastOmsorgskontaktId;
    if (isChange && !hasRole(caller, 'planerare', 'samordnare', 'enhetschef')) {
      throw forbidden('Kontaktman och fast omsorgskontakt ändras av planerare, samordnare eller enhetschef.');
    }
    await this.brukare.checkContacts(unitId, contacts);
    if (status === 'bekraftad') await this.brukare.agreeContacts(caller, unitId, brukareId, contacts);
  }
}
