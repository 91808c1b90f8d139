import { Injectable } from '@nestjs/common';
import type { AbsenceAnswer, DateRangeQuery, NewAbsence } from '@hemtjanst/contracts';
import type { Absence } from '@hemtjanst/domain';
import {
  absenceIntervalToRow,
  absenceToContract,
  absenceToDomain,
  newAbsenceToRow,
} from '../../database/absence-rows.js';
import type { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import type { ImportedTable } from '../../database/imported-table.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound, versionChanged } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import type { DateRange } from '../../database/date-range.js';
import { BrukareAbsenceRepository } from './brukare-absence.repository.js';
import type { BrukareAbsenceEntity } from './brukare-absence.entity.js';
import { BrukareRepository } from './brukare.repository.js';

/** When brukare are away (hospital, travel): their visits are not demanded then. */
@Injectable()
export class BrukareAbsencesService {
  constructor(
    private readonly database: Database,
    private readonly absences: BrukareAbsenceRepository,
    private readonly brukare: BrukareRepository,
    private readonly auditLog: AuditLog,
  ) {}

  list(caller: Caller, unitId: string, range: DateRangeQuery): Promise<readonly AbsenceAnswer[]> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const rows = await this.absences.findTouching(unitId, range);
      await this.audit(caller, 'las', unitId, rows);
      return rows.map(toContract);
    });
  }

  create(caller: Caller, unitId: string, brukareId: string, absence: NewAbsence): Promise<AbsenceAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if ((await this.brukare.findOne(unitId, brukareId)) === null) throw notFound();
      const row = await this.get(
        unitId,
        await this.absences.insert({ ...newAbsenceToRow(unitId, absence), brukareId }),
      );
      await this.audit(caller, 'skapa', unitId, [row]);
      return toContract(row);
    });
  }

  /** Takes back an absence that is not going to be. */
  remove(caller: Caller, unitId: string, id: string, seenVersion: number): Promise<void> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const row = await this.get(unitId, id);
      if (!(await this.absences.remove(unitId, id, seenVersion))) throw versionChanged(row.version);
      await this.audit(caller, 'ta-bort', unitId, [row]);
    });
  }

  async loadAbsences(unitId: string, range: DateRange | null, brukare: CodeIndex): Promise<readonly Absence[]> {
    const rows = await this.absences.findTouching(unitId, range);
    return rows.map((row) => absenceToDomain(row, { kind: 'brukare', id: brukare.codeOf(row.brukareId) }));
  }

  /** Part of an import: the caller has opened the transaction. */
  importAbsences(unitId: string, absences: readonly Absence[], brukare: CodeIndex): Promise<ImportedTable> {
    const ofBrukare = absences.filter(({ person }) => person.kind === 'brukare');
    return this.absences.import(
      unitId,
      ofBrukare.map((absence) => ({
        ...absenceIntervalToRow(unitId, absence),
        brukareId: brukare.idOf(absence.person.id),
      })),
    );
  }

  private async get(unitId: string, id: string): Promise<BrukareAbsenceEntity> {
    const row = await this.absences.findOne(unitId, id);
    if (row === null) throw notFound();
    return row;
  }

  private async audit(
    caller: Caller,
    action: string,
    unitId: string,
    rows: readonly BrukareAbsenceEntity[],
  ): Promise<void> {
    await this.auditLog.recordAll(
      rows.map(({ id, brukareId }) => ({ caller, action, recordKind: 'franvaro', recordId: id, brukareId, unitId })),
    );
  }
}

const toContract = (row: BrukareAbsenceEntity): AbsenceAnswer => absenceToContract(row, row.brukareId);
