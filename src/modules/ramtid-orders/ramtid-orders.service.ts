import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { NewRamtidOrder, RamtidOrderAnswer, RamtidOrderChange, RamtidOrderQuery } from '@hemtjanst/contracts';
import type { RamtidOrder } from '@hemtjanst/domain';
import { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import type { ImportedTable } from '../../database/imported-table.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { pageOfItems, type Page } from '../../http/page.js';
import { invalidValues, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareService } from '../brukare/brukare.service.js';
import type { RamtidOrderEntity } from './ramtid-order.entity.js';
import { RamtidOrderChanged } from './ramtid-order.events.js';
import { changedOrderToRow, newOrderToRow, orderToContract, orderToDomain, orderToRow } from './ramtid-order.mapper.js';
import { RamtidOrderRepository } from './ramtid-order.repository.js';

/** Stage 1 of the flow: an order is received, read and changed. */
@Injectable()
export class RamtidOrdersService {
  constructor(
    private readonly database: Database,
    private readonly orders: RamtidOrderRepository,
    private readonly brukare: BrukareService,
    private readonly auditLog: AuditLog,
    private readonly events: EventEmitter2,
  ) {}

  receive(caller: Caller, unitId: string, order: NewRamtidOrder): Promise<RamtidOrderAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const brukare = await this.brukare.loadCodes(unitId);
      assertReferences({ '/brukareId': brukare.hasId(order.brukareId) });
      assertSound(order);
      const row = await this.get(unitId, await this.orders.insert(newOrderToRow(unitId, order)));
      await this.audit(caller, 'skapa', unitId, [row]);
      this.announce(unitId, [row.id]);
      return orderToContract(row);
    });
  }

  list(caller: Caller, unitId: string, query: RamtidOrderQuery): Promise<Page<RamtidOrderAnswer>> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { rows, total } = await this.orders.findPage(unitId, query, await this.brukareOf(unitId, query));
      await this.audit(caller, 'las', unitId, rows);
      return pageOfItems(rows.map(orderToContract), total, query);
    });
  }

  show(caller: Caller, unitId: string, id: string): Promise<RamtidOrderAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const row = await this.get(unitId, id);
      await this.audit(caller, 'las', unitId, [row]);
      return orderToContract(row);
    });
  }

  change(
    caller: Caller,
    unitId: string,
    id: string,
    seenVersion: number,
    change: RamtidOrderChange,
  ): Promise<RamtidOrderAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const before = await this.get(unitId, id);
      assertSound({
        from: change.from ?? before.fromDate,
        to: change.to === undefined ? before.toDate : change.to,
        kind: change.kind ?? before.kind,
        hoursPerMonth: change.hoursPerMonth ?? before.hoursPerMonth,
      });
      assertUpdated(await this.orders.update({ unitId, id, version: seenVersion }, changedOrderToRow(change)));
      const row = await this.get(unitId, id);
      await this.audit(caller, 'andra', unitId, [row]);
      this.announce(unitId, [id]);
      return orderToContract(row);
    });
  }

  /** Orders for the domain, valid on some day of the range, and both names of each; all of them without a range. */
  async loadOrders(
    unitId: string,
    range: { readonly from: string; readonly to: string } | null,
    brukare: CodeIndex,
  ): Promise<{ readonly orders: readonly RamtidOrder[]; readonly codes: CodeIndex }> {
    const rows = await this.orders.findValid(unitId, range);
    return {
      orders: rows.map((row) => orderToDomain(row, brukare.codeOf(row.brukareId))),
      codes: new CodeIndex('ramtid order', rows),
    };
  }

  /**
   * One order of the unit, with whose it is.
   *
   * @throws Problem 404
   */
  async loadOrder(unitId: string, id: string): Promise<{ readonly order: RamtidOrder; readonly brukareId: string }> {
    const row = await this.get(unitId, id);
    const brukare = await this.brukare.loadCodes(unitId);
    return { order: orderToDomain(row, brukare.codeOf(row.brukareId)), brukareId: row.brukareId };
  }

  /** The orders of a brukare that are not over on a day, by the unit's own number. */
  async loadOrdersOf(
    unitId: string,
    brukareId: string,
    onDate: string,
  ): Promise<readonly { readonly id: string; readonly order: RamtidOrder }[]> {
    const brukare = await this.brukare.loadCodes(unitId);
    const rows = await this.orders.findValid(unitId, { from: onDate, to: FAR_AWAY });
    return rows
      .filter((row) => row.brukareId === brukareId)
      .map((row) => ({ id: row.id, order: orderToDomain(row, brukare.codeOf(row.brukareId)) }));
  }

  /** Part of an import: the caller has opened the transaction and announces the orders once it has committed. */
  importOrders(
    unitId: string,
    orders: readonly RamtidOrder[],
    brukare: CodeIndex,
  ): Promise<{ readonly table: ImportedTable; readonly codes: CodeIndex; readonly touchedIds: readonly string[] }> {
    return this.orders.import(
      unitId,
      orders.map((order) => orderToRow(unitId, order, brukare)),
    );
  }

  /** Tells later stages, once the running transaction has committed. */
  announce(unitId: string, ramtidOrderIds: readonly string[]): void {
    if (ramtidOrderIds.length === 0) return;
    this.database.afterCommit(() => {
      this.events.emit(RamtidOrderChanged.eventName, new RamtidOrderChanged(unitId, ramtidOrderIds));
    });
  }

  /** Whose orders are asked for; null: everybody's. */
  private async brukareOf(
    unitId: string,
    { brukareId, workGroupId }: RamtidOrderQuery,
  ): Promise<readonly string[] | null> {
    if (brukareId === undefined && workGroupId === undefined) return null;
    const members = workGroupId === undefined ? null : await this.brukare.findMemberIds(unitId, workGroupId);
    if (brukareId === undefined) return members;
    return members === null || members.includes(brukareId) ? [brukareId] : [];
  }

  private async get(unitId: string, id: string): Promise<RamtidOrderEntity> {
    const row = await this.orders.findOne(unitId, id);
    if (row === null) throw notFound();
    return row;
  }

  private async audit(
    caller: Caller,
    action: string,
    unitId: string,
    rows: readonly RamtidOrderEntity[],
  ): Promise<void> {
    await this.auditLog.recordAll(
      rows.map(({ id, brukareId }) => ({
        caller,
        action,
        recordKind: 'ramtid-order',
        recordId: id,
        brukareId,
        unitId,
      })),
    );
  }
}

/** After every order: also one that has not begun is to be agreed on. */
const FAR_AWAY = '2199-12-31';

/** The period runs forward, and everything but a trygghetslarm has hours. */
function assertSound({ from, to, kind, hoursPerMonth }: Pick<RamtidOrder, 'kind' | 'hoursPerMonth'> & Period): void {
  const faults = [
    ...(to !== null && to < from
      ? [{ pointer: '/to', code: 'tid.bakvand', detail: 'Sista dagen ligger före första.' }]
      : []),
    ...(hoursPerMonth === 0 && kind !== 'larm'
      ? [{ pointer: '/hoursPerMonth', code: 'utanfor-grans', detail: 'Beställningen behöver timmar.' }]
      : []),
  ];
  if (faults.length > 0) throw invalidValues(faults);
}

interface Period {
  readonly from: string;
  readonly to: string | null;
}
