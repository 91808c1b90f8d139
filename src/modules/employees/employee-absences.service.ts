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
import { EmployeeAbsenceRepository } from './employee-absence.repository.js';
import type { EmployeeAbsenceEntity } from './employee-absence.entity.js';
import { EmployeeRepository } from './employee.repository.js';
import type { DateRange } from '../../database/date-range.js';

/** When employees are away. */
@Injectable()
export class EmployeeAbsencesService {
  constructor(
    private readonly database: Database,
    private readonly absences: EmployeeAbsenceRepository,
    private readonly employees: EmployeeRepository,
  ) {}

  async list(caller: Caller, unitId: string, range: DateRangeQuery): Promise<readonly AbsenceAnswer[]> {
    assertUnit(caller, unitId);
    return (await this.absences.findTouching(unitId, range)).map(toContract);
  }

  create(caller: Caller, unitId: string, employeeId: string, absence: NewAbsence): Promise<AbsenceAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if ((await this.employees.findOne(unitId, employeeId)) === null) throw notFound();
      const id = await this.absences.insert({ ...newAbsenceToRow(unitId, absence), employeeId });
      return toContract(await this.get(unitId, id));
    });
  }

  /** Takes back an absence that is not going to be. */
  remove(caller: Caller, unitId: string, id: string, seenVersion: number): Promise<void> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if (await this.absences.remove(unitId, id, seenVersion)) return;
      throw versionChanged((await this.get(unitId, id)).version);
    });
  }

  async loadAbsences(unitId: string, range: DateRange | null, employees: CodeIndex): Promise<readonly Absence[]> {
    const rows = await this.absences.findTouching(unitId, range);
    return rows.map((row) => absenceToDomain(row, { kind: 'employee', id: employees.codeOf(row.employeeId) }));
  }

  /** The same with the employees named by the ids of their records. */
  async loadAbsencesByRecord(unitId: string, range: DateRange): Promise<readonly Absence[]> {
    const rows = await this.absences.findTouching(unitId, range);
    return rows.map((row) => absenceToDomain(row, { kind: 'employee', id: row.employeeId }));
  }

  /** Part of an import: the caller has opened the transaction. */
  importAbsences(unitId: string, absences: readonly Absence[], employees: CodeIndex): Promise<ImportedTable> {
    const ofEmployees = absences.filter(({ person }) => person.kind === 'employee');
    return this.absences.import(
      unitId,
      ofEmployees.map((absence) => ({
        ...absenceIntervalToRow(unitId, absence),
        employeeId: employees.idOf(absence.person.id),
      })),
    );
  }

  private async get(unitId: string, id: string): Promise<EmployeeAbsenceEntity> {
    const row = await this.absences.findOne(unitId, id);
    if (row === null) throw notFound();
    return row;
  }
}

const toContract = (row: EmployeeAbsenceEntity): AbsenceAnswer => absenceToContract(row, row.employeeId);
