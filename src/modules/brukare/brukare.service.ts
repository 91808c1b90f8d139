import { Injectable } from '@nestjs/common';
import type { BrukareAnswer, BrukareChange, BrukareQuery, NewBrukare } from '@hemtjanst/contracts';
import type { Brukare } from '@hemtjanst/domain';
import { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import type { ImportedTable } from '../../database/imported-table.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { pageOfItems, type Page } from '../../http/page.js';
import { forbidden, invalidValues, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { EmployeesService } from '../employees/employees.service.js';
import { PlacesService } from '../units/places.service.js';
import { mayKnowIdentity, maySee } from './brukare-access.js';
import type { BrukareEntity } from './brukare.entity.js';
import {
  brukareToContract,
  brukareToDomain,
  brukareToRow,
  changedBrukareToRow,
  hideIdentity,
  newBrukareToRow,
  type BrukareReferences,
} from './brukare.mapper.js';
import { BrukareRepository } from './brukare.repository.js';

/** Those who receive home care. Every read and every change leaves an audit line in the same transaction. */
@Injectable()
export class BrukareService {
  constructor(
    private readonly database: Database,
    private readonly brukare: BrukareRepository,
    private readonly employees: EmployeesService,
    private readonly places: PlacesService,
    private readonly auditLog: AuditLog,
  ) {}

  list(caller: Caller, unitId: string, query: BrukareQuery): Promise<Page<BrukareAnswer>> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { rows, total } = await this.find(unitId, query);
      const items = await this.toAnswers(caller, unitId, rows);
      await this.auditAll(caller, 'las', unitId, rows);
      return pageOfItems(items, total, query);
    });
  }

  show(caller: Caller, unitId: string, id: string): Promise<BrukareAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const row = await this.brukare.findOne(unitId, id);
      if (row === null || !maySee(caller, row)) throw notFound();
      await this.auditAll(caller, 'las', unitId, [row]);
      return this.toAnswer(caller, unitId, row);
    });
  }

  create(caller: Caller, unitId: string, brukare: NewBrukare): Promise<BrukareAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      await this.checkReferences(unitId, brukare);
      assertHasPlace(brukare.coordinate, brukare.isProtected);
      const id = await this.brukare.insert(newBrukareToRow(unitId, brukare));
      await this.brukare.replaceBans(unitId, new Map([[id, brukare.bannedEmployeeIds]]));
      const row = await this.get(unitId, id);
      await this.auditAll(caller, 'skapa', unitId, [row]);
      return this.toAnswer(caller, unitId, row);
    });
  }

  change(
    caller: Caller,
    unitId: string,
    id: string,
    seenVersion: number,
    change: BrukareChange,
  ): Promise<BrukareAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const before = await this.get(unitId, id);
      assertMayChange(caller, before, change);
      await this.checkReferences(unitId, change);
      assertHasPlace(
        change.coordinate === undefined ? before.lat : change.coordinate,
        change.isProtected ?? before.isProtected,
      );
      assertUpdated(await this.brukare.update({ unitId, id, version: seenVersion }, changedBrukareToRow(change)));
      if (change.bannedEmployeeIds !== undefined) {
        await this.brukare.replaceBans(unitId, new Map([[id, change.bannedEmployeeIds]]));
      }
      const row = await this.get(unitId, id);
      await this.auditAll(caller, 'andra', unitId, [row]);
      return this.toAnswer(caller, unitId, row);
    });
  }

  /** All brukare for the domain, and both names of each. */
  async loadBrukare(
    unitId: string,
    references: BrukareReferences,
  ): Promise<{ readonly brukare: readonly Brukare[]; readonly codes: CodeIndex }> {
    const rows = await this.brukare.findAll(unitId);
    const bans = await this.brukare.findBans(unitId, null);
    return {
      brukare: rows.map((row) => brukareToDomain(row, bans.get(row.id) ?? [], references)),
      codes: new CodeIndex('brukare', rows),
    };
  }

  loadCodes(unitId: string): Promise<CodeIndex> {
    return this.brukare.findCodes(unitId);
  }

  /** Ids of the brukare of a work group. */
  findMemberIds(unitId: string, workGroupId: string): Promise<readonly string[]> {
    return this.brukare.findMemberIds(unitId, workGroupId);
  }

  /** @throws Problem 404 unless the caller may see what belongs to this brukare of the unit */
  async assertMaySee(caller: Caller, unitId: string, id: string): Promise<void> {
    assertUnit(caller, unitId);
    if (!maySee(caller, await this.get(unitId, id))) throw notFound();
  }

  /**
   * Who the brukare has now.
   *
   * @throws Problem 404
   */
  async loadContacts(
    unitId: string,
    id: string,
  ): Promise<{ readonly kontaktmanId: string | null; readonly fastOmsorgskontaktId: string | null }> {
    const { kontaktmanId, fastOmsorgskontaktId } = await this.get(unitId, id);
    return { kontaktmanId, fastOmsorgskontaktId };
  }

  /** @throws Problem 422 for an unknown employee, or a fast omsorgskontakt who is no undersköterska */
  checkContacts(
    unitId: string,
    contacts: { readonly kontaktmanId: string | null; readonly fastOmsorgskontaktId: string | null },
  ): Promise<void> {
    return this.checkReferences(unitId, contacts);
  }

  /**
   * Takes over the contacts that a genomförandeplan has agreed; inside the caller's transaction.
   *
   * @throws Problem 422 for an unknown employee, or a fast omsorgskontakt who is no undersköterska
   */
  async agreeContacts(
    caller: Caller,
    unitId: string,
    id: string,
    contacts: { readonly kontaktmanId: string | null; readonly fastOmsorgskontaktId: string | null },
  ): Promise<void> {
    const before = await this.get(unitId, id);
    await this.checkContacts(unitId, contacts);
    const isSame =
      before.kontaktmanId === contacts.kontaktmanId && before.fastOmsorgskontaktId === contacts.fastOmsorgskontaktId;
    if (isSame) return;
    const seen = { unitId, id, version: before.version };
    assertUpdated(await this.brukare.update(seen, changedBrukareToRow(contacts)));
    await this.auditAll(caller, 'andra', unitId, [before]);
  }

  /** Part of an import: the caller has opened the transaction. */
  async importBrukare(
    caller: Caller | null,
    unitId: string,
    brukare: readonly Brukare[],
    references: BrukareReferences,
  ): Promise<{ readonly table: ImportedTable; readonly codes: CodeIndex }> {
    const rows = brukare.map((one) => brukareToRow(unitId, one, references));
    const table = await this.brukare.import(unitId, rows, (codes) =>
      bansByBrukare(brukare, codes, references.employees),
    );
    const codes = await this.brukare.findCodes(unitId);
    if (caller !== null) {
      const imported = brukare.map(({ id }) => ({ id: codes.idOf(id) }));
      await this.auditAll(caller, 'importera', unitId, imported);
    }
    return { table, codes };
  }

  private async find(
    unitId: string,
    query: BrukareQuery,
  ): Promise<{ readonly rows: readonly BrukareEntity[]; readonly total: number }> {
    if (query.search === undefined) return this.brukare.findPage(unitId, query.workGroupId, query);
    const rows = await this.brukare.search(unitId, query.workGroupId, query.search);
    return { rows, total: rows.length };
  }

  private async toAnswers(
    caller: Caller,
    unitId: string,
    rows: readonly BrukareEntity[],
  ): Promise<readonly BrukareAnswer[]> {
    const bans = await this.brukare.findBans(
      unitId,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => {
      const answer = brukareToContract(row, bans.get(row.id) ?? []);
      return mayKnowIdentity(caller, row) ? answer : hideIdentity(answer);
    });
  }

  private async toAnswer(caller: Caller, unitId: string, row: BrukareEntity): Promise<BrukareAnswer> {
    const [answer] = await this.toAnswers(caller, unitId, [row]);
    if (answer === undefined) throw notFound();
    return answer;
  }

  private async get(unitId: string, id: string): Promise<BrukareEntity> {
    const row = await this.brukare.findOne(unitId, id);
    if (row === null) throw notFound();
    return row;
  }

  private async checkReferences(unitId: string, change: BrukareChange): Promise<void> {
    const { workGroups } = await this.places.loadCodes(unitId);
    const employees = await this.employees.loadCodes(unitId);
    const isEmployee = (id: string | null | undefined): boolean =>
      id === undefined || id === null || employees.hasId(id);
    assertReferences({
      '/workGroupId': change.workGroupId === undefined || workGroups.hasId(change.workGroupId),
      '/kontaktmanId': isEmployee(change.kontaktmanId),
      '/fastOmsorgskontaktId': isEmployee(change.fastOmsorgskontaktId),
      '/bannedEmployeeIds': (change.bannedEmployeeIds ?? []).every(isEmployee),
    });
    await this.checkFastOmsorgskontakt(unitId, change.fastOmsorgskontaktId ?? null);
  }

  /** By law since 1 July 2023 only an undersköterska may be fast omsorgskontakt (domain.md section 4). */
  private async checkFastOmsorgskontakt(unitId: string, employeeId: string | null): Promise<void> {
    if (employeeId === null || (await this.employees.findTitle(unitId, employeeId)) === 'underskoterska') return;
    const detail = 'Fast omsorgskontakt måste vara undersköterska.';
    throw invalidValues([{ pointer: '/fastOmsorgskontaktId', code: 'ej-underskoterska', detail }]);
  }

  private async auditAll(
    caller: Caller,
    action: string,
    unitId: string,
    rows: readonly { readonly id: string }[],
  ): Promise<void> {
    const lines = rows.map(({ id }) => ({
      caller,
      action,
      recordKind: 'brukare',
      recordId: id,
      brukareId: id,
      unitId,
    }));
    await this.auditLog.recordAll(lines);
  }
}

/** Who may not know who it is may change how visits are done, but not identity, place or protection. */
function assertMayChange(caller: Caller, before: BrukareEntity, change: BrukareChange): void {
  if (mayKnowIdentity(caller, before)) return;
  const place = [change.address, change.coordinate, change.floor, change.doorMinutes];
  const hidden = [change.name, change.birthYear, change.isProtected, ...place];
  if (hidden.some((value) => value !== undefined)) {
    throw forbidden('Skyddade personuppgifter ändras av enhetschefen.');
  }
}

/** Everybody but a protected identity needs a coordinate: without one no travel time can be computed. */
function assertHasPlace(coordinate: unknown, isProtected: boolean): void {
  if (coordinate !== null || isProtected) return;
  const detail = 'Koordinat saknas; bara den som har skyddade personuppgifter kan sakna den.';
  throw invalidValues([{ pointer: '/coordinate', code: 'saknas', detail }]);
}

function bansByBrukare(
  brukare: readonly Brukare[],
  codes: CodeIndex,
  employees: CodeIndex,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    brukare.map(({ id, bannedEmployeeIds }) => [
      codes.idOf(id),
      bannedEmployeeIds.map((banned) => employees.idOf(banned)),
    ]),
  );
}
