import { randomUUID } from 'node:crypto';
import type { CareUnit } from '@hemtjanst/domain';
import { Database } from '../../src/database/database.js';
import { BrukareAbsencesService } from '../../src/modules/brukare/brukare-absences.service.js';
import { BrukareService } from '../../src/modules/brukare/brukare.service.js';
import { VisitHistoryService } from '../../src/modules/brukare/visit-history.service.js';
import { EmployeeAbsencesService } from '../../src/modules/employees/employee-absences.service.js';
import { EmployeesService } from '../../src/modules/employees/employees.service.js';
import { ShiftsService } from '../../src/modules/employees/shifts.service.js';
import { TemplateImportService } from '../../src/modules/genomforandeplan/template-import.service.js';
import { RamtidOrdersService } from '../../src/modules/ramtid-orders/ramtid-orders.service.js';
import { StaffMeetingsService } from '../../src/modules/staff-meetings/staff-meetings.service.js';
import { PlacesService } from '../../src/modules/units/places.service.js';
import { UnitsService } from '../../src/modules/units/units.service.js';
import type { CareUnitCodes } from '../../src/modules/visit-demands/care-unit.service.js';
import { CareUnitService } from '../../src/modules/visit-demands/care-unit.service.js';
import type { TestApp } from './app.js';

/** A unit of the domain in the database, and the ids its records got. */
export interface SeededUnit {
  readonly unitId: string;
  readonly codes: CareUnitCodes;
}

/** Writes a care unit the way an import does, without files. */
export async function seedCareUnit({ app }: TestApp, unit: CareUnit): Promise<SeededUnit> {
  const unitId = await app.get(Database).runInTransaction(async () => {
    const id = await app.get(UnitsService).createUnit(`enhet-${randomUUID().slice(0, 8)}`, unit.name);
    const { codes: places } = await app.get(PlacesService).importPlaces(id, unit);
    const { codes: employees } = await app.get(EmployeesService).importEmployees(id, unit.employees, places);
    await app.get(ShiftsService).importShifts(id, unit.shifts, { places, employees });
    await app.get(StaffMeetingsService).importMeetings(id, unit.meetings, places);
    const people = { workGroups: places.workGroups, employees };
    const { codes: brukare } = await app.get(BrukareService).importBrukare(null, id, unit.brukare, people);
    const { codes: orders } = await app.get(RamtidOrdersService).importOrders(id, unit.orders, brukare);
    await app.get(TemplateImportService).importTemplates(id, unit.templates, orders, null);
    await app.get(EmployeeAbsencesService).importAbsences(id, unit.absences, employees);
    await app.get(BrukareAbsencesService).importAbsences(id, unit.absences, brukare);
    await app.get(VisitHistoryService).importHistory(id, unit.history, { brukare, employees });
    return id;
  });
  return { unitId, codes: (await app.get(CareUnitService).loadCareUnit(unitId)).codes };
}
