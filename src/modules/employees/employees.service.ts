import { Injectable } from '@nestjs/common';
import type { EmployeeAnswer, EmployeeChange, EmployeeQuery, NewEmployee } from '@hemtjanst/contracts';
import type { Employee } from '@hemtjanst/domain';
import { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import type { ImportedTable } from '../../database/imported-table.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { pageOfItems, type Page } from '../../http/page.js';
import { notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { PlacesService, type PlaceCodes } from '../units/places.service.js';
import type { EmployeeEntity } from './employee.entity.js';
import {
  changedEmployeeToRow,
  employeeToContract,
  employeeToDomain,
  employeeToRow,
  newEmployeeToRow,
} from './employee.mapper.js';
import { EmployeeRepository } from './employee.repository.js';

/** Who works in the unit. */
@Injectable()
export class EmployeesService {
  constructor(
    private readonly database: Database,
    private readonly employees: EmployeeRepository,
    private readonly places: PlacesService,
  ) {}

  async list(caller: Caller, unitId: string, query: EmployeeQuery): Promise<Page<EmployeeAnswer>> {
    assertUnit(caller, unitId);
    const { rows, total } = await this.employees.findPage(unitId, query.workGroupId, query);
    return pageOfItems(rows.map(employeeToContract), total, query);
  }

  async show(caller: Caller, unitId: string, id: string): Promise<EmployeeAnswer> {
    assertUnit(caller, unitId);
    return employeeToContract(await this.get(unitId, id));
  }

  create(caller: Caller, unitId: string, employee: NewEmployee): Promise<EmployeeAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      await this.checkWorkGroup(unitId, employee.workGroupId);
      const id = await this.employees.insert(newEmployeeToRow(unitId, employee));
      return employeeToContract(await this.get(unitId, id));
    });
  }

  change(
    caller: Caller,
    unitId: string,
    id: string,
    seenVersion: number,
    change: EmployeeChange,
  ): Promise<EmployeeAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if (change.workGroupId !== undefined) await this.checkWorkGroup(unitId, change.workGroupId);
      assertUpdated(await this.employees.update({ unitId, id, version: seenVersion }, changedEmployeeToRow(change)));
      return employeeToContract(await this.get(unitId, id));
    });
  }

  /** All employees for the domain, and both names of each. */
  async loadEmployees(
    unitId: string,
    places: PlaceCodes,
  ): Promise<{ readonly employees: readonly Employee[]; readonly codes: CodeIndex }> {
    const rows = await this.employees.findAll(unitId);
    return {
      employees: rows.map((row) => employeeToDomain(row, places.workGroups)),
      codes: new CodeIndex('employee', rows),
    };
  }

  loadCodes(unitId: string): Promise<CodeIndex> {
    return this.employees.findCodes(unitId);
  }

  /** For rules about a single employee, such as who may be fast omsorgskontakt. */
  async findTitle(unitId: string, id: string): Promise<Employee['title'] | null> {
    return (await this.employees.findOne(unitId, id))?.title ?? null;
  }

  /** Part of an import: the caller has opened the transaction. */
  async importEmployees(
    unitId: string,
    employees: readonly Employee[],
    places: PlaceCodes,
  ): Promise<{ readonly table: ImportedTable; readonly codes: CodeIndex }> {
    const rows = employees.map((employee) => employeeToRow(unitId, employee, places.workGroups));
    const table = await this.employees.import(unitId, rows);
    return { table, codes: await this.employees.findCodes(unitId) };
  }

  private async get(unitId: string, id: string): Promise<EmployeeEntity> {
    const row = await this.employees.findOne(unitId, id);
    if (row === null) throw notFound();
    return row;
  }

  private async checkWorkGroup(unitId: string, workGroupId: string): Promise<void> {
    const { workGroups } = await this.places.loadCodes(unitId);
    assertReferences({ '/workGroupId': workGroups.hasId(workGroupId) });
  }
}
