import { Injectable } from '@nestjs/common';
import type {
  AreaGeometry,
  NewPremises,
  NewWorkGroup,
  PremisesAnswer,
  PremisesChange,
  WorkGroupAnswer,
  WorkGroupAreaAnswer,
  WorkGroupChange,
} from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { invalidValues, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { crossesItself } from '../../unit-folder/areas/crosses-itself.js';
import { AuditLog } from '../audit-log/audit-log.js';
import {
  areaToContract,
  changedPremisesToRow,
  changedWorkGroupToRow,
  newPremisesToRow,
  newWorkGroupToRow,
  premisesToContract,
  workGroupToContract,
} from './place.mapper.js';
import { PlaceRepository } from './place.repository.js';

type PlaceKind = 'premises' | 'work-group';

/** Premises and work groups written down and changed by hand. None is removed: plans and shifts refer to them for years. */
@Injectable()
export class PlaceChangesService {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceRepository,
    private readonly auditLog: AuditLog,
  ) {}

  createPremises(caller: Caller, unitId: string, wish: NewPremises): Promise<PremisesAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const id = await this.places.insertPremises(newPremisesToRow(unitId, wish));
      await this.audit(caller, 'skapa', 'premises', unitId, id);
      return this.premises(unitId, id);
    });
  }

  /** @throws Problem 404, 412 when somebody else saved first */
  changePremises(
    caller: Caller,
    unitId: string,
    id: string,
    seenVersion: number,
    change: PremisesChange,
  ): Promise<PremisesAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const seen = { unitId, id, version: seenVersion };
      assertUpdated(await this.places.updatePremises(seen, changedPremisesToRow(change)));
      await this.audit(caller, 'andra', 'premises', unitId, id);
      return this.premises(unitId, id);
    });
  }

  /** @throws Problem 422 for premises of another unit */
  createWorkGroup(caller: Caller, unitId: string, wish: NewWorkGroup): Promise<WorkGroupAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      await this.checkPremises(unitId, wish.premisesId);
      const id = await this.places.insertWorkGroup(newWorkGroupToRow(unitId, wish));
      await this.audit(caller, 'skapa', 'work-group', unitId, id);
      return this.workGroup(unitId, id);
    });
  }

  /** @throws Problem 404, 412 when somebody else saved first, 422 for premises of another unit */
  changeWorkGroup(
    caller: Caller,
    unitId: string,
    id: string,
    seenVersion: number,
    change: WorkGroupChange,
  ): Promise<WorkGroupAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if (change.premisesId !== undefined) await this.checkPremises(unitId, change.premisesId);
      const seen = { unitId, id, version: seenVersion };
      assertUpdated(await this.places.updateWorkGroup(seen, changedWorkGroupToRow(change)));
      await this.audit(caller, 'andra', 'work-group', unitId, id);
      return this.workGroup(unitId, id);
    });
  }

  /**
   * Keeps the area drawn for a group; null takes it away. Nobody changes group by it: it is where a new brukare's group is
   * read from, and what the map shows.
   *
   * @throws Problem 404, 412 when somebody else saved first, 422 for a border that crosses itself
   */
  drawArea(
    caller: Caller,
    unitId: string,
    id: string,
    seenVersion: number,
    area: AreaGeometry | null,
  ): Promise<WorkGroupAreaAnswer> {
    assertUnit(caller, unitId);
    if (area !== null && crossesItself(area)) {
      const detail = 'Gränsen korsar sig själv. Flytta hörnen så att linjerna inte går över varandra.';
      throw invalidValues([{ pointer: '/area', code: 'omrade.korsar-sig-sjalv', detail }]);
    }
    return this.database.runInTransaction(async () => {
      assertUpdated(await this.places.updateArea({ unitId, id, version: seenVersion }, area));
      await this.audit(caller, area === null ? 'ta-bort-omrade' : 'rita-omrade', 'work-group', unitId, id);
      const row = (await this.places.findWorkGroups(unitId)).find((one) => one.id === id);
      if (row === undefined) throw notFound();
      return areaToContract(row);
    });
  }

  private async checkPremises(unitId: string, premisesId: string): Promise<void> {
    const premises = await this.places.findPremises(unitId);
    assertReferences({ '/premisesId': premises.some(({ id }) => id === premisesId) });
  }

  private async premises(unitId: string, id: string): Promise<PremisesAnswer> {
    const row = (await this.places.findPremises(unitId)).find((one) => one.id === id);
    if (row === undefined) throw notFound();
    return premisesToContract(row);
  }

  private async workGroup(unitId: string, id: string): Promise<WorkGroupAnswer> {
    const row = (await this.places.findWorkGroups(unitId)).find((one) => one.id === id);
    if (row === undefined) throw notFound();
    return workGroupToContract(row);
  }

  private audit(caller: Caller, action: string, recordKind: PlaceKind, unitId: string, recordId: string) {
    return this.auditLog.record({ caller, action, recordKind, recordId, unitId });
  }
}
