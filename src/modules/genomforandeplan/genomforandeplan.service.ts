import { Injectable } from '@nestjs/common';
import type {
  GenomforandeplanAnswer,
  NewGenomforandeplan,
  ProposalConfirmation,
  RamtidBalanceAnswer,
  VisitPatternProposalAnswer,
} from '@hemtjanst/contracts';
import { proposeVisitPattern, type VisitTemplate } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import type { Caller } from '../../http/caller.js';
import { conflict, invalidValues, notFound } from '../../http/problems.js';
import { assertVersion } from '../../http/version.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { UnitsService } from '../units/units.service.js';
import { GenomforandeplanRepository } from './genomforandeplan.repository.js';
import { OpenPlan, type OpenedOrder } from './open-plan.service.js';
import { patternBalance } from './pattern-balance.js';
import { planDetails, type PlanDetails } from './plan-details.js';
import { PlanVersions } from './plan-versions.service.js';
import { templateFromContract, templateToContract, templateToDomain, templateToRow } from './visit-template.mapper.js';

/** Stage 2 of the flow: what is agreed about when, how and by whom an order is carried out. */
@Injectable()
export class GenomforandeplanService {
  constructor(
    private readonly database: Database,
    private readonly plans: GenomforandeplanRepository,
    private readonly open: OpenPlan,
    private readonly versions: PlanVersions,
    private readonly brukare: BrukareService,
    private readonly units: UnitsService,
  ) {}

  show(caller: Caller, unitId: string, orderId: string): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      return this.open.answer(unitId, await this.open.order(caller, unitId, orderId, 'las'));
    });
  }

  /** What was agreed, or is proposed to the brukare, replaces the version before it, whole. */
  agree(
    caller: Caller,
    unitId: string,
    orderId: string,
    seenVersion: number,
    wish: NewGenomforandeplan,
  ): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      const opened = await this.open.order(caller, unitId, orderId, 'andra');
      const isProposed = wish.status === 'foreslagen';
      const templates = wish.templates.map((template) => ({
        ...templateFromContract(template, opened.order.id),
        isProposed,
      }));
      await this.checkCodes(unitId, orderId, templates);
      await this.versions.putInForce(caller, unitId, seenVersion, opened.brukareId, {
        orderId,
        source: 'avtalad',
        agreedOn: wish.agreedOn,
        madeBy: caller.accountId,
        status: wish.status,
        templates: templates.map(templateToRow),
        ...(await this.detailsOf(unitId, opened, wish)),
      });
      return this.open.answer(unitId, opened);
    });
  }

  /**
   * The proposed version becomes the agreed one: the same visits, in a version of its own that says who confirmed it, and when.
   *
   * @throws Problem 404 where nothing is kept, 409 where it is confirmed already
   */
  confirm(
    caller: Caller,
    unitId: string,
    orderId: string,
    seenVersion: number,
    { agreedOn }: ProposalConfirmation,
  ): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      const opened = await this.open.order(caller, unitId, orderId, 'bekrafta');
      const plan = await this.open.planOf(unitId, orderId);
      if (plan === null) throw notFound();
      assertVersion(seenVersion, plan.version);
      if (plan.status === 'bekraftad') throw conflict('plan.bekraftad', 'Planen är redan bekräftad.');
      const { followUpOn } = await this.detailsOf(unitId, opened, { agreedOn });
      await this.versions.putInForce(caller, unitId, seenVersion, opened.brukareId, {
        ...plan,
        agreedOn,
        madeBy: caller.accountId,
        status: 'bekraftad',
        followUpOn,
        templates: plan.templates.map((row) =>
          templateToRow({ ...templateToDomain(row, opened.order.id), isProposed: false }),
        ),
      });
      return this.open.answer(unitId, opened);
    });
  }

  /** A pattern from the insatser and the ramtid, with every choice explained; nothing is saved. */
  propose(caller: Caller, unitId: string, orderId: string): Promise<VisitPatternProposalAnswer> {
    return this.database.runInTransaction(async () => {
      const { order } = await this.open.order(caller, unitId, orderId, 'las');
      const { settings } = await this.units.loadSettings(unitId);
      const { templates, explanation } = proposeVisitPattern(order, settings);
      return {
        ramtidOrderId: orderId,
        templates: templates.map(templateToContract),
        orderedMinutesPerMonth: explanation.orderedMonthMinutes,
        plannedMinutesPerMonth: explanation.plannedMonthMinutes,
        explanation: [...explanation.sentences],
      };
    });
  }

  /** The product's proposal becomes the agreed plan: a person answers for it from now on. */
  confirmProposal(
    caller: Caller,
    unitId: string,
    orderId: string,
    seenVersion: number,
    { agreedOn }: ProposalConfirmation,
  ): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      const opened = await this.open.order(caller, unitId, orderId, 'andra');
      const { settings } = await this.units.loadSettings(unitId);
      const { templates } = proposeVisitPattern(opened.order, settings);
      if (templates.length === 0) throw conflict('inget-forslag', 'Beställningen ger inga besök att föreslå.');
      const confirmed = templates.map((template) => ({ ...template, isProposed: false }));
      await this.checkCodes(unitId, orderId, confirmed);
      await this.versions.putInForce(caller, unitId, seenVersion, opened.brukareId, {
        orderId,
        source: 'foreslagen',
        agreedOn,
        madeBy: caller.accountId,
        status: 'bekraftad',
        templates: confirmed.map(templateToRow),
        ...(await this.detailsOf(unitId, opened, { agreedOn })),
      });
      return this.open.answer(unitId, opened);
    });
  }

  /** The month's ramtid beside what the plan's visits take from it. */
  balance(caller: Caller, unitId: string, orderId: string, month: string): Promise<RamtidBalanceAnswer> {
    return this.database.runInTransaction(async () => {
      const { order } = await this.open.order(caller, unitId, orderId, 'las');
      const { settings } = await this.units.loadSettings(unitId);
      const plan = await this.open.planOf(unitId, orderId);
      const templates =
        plan === null
          ? proposeVisitPattern(order, settings).templates
          : plan.templates.map((row) => templateToDomain(row, order.id));
      return { ramtidOrderId: orderId, ...patternBalance(order, templates, month, settings) };
    });
  }

  private async detailsOf(
    unitId: string,
    { order, brukareId }: OpenedOrder,
    wish: Parameters<typeof planDetails>[0],
  ): Promise<PlanDetails> {
    const { settings } = await this.units.loadSettings(unitId);
    return planDetails(wish, order, await this.brukare.loadContacts(unitId, brukareId), settings);
  }

  /** A code means one visit in the unit, and a visit can only come after another of the same plan. */
  private async checkCodes(unitId: string, orderId: string, templates: readonly VisitTemplate[]): Promise<void> {
    const codes = templates.map(({ id }) => id);
    const ownerOf = await this.plans.findOrdersOfCodes(unitId, codes);
    const faults = templates.flatMap(({ id, gap }, index) => {
      const isTaken = codes.indexOf(id) !== index || (ownerOf.get(id) ?? orderId) !== orderId;
      const follows = gap?.afterTemplateId;
      const isLost = follows !== undefined && (follows === id || !codes.includes(follows));
      return [
        ...(isTaken ? [fault(index, 'code', 'upptagen', 'Numret används redan av ett annat besök.')] : []),
        ...(isLost ? [fault(index, 'gap', 'okand-referens', 'Besöket före finns inte i planen.')] : []),
      ];
    });
    if (faults.length > 0) throw invalidValues(faults);
  }
}

function fault(index: number, field: string, code: string, detail: string) {
  return { pointer: `/templates/${index}/${field}`, code, detail };
}
