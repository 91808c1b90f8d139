import { Injectable } from '@nestjs/common';
import type {
  NewPremises,
  NewWorkGroup,
  PremisesAnswer,
  PremisesChange,
  WorkGroupAnswer,
  WorkGroupChange,
} from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { AuditLog } from '../audit-log/audit-log.js';
import {
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
