import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  absenceAnswer,
  absenceListAnswer,
  dateRangeQuery,
  employeeAnswer,
  employeeChange,
  employeePageAnswer,
  employeeQuery,
  newAbsence,
  newEmployee,
  type AbsenceAnswer,
  type DateRangeQuery,
  type EmployeeAnswer,
  type EmployeeChange,
  type EmployeeQuery,
  type NewAbsence,
  type NewEmployee,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import type { Page } from '../../http/page.js';
import { IfMatch } from '../../http/version.js';
import { EmployeeAbsencesService } from './employee-absences.service.js';
import { EmployeesService } from './employees.service.js';

@ApiTags('Medarbetare')
@Controller('units/:unitId')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
export class EmployeesController {
  constructor(
    private readonly employees: EmployeesService,
    private readonly absences: EmployeeAbsencesService,
  ) {}

  /** The admin ties an account to an employee. */
  @Get('employees')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'admin'] })
  @ZodAnswer(employeePageAnswer)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(employeeQuery) query: EmployeeQuery,
  ): Promise<Page<EmployeeAnswer>> {
    return this.employees.list(caller, unitId, query);
  }

  @Get('employees/:employeeId')
  @ZodAnswer(employeeAnswer)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('employeeId') employeeId: string,
  ): Promise<EmployeeAnswer> {
    return this.employees.show(caller, unitId, employeeId);
  }

  @Post('employees')
  @Access({ roles: ['planerare', 'enhetschef'] })
  @Idempotent()
  @ZodAnswer(employeeAnswer, 201)
  create(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newEmployee) employee: NewEmployee,
  ): Promise<EmployeeAnswer> {
    return this.employees.create(caller, unitId, employee);
  }

  @Patch('employees/:employeeId')
  @Access({ roles: ['planerare', 'enhetschef'] })
  @ZodAnswer(employeeAnswer)
  change(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('employeeId') employeeId: string,
    @IfMatch() version: number,
    @ZodBody(employeeChange) change: EmployeeChange,
  ): Promise<EmployeeAnswer> {
    return this.employees.change(caller, unitId, employeeId, version, change);
  }

  @Get('employee-absences')
  @ZodAnswer(absenceListAnswer)
  async listAbsences(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(dateRangeQuery) range: DateRangeQuery,
  ): Promise<{ items: readonly AbsenceAnswer[] }> {
    return { items: await this.absences.list(caller, unitId, range) };
  }

  @Post('employees/:employeeId/absences')
  @Idempotent()
  @ZodAnswer(absenceAnswer, 201)
  createAbsence(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('employeeId') employeeId: string,
    @ZodBody(newAbsence) absence: NewAbsence,
  ): Promise<AbsenceAnswer> {
    return this.absences.create(caller, unitId, employeeId, absence);
  }

  @Delete('employee-absences/:absenceId')
  @HttpCode(204)
  removeAbsence(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('absenceId') absenceId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.absences.remove(caller, unitId, absenceId, version);
  }
}
