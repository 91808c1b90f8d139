import { Injectable } from '@nestjs/common';
import type { ProposedVisitChange } from '@hemtjanst/contracts';
import { clock, instantOfDate, localOf, minutes, proposeVisitPattern, type VisitTemplate } from '@hemtjanst/domain';
import type { Caller } from '../../http/caller.js';
import { conflict, invalidValues } from '../../http/problems.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { UnitsService } from '../units/units.service.js';
import type { NextPlan } from './genomforandeplan.repository.js';
import { OpenPlan, type OpenedOrder } from './open-plan.service.js';
import { planDetails } from './plan-details.js';
import { PlanVersions } from './plan-versions.service.js';
import { templateToDomain, templateToRow } from './visit-template.mapper.js';

/** Which agreed visit is to change, and how. */
export interface VisitChange {
  readonly orderId: string;
  readonly templateCode: string;
  readonly change: ProposedVisitChange;
}

/** Changes that others than the kontaktman bring up: the next version of the plan, a proposal until somebody confirms it. */
@Injectable()
export class PlanProposals {
  constructor(
    private readonly open: OpenPlan,
    private readonly versions: PlanVersions,
    private readonly brukare: BrukareService,
    private readonly units: UnitsService,
  ) {}

  /**
   * Part of the transaction in which the change was decided. Only the changed visit is marked as proposed; what was agreed
   * about the others, goals, wishes and contacts stays.
   *
   * @returns the number of the proposed version
   * @throws Problem 409 where the visit is agreed no more, 422 for a change that changes nothing
   */
  async proposeVisitChange(
    caller: Caller,
    unitId: string,
    { orderId, templateCode, change }: VisitChange,
  ): Promise<number> {
    const opened = await this.open.order(caller, unitId, orderId, 'andra');
    const plan = await this.open.planOf(unitId, orderId);
    const base = await this.baseOf(unitId, opened, orderId);
    const before = base.templates.find(({ id }) => id === templateCode);
    if (before === undefined) {
      throw conflict('besok.inte-avtalat', 'Besöket finns inte längre i genomförandeplanen: ändra planen i stället.');
    }
    const after = changed(before, change);
    assertDifferent(before, after);
    return this.versions.putInForce(caller, unitId, plan?.version ?? 0, opened.brukareId, {
      ...base.plan,
      madeBy: caller.accountId,
      status: 'foreslagen',
      templates: base.templates.map((template) => templateToRow(template === before ? after : template)),
    });
  }

  /** What holds now; without a plan it is the pattern that the week was planned by. */
  private async baseOf(unitId: string, { order, brukareId }: OpenedOrder, orderId: string): Promise<Base> {
    const plan = await this.open.planOf(unitId, orderId);
    if (plan !== null) return { plan, templates: plan.templates.map((row) => templateToDomain(row, order.id)) };
    const { settings } = await this.units.loadSettings(unitId);
    const agreedOn = localOf(instantOfDate(new Date())).date;
    const details = planDetails({ agreedOn }, order, await this.brukare.loadContacts(unitId, brukareId), settings);
    return {
      plan: { orderId, source: 'foreslagen', agreedOn, ...details },
      templates: proposeVisitPattern(order, settings).templates,
    };
  }
}

interface Base {
  readonly plan: Omit<NextPlan, 'version' | 'madeBy' | 'status' | 'templates'>;
  readonly templates: readonly VisitTemplate[];
}

const changed = (template: VisitTemplate, change: ProposedVisitChange): VisitTemplate => ({
  ...template,
  serviceMinutes: change.serviceMinutes === undefined ? template.serviceMinutes : minutes(change.serviceMinutes),
  window:
    change.window === undefined
      ? template.window
      : { earliest: clock(change.window.earliest), latest: clock(change.window.latest) },
  helper:
    change.helperMinutes === undefined
      ? template.helper
      : { earliestOffset: 0, latestOffset: 0, ...template.helper, serviceMinutes: minutes(change.helperMinutes) },
  isProposed: true,
});

function assertDifferent(before: VisitTemplate, after: VisitTemplate): void {
  const isSame =
    before.serviceMinutes === after.serviceMinutes &&
    before.window.earliest === after.window.earliest &&
    before.window.latest === after.window.latest &&
    before.helper?.serviceMinutes === after.helper?.serviceMinutes;
  if (!isSame) return;
  const detail = 'Ändringen är det som redan är avtalat.';
  throw invalidValues([{ pointer: '/change', code: 'andrar-inget', detail }]);
}
