import { Injectable } from '@nestjs/common';
import { addDays, datesOfWeek, type CareUnit, type IsoWeek, type UnitSettings } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import { BrukareAbsencesService } from '../brukare/brukare-absences.service.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { VisitHistoryService } from '../brukare/visit-history.service.js';
import { EmployeeAbsencesService } from '../employees/employee-absences.service.js';
import { EmployeesService } from '../employees/employees.service.js';
import { ShiftsService } from '../employees/shifts.service.js';
import { TemplateImportService } from '../genomforandeplan/template-import.service.js';
import { RamtidOrdersService } from '../ramtid-orders/ramtid-orders.service.js';
import { StaffMeetingsService } from '../staff-meetings/staff-meetings.service.js';
import { PlacesService } from '../units/places.service.js';
import { UnitsService } from '../units/units.service.js';
import { ExtraVisitsService } from './extra-visits.service.js';

/** The database ids of everything a care unit mentions by its own number. */
export interface CareUnitCodes {
  readonly premises: CodeIndex;
  readonly workGroups: CodeIndex;
  readonly employees: CodeIndex;
  readonly shifts: CodeIndex;
  readonly brukare: CodeIndex;
  readonly orders: CodeIndex;
}

/** A unit as the domain computes with it: ids inside are the unit's own numbers. */
export interface LoadedCareUnit {
  readonly unit: CareUnit;
  readonly codes: CareUnitCodes;
  readonly settings: UnitSettings;
  readonly settingsVersion: number;
}

interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** Continuity counts 14 days (domain.md section 3); seen from the first day of the week they all lie before it. */
const HISTORY_DAYS = 14;
/** Dygnsvila and veckovila look over the edges of the week. */
const NEIGHBOUR_DAYS = 7;

/** Reads a whole unit out of the modules that keep its parts, as of one moment. */
@Injectable()
export class CareUnitService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly places: PlacesService,
    private readonly employees: EmployeesService,
    private readonly shifts: ShiftsService,
    private readonly meetings: StaffMeetingsService,
    private readonly employeeAbsences: EmployeeAbsencesService,
    private readonly brukare: BrukareService,
    private readonly brukareAbsences: BrukareAbsencesService,
    private readonly history: VisitHistoryService,
    private readonly orders: RamtidOrdersService,
    private readonly templates: TemplateImportService,
    private readonly extraVisits: ExtraVisitsService,
  ) {}

  /**
   * The unit with what a week needs: orders valid in it, shifts and absences of the week and of the weeks around it,
   * and the visits of the 14 days before. Without a week: everything. Registered times are not included; they belong to
   * a later stage.
   *
   * @throws Problem 404 when there is no such unit
   */
  loadCareUnit(unitId: string, week: IsoWeek | null = null): Promise<LoadedCareUnit> {
    const joinsTransaction = this.database.manager.queryRunner?.isTransactionActive === true;
    return this.database.runInTransaction(async () => {
      // One snapshot for all the reads; a transaction that is under way already has its own isolation.
      if (!joinsTransaction) await this.database.rows('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      return this.read(unitId, week === null ? null : periodsOf(week));
    });
  }

  private async read(unitId: string, periods: Periods | null): Promise<LoadedCareUnit> {
    const { name } = await this.units.getUnit(unitId);
    const { settings, version: settingsVersion } = await this.units.loadSettings(unitId);
    const { codes: places, ...placed } = await this.places.loadPlaces(unitId);
    const { employees, codes: employeeCodes } = await this.employees.loadEmployees(unitId, places);
    const staff = { places, employees: employeeCodes };
    const { shifts, codes: shiftCodes } = await this.shifts.loadShifts(unitId, periods?.around ?? null, staff);
    const people = { workGroups: places.workGroups, employees: employeeCodes };
    const { brukare, codes: brukareCodes } = await this.brukare.loadBrukare(unitId, people);
    const { orders, codes: orderCodes } = await this.orders.loadOrders(unitId, periods?.week ?? null, brukareCodes);
    const unit: CareUnit = {
      name,
      ...placed,
      employees,
      shifts,
      brukare,
      orders,
      templates: await this.templates.loadTemplates(unitId, orderCodes),
      extraVisits: await this.extraVisits.loadExtraVisits(unitId, periods?.week ?? null, orderCodes),
      absences: [
        ...(await this.employeeAbsences.loadAbsences(unitId, periods?.around ?? null, employeeCodes)),
        ...(await this.brukareAbsences.loadAbsences(unitId, periods?.around ?? null, brukareCodes)),
      ],
      meetings: await this.meetings.loadMeetings(unitId, periods?.week ?? null, places),
      history: await this.history.loadHistory(unitId, periods?.before ?? null, {
        brukare: brukareCodes,
        employees: employeeCodes,
      }),
      registrations: [],
    };
    const codes = {
      ...places,
      employees: employeeCodes,
      shifts: shiftCodes,
      brukare: brukareCodes,
      orders: orderCodes,
    };
    return { unit, codes, settings, settingsVersion };
  }
}

interface Periods {
  readonly week: DateRange;
  readonly around: DateRange;
  readonly before: DateRange;
}

function periodsOf(week: IsoWeek): Periods {
  const dates = datesOfWeek(week);
  const [monday, sunday] = [dates.at(0), dates.at(-1)];
  if (monday === undefined || sunday === undefined) throw new Error(`week ${week} has no dates`);
  return {
    week: { from: monday, to: sunday },
    around: { from: addDays(monday, -NEIGHBOUR_DAYS), to: addDays(sunday, NEIGHBOUR_DAYS) },
    before: { from: addDays(monday, -HISTORY_DAYS), to: addDays(monday, -1) },
  };
}
