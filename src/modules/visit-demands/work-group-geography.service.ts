import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { workGroupGeography, type WorkGroupGeography } from '../../unit-folder/areas/work-group-geography.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { CareUnitService } from './care-unit.service.js';

/** The groups on a map: area or hull, centre, extent and members. Protected identities are never placed. */
@Injectable()
export class WorkGroupGeographyService {
  constructor(
    private readonly database: Database,
    private readonly careUnits: CareUnitService,
    private readonly auditLog: AuditLog,
  ) {}

  async show(caller: Caller, unitId: string): Promise<WorkGroupGeography> {
    assertUnit(caller, unitId);
    const { unit, codes } = await this.careUnits.loadCareUnit(unitId);
    const geography = workGroupGeography(unit);
    const features = geography.features.map((feature) => {
      const id = codes.workGroups.idOf(feature.properties.workGroupId);
      const members = feature.properties.members.map((member) => {
        return { ...member, brukareId: codes.brukare.idOf(member.brukareId) };
      });
      return { ...feature, id, properties: { ...feature.properties, workGroupId: id, members } };
    });
    const shown = features.flatMap(({ properties }) => properties.members.map(({ brukareId }) => brukareId));
    const lines = shown.map((brukareId) => {
      return { caller, action: 'las', recordKind: 'geografi', recordId: unitId, brukareId, unitId };
    });
    await this.database.runInTransaction(() => this.auditLog.recordAll(lines));
    return { ...geography, features };
  }
}
