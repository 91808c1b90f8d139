import type { EmployeeAnswer, EmployeeChange, NewEmployee } from '@hemtjanst/contracts';
import type { Employee } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import type { EmployeeEntity } from './employee.entity.js';

export const employeeToRow = (unitId: string, employee: Employee, workGroups: CodeIndex) => ({
  unitId,
  code: employee.id,
  name: employee.name,
  workGroupId: workGroups.idOf(employee.workGroupId),
  title: employee.title,
  employment: employee.employment,
  employmentRate: employee.employmentRate,
  competences: [...employee.competences],
  mode: employee.mode,
  gender: employee.gender,
  languages: [...employee.languages],
  toleratesDogs: employee.toleratesDogs,
  toleratesCats: employee.toleratesCats,
  toleratesSmoke: employee.toleratesSmoke,
});

export const employeeToDomain = (row: EmployeeEntity, workGroups: CodeIndex): Employee => ({
  id: row.code,
  name: row.name,
  workGroupId: workGroups.codeOf(row.workGroupId),
  title: row.title,
  employment: row.employment,
  employmentRate: row.employmentRate,
  competences: row.competences,
  mode: row.mode,
  gender: row.gender,
  languages: row.languages,
  toleratesDogs: row.toleratesDogs,
  toleratesCats: row.toleratesCats,
  toleratesSmoke: row.toleratesSmoke,
});

export const employeeToContract = (row: EmployeeEntity): EmployeeAnswer => ({
  id: row.id,
  code: row.code,
  name: row.name,
  workGroupId: row.workGroupId,
  title: row.title,
  employment: row.employment,
  employmentRate: row.employmentRate,
  competences: [...row.competences],
  mode: row.mode,
  gender: row.gender,
  languages: [...row.languages],
  toleratesDogs: row.toleratesDogs,
  toleratesCats: row.toleratesCats,
  toleratesSmoke: row.toleratesSmoke,
  version: row.version,
});

export const newEmployeeToRow = (unitId: string, employee: NewEmployee) => ({
  unitId,
  code: employee.code,
  ...changedEmployeeToRow(employee),
});

/** The fields a change names; those left out are undefined and stay as they are. */
export const changedEmployeeToRow = (change: EmployeeChange) => ({
  name: change.name,
  workGroupId: change.workGroupId,
  title: change.title,
  employment: change.employment,
  employmentRate: change.employmentRate,
  competences: change.competences,
  mode: change.mode,
  gender: change.gender,
  languages: change.languages,
  toleratesDogs: change.toleratesDogs,
  toleratesCats: change.toleratesCats,
  toleratesSmoke: change.toleratesSmoke,
});
