import { Injectable } from '@nestjs/common';
import type { ExportedFile } from '@hemtjanst/contracts';
import type { CareUnit } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import type { ListCell, ListFile } from '../../http/list-file.js';
import { unitTables, type UnitTable } from '../../unit-folder/write-unit-folder.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { CareUnitService } from '../visit-demands/care-unit.service.js';

/** The unit's own files out again, as they can be read in: what is changed in them is seen in the import's preview. */
@Injectable()
export class UnitExportsService {
  constructor(
    private readonly database: Database,
    private readonly careUnits: CareUnitService,
    private readonly auditLog: AuditLog,
  ) {}

  /** Protected brukare are left out of `kunder`: their names and addresses never leave in a list. */
  write(caller: Caller, unitId: string, file: ExportedFile): Promise<ListFile> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { unit, codes } = await this.careUnits.loadCareUnit(unitId);
      const open = withoutProtected(unit);
      const table = unitTables(open).find(({ file: { fileName } }) => fileName === `${file}.csv`);
      const subject = { caller, action: 'exportera', recordKind: 'unit', recordId: unitId, unitId };
      await this.auditLog.record(subject);
      if (file === 'kunder') {
        await this.auditLog.recordAll(
          open.brukare.map(({ id }) => ({ ...subject, brukareId: codes.brukare.idOf(id) })),
        );
      }
      return { name: file, ...(table === undefined ? { columns: [], rows: [] } : listOf(table)) };
    });
  }
}

const withoutProtected = (unit: CareUnit): CareUnit => ({
  ...unit,
  brukare: unit.brukare.filter(({ isProtected }) => !isProtected),
});

function listOf({ file, rows }: UnitTable): Pick<ListFile, 'columns' | 'rows'> {
  const columns = file.columns.map(({ name }) => name);
  return { columns, rows: rows.map((row) => columns.map((column): ListCell => row[column] ?? null)) };
}
