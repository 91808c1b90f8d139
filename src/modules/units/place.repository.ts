import { Injectable } from '@nestjs/common';
import type { Premises, WorkGroup, WorkGroupArea } from '@hemtjanst/domain';
import { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { syncRows } from '../../database/sync-rows.js';
import { updateVersioned, type SeenRecord, type UpdateOutcome } from '../../database/update-versioned.js';
import {
  premisesToRow,
  workGroupToRow,
  type changedPremisesToRow,
  type changedWorkGroupToRow,
  type newPremisesToRow,
  type newWorkGroupToRow,
} from './place.mapper.js';
import { PremisesEntity } from './premises.entity.js';
import { WorkGroupEntity } from './work-group.entity.js';

/** Where a unit works from: its premises, and its groups with their areas. */
@Injectable()
export class PlaceRepository {
  constructor(private readonly database: Database) {}

  findPremises(unitId: string): Promise<readonly PremisesEntity[]> {
    return this.database.manager.find(PremisesEntity, { where: { unitId }, order: { code: 'ASC' } });
  }

  findWorkGroups(unitId: string): Promise<readonly WorkGroupEntity[]> {
    return this.database.manager.find(WorkGroupEntity, { where: { unitId }, order: { code: 'ASC' } });
  }

  async insertPremises(row: ReturnType<typeof newPremisesToRow>): Promise<string> {
    const { identifiers } = await this.database.manager.insert(PremisesEntity, row);
    return String(identifiers[0]?.['id']);
  }

  updatePremises(seen: SeenRecord, change: ReturnType<typeof changedPremisesToRow>): Promise<UpdateOutcome> {
    return updateVersioned(this.database, PremisesEntity, seen, change);
  }

  async insertWorkGroup(row: ReturnType<typeof newWorkGroupToRow>): Promise<string> {
    const { identifiers } = await this.database.manager.insert(WorkGroupEntity, row);
    return String(identifiers[0]?.['id']);
  }

  updateWorkGroup(seen: SeenRecord, change: ReturnType<typeof changedWorkGroupToRow>): Promise<UpdateOutcome> {
    return updateVersioned(this.database, WorkGroupEntity, seen, change);
  }

  updateArea(seen: SeenRecord, area: WorkGroupArea['geometry'] | null): Promise<UpdateOutcome> {
    return updateVersioned(this.database, WorkGroupEntity, seen, { area });
  }

  async importPremises(unitId: string, premises: readonly Premises[]): Promise<ImportedTable> {
    const rows = premises.map((one) => premisesToRow(unitId, one));
    const count = await syncRows(this.database, PremisesEntity, ['unitId', 'code'], rows);
    const codes = new Set(premises.map(({ id }) => id));
    const kept = await this.findPremises(unitId);
    return importedTable('lokaler.csv', count, missingFrom(kept, codes));
  }

  async importWorkGroups(
    unitId: string,
    workGroups: readonly WorkGroup[],
    areas: readonly WorkGroupArea[],
    premises: CodeIndex,
  ): Promise<ImportedTable> {
    const areaOf = new Map(areas.map((area) => [area.workGroupId, area.geometry]));
    const rows = workGroups.map((group) => workGroupToRow(unitId, group, areaOf.get(group.id) ?? null, premises));
    const count = await syncRows(this.database, WorkGroupEntity, ['unitId', 'code'], rows);
    const codes = new Set(workGroups.map(({ id }) => id));
    const kept = await this.findWorkGroups(unitId);
    return importedTable('grupper.csv', count, missingFrom(kept, codes));
  }
}

function missingFrom(kept: readonly { readonly code: string }[], codes: ReadonlySet<string>): readonly string[] {
  return kept.map(({ code }) => code).filter((code) => !codes.has(code));
}
