import { Injectable } from '@nestjs/common';
import type { ExtraVisitAnswer, NewExtraVisit } from '@hemtjanst/contracts';
import {
  instantOfDate,
  isOrderValidOn,
  localDate,
  localOf,
  type ExtraVisit,
  type RamtidOrder,
} from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { invalidValues, notFound, versionChanged } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { RamtidOrdersService } from '../ramtid-orders/ramtid-orders.service.js';
import { extraVisitAnswerOf, extraVisitToDomain, newExtraVisitRow } from './extra-visit.mapper.js';
import { ExtraVisitRepository, type StoredExtraVisit } from './extra-visit.repository.js';

interface OrderOfDay {
  readonly id: string;
  readonly order: RamtidOrder;
}

/** Visits of single days, kept until they are withdrawn; each draws on an order of its brukare that is valid that day. */
@Injectable()
export class ExtraVisitsService {
  constructor(
    private readonly database: Database,
    private readonly extraVisits: ExtraVisitRepository,
    private readonly brukare: BrukareService,
    private readonly orders: RamtidOrdersService,
    private readonly auditLog: AuditLog,
  ) {}

  /** The visits of a day. */
  list(caller: Caller, unitId: string, date: string): Promise<readonly ExtraVisitAnswer[]> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const rows = await this.extraVisits.findOfDays(unitId, date, date);
      await this.audit(caller, 'las', rows);
      return rows.map(extraVisitAnswerOf);
    });
  }

  /**
   * Keeps a visit; inside the caller's transaction.
   *
   * @throws Problem 422 for a past day, a brukare of another unit, or one without a valid order that day
   */
  async create(caller: Caller, unitId: string, wish: NewExtraVisit): Promise<ExtraVisitAnswer> {
    assertUnit(caller, unitId);
    assertNotPast(wish.onDate);
    const brukare = await this.brukare.loadCodes(unitId);
    assertReferences({ '/brukareId': brukare.hasId(wish.brukareId) });
    const orderId = await this.orderOf(unitId, wish);
    const id = await this.extraVisits.insert(newExtraVisitRow(wish, { unitId, orderId, madeBy: caller.accountId }));
    const row = await this.get(unitId, id);
    await this.audit(caller, 'skapa', [row]);
    return extraVisitAnswerOf(row);
  }

  /** @throws Problem 404 */
  async load(unitId: string, id: string): Promise<ExtraVisitAnswer> {
    return extraVisitAnswerOf(await this.get(unitId, id));
  }

  /** Takes a visit back; inside the caller's transaction. @throws Problem 404, 412 when somebody else was first */
  async withdraw(caller: Caller, unitId: string, id: string, seenVersion: number): Promise<void> {
    const row = await this.get(unitId, id);
    if (!(await this.extraVisits.withdraw(unitId, id, seenVersion, caller.accountId))) {
      throw versionChanged(row.version);
    }
    await this.audit(caller, 'ta-bort', [row]);
  }

  /** For the domain, of the days of the range; without a range none: they belong to weeks, not to the unit. */
  async loadExtraVisits(
    unitId: string,
    range: { readonly from: string; readonly to: string } | null,
    orders: CodeIndex,
  ): Promise<readonly ExtraVisit[]> {
    if (range === null) return [];
    const rows = await this.extraVisits.findOfDays(unitId, range.from, range.to);
    return rows
      .filter(({ orderId }) => orders.hasId(orderId))
      .map((row) => extraVisitToDomain(row, orders.codeOf(row.orderId)));
  }

  /** The order that was named, else the one with most hours: an order of some hours a month has room for a visit more. */
  private async orderOf(unitId: string, { brukareId, onDate, ramtidOrderId }: NewExtraVisit): Promise<string> {
    const date = localDate(onDate);
    const valid = (await this.orders.loadOrdersOf(unitId, brukareId, onDate)).filter(({ order }) =>
      isOrderValidOn(order, date),
    );
    if (ramtidOrderId !== null) assertReferences({ '/ramtidOrderId': valid.some(({ id }) => id === ramtidOrderId) });
    const chosen = valid.find(({ id }) => id === ramtidOrderId) ?? valid.toSorted(byHours).at(0);
    if (chosen === undefined) {
      const detail = 'Brukaren har ingen beställning som gäller den dagen.';
      throw invalidValues([{ pointer: '/brukareId', code: 'order.saknas', detail }]);
    }
    return chosen.id;
  }

  private async get(unitId: string, id: string): Promise<StoredExtraVisit> {
    const row = await this.extraVisits.find(unitId, id);
    if (row === null) throw notFound();
    return row;
  }

  private audit(caller: Caller, action: string, rows: readonly StoredExtraVisit[]): Promise<void> {
    return this.auditLog.recordAll(
      rows.map(({ id, unitId, brukareId }) => ({
        caller,
        action,
        recordKind: 'extra-visit',
        recordId: id,
        brukareId,
        unitId,
      })),
    );
  }
}

const byHours = (a: OrderOfDay, b: OrderOfDay): number =>
  b.order.hoursPerMonth - a.order.hoursPerMonth || (a.order.id < b.order.id ? -1 : 1);

function assertNotPast(onDate: string): void {
  if (onDate >= localOf(instantOfDate(new Date())).date) return;
  throw invalidValues([{ pointer: '/onDate', code: 'dag.passerad', detail: 'Dagen har passerat.' }]);
}
