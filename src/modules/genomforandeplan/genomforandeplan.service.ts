import { Injectable } from '@nestjs/common';
import type {
  GenomforandeplanAnswer,
  NewGenomforandeplan,
  ProposalConfirmation,
  RamtidBalanceAnswer,
  VisitPatternProposalAnswer,
} from '@hemtjanst/contracts';
import { proposeVisitPattern, type RamtidOrder, type VisitTemplate } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, invalidValues } from '../../http/problems.js';
import { assertVersion } from '../../http/version.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { RamtidOrdersService } from '../ramtid-orders/ramtid-orders.service.js';
import { UnitsService } from '../units/units.service.js';
import { GenomforandeplanRepository, type KeptPlan, type NextPlan } from './genomforandeplan.repository.js';
import { patternBalance } from './pattern-balance.js';
import { templateFromContract, templateToContract, templateToDomain, templateToRow } from './visit-template.mapper.js';

interface OrderOf {
  readonly order: RamtidOrder;
  readonly brukareId: string;
}

/** Stage 2 of the flow: what is agreed about when and how an order is carried out. */
@Injectable()
export class GenomforandeplanService {
  constructor(
    private readonly database: Database,
    private readonly plans: GenomforandeplanRepository,
    private readonly orders: RamtidOrdersService,
    private readonly brukare: BrukareService,
    private readonly units: UnitsService,
    private readonly auditLog: AuditLog,
  ) {}

  show(caller: Caller, unitId: string, orderId: string): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      const { order } = await this.openOrder(caller, unitId, orderId, 'las');
      return toAnswer(orderId, order, await this.findPlan(unitId, orderId));
    });
  }

  /** What was agreed replaces the version before it, whole. */
  agree(
    caller: Caller,
    unitId: string,
    orderId: string,
    seenVersion: number,
    { agreedOn, templates }: NewGenomforandeplan,
  ): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      const { order } = await this.openOrder(caller, unitId, orderId, 'andra');
      const agreed = templates.map((template) => templateFromContract(template, order.id));
      await this.checkCodes(unitId, orderId, agreed);
      await this.putInForce(unitId, seenVersion, {
        orderId,
        source: 'avtalad',
        agreedOn,
        madeBy: caller.accountId,
        templates: agreed.map(templateToRow),
      });
      return toAnswer(orderId, order, await this.findPlan(unitId, orderId));
    });
  }

  /** A pattern from the insatser and the ramtid, with every choice explained; nothing is saved. */
  propose(caller: Caller, unitId: string, orderId: string): Promise<VisitPatternProposalAnswer> {
    return this.database.runInTransaction(async () => {
      const { order } = await this.openOrder(caller, unitId, orderId, 'las');
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

  /** The proposal becomes the agreed plan: a person answers for it from now on. */
  confirmProposal(
    caller: Caller,
    unitId: string,
    orderId: string,
    seenVersion: number,
    { agreedOn }: ProposalConfirmation,
  ): Promise<GenomforandeplanAnswer> {
    return this.database.runInTransaction(async () => {
      const { order } = await this.openOrder(caller, unitId, orderId, 'andra');
      const { settings } = await this.units.loadSettings(unitId);
      const { templates } = proposeVisitPattern(order, settings);
      if (templates.length === 0) throw conflict('inget-forslag', 'Beställningen ger inga besök att föreslå.');
      const confirmed = templates.map((template) => ({ ...template, isProposed: false }));
      await this.checkCodes(unitId, orderId, confirmed);
      await this.putInForce(unitId, seenVersion, {
        orderId,
        source: 'foreslagen',
        agreedOn,
        madeBy: caller.accountId,
        templates: confirmed.map(templateToRow),
      });
      return toAnswer(orderId, order, await this.findPlan(unitId, orderId));
    });
  }

  /** The month's ramtid beside what the plan's visits take from it. */
  balance(caller: Caller, unitId: string, orderId: string, month: string): Promise<RamtidBalanceAnswer> {
    return this.database.runInTransaction(async () => {
      const { order } = await this.openOrder(caller, unitId, orderId, 'las');
      const { settings } = await this.units.loadSettings(unitId);
      const plan = await this.findPlan(unitId, orderId);
      const templates =
        plan === null
          ? proposeVisitPattern(order, settings).templates
          : plan.templates.map((row) => templateToDomain(row, order.id));
      return { ramtidOrderId: orderId, ...patternBalance(order, templates, month, settings) };
    });
  }

  private async openOrder(caller: Caller, unitId: string, orderId: string, action: string): Promise<OrderOf> {
    assertUnit(caller, unitId);
    const found = await this.orders.loadOrder(unitId, orderId);
    await this.brukare.assertMaySee(caller, unitId, found.brukareId);
    const { brukareId } = found;
    await this.auditLog.record({
      caller,
      action,
      recordKind: 'genomforandeplan',
      recordId: orderId,
      brukareId,
      unitId,
    });
    return found;
  }

  private async findPlan(unitId: string, orderId: string): Promise<KeptPlan | null> {
    return (await this.plans.findCurrent(unitId, [orderId])).at(0) ?? null;
  }

  private async putInForce(unitId: string, seenVersion: number, plan: Omit<NextPlan, 'version'>): Promise<void> {
    await this.plans.lockCurrent(unitId, plan.orderId);
    const current = (await this.findPlan(unitId, plan.orderId))?.version ?? 0;
    assertVersion(seenVersion, current);
    await this.plans.replaceCurrent(unitId, [plan.orderId]);
    await this.plans.insert(unitId, [{ ...plan, version: current + 1 }]);
    this.orders.announce(unitId, [plan.orderId]);
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

function toAnswer(ramtidOrderId: string, order: RamtidOrder, plan: KeptPlan | null): GenomforandeplanAnswer {
  if (plan === null) return { ramtidOrderId, version: 0, source: null, agreedOn: null, templates: [] };
  const templates = plan.templates.map((row) => templateToContract(templateToDomain(row, order.id)));
  return { ramtidOrderId, version: plan.version, source: plan.source, agreedOn: plan.agreedOn, templates };
}
