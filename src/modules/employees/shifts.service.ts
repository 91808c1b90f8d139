import { Injectable } from '@nestjs/common';
import type { DateRangeQuery, NewShift, ShiftAnswer, ShiftChange } from '@hemtjanst/contracts';
import type { Shift } from '@hemtjanst/domain';
import { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import type { ImportedTable } from '../../database/imported-table.js';
import { assertUnit, hasRole, type Caller } from '../../http/caller.js';
import { invalidValues, notFound, versionChanged } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { PlacesService } from '../units/places.service.js';
import { EmployeeRepository } from './employee.repository.js';
import type { ShiftEntity } from './shift.entity.js';
import {
  changedShiftToRow,
  newShiftToRow,
  shiftToContract,
  shiftToDomain,
  shiftToRow,
  type ShiftReferences,
} from './shift.mapper.js';
import type { DateRange } from '../../database/date-range.js';
import { ShiftRepository } from './shift.repository.js';

/** The rostered working days; the schedule system stays their source (domain.md section 8). */
@Injectable()
export class ShiftsService {
  constructor(
    private readonly database: Database,
    private readonly shifts: ShiftRepository,
    private readonly employees: EmployeeRepository,
    private readonly places: PlacesService,
  ) {}

  /** Employees see their own shifts, the office those of the unit. */
  async list(caller: Caller, unitId: string, range: DateRangeQuery): Promise<readonly ShiftAnswer[]> {
    assertUnit(caller, unitId);
    const isOffice = hasRole(caller, 'planerare', 'samordnare', 'enhetschef');
    if (!isOffice && caller.employeeId === null) return [];
    const own = isOffice ? undefined : (caller.employeeId ?? undefined);
    return (await this.shifts.findShifts(unitId, range, own)).map(shiftToContract);
  }

  create(caller: Caller, unitId: string, shift: NewShift): Promise<ShiftAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const employee = await this.employees.findOne(unitId, shift.employeeId);
      await this.checkPlaces(unitId, shift, { '/employeeId': employee !== null });
      if (employee === null) throw notFound();
      const row = newShiftToRow(unitId, shift, employee);
      checkShape(row);
      return shiftToContract(await this.get(unitId, await this.shifts.insert(row)));
    });
  }

  change(caller: Caller, unitId: string, id: string, seenVersion: number, change: ShiftChange): Promise<ShiftAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      await this.checkPlaces(unitId, change);
      assertUpdated(
        await this.shifts.update(
          { unitId, id, version: seenVersion },
          changedWithinShape(await this.get(unitId, id), change),
        ),
      );
      return shiftToContract(await this.get(unitId, id));
    });
  }

  /** Takes back a shift that is not going to be worked. */
  remove(caller: Caller, unitId: string, id: string, seenVersion: number): Promise<void> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if (await this.shifts.remove(unitId, id, seenVersion)) return;
      throw versionChanged((await this.get(unitId, id)).version);
    });
  }

  /** Which of these shifts lie over a kept one that they do not name: somebody cannot be at work twice. */
  findCollisions(
    unitId: string,
    shifts: readonly Shift[],
    references: ShiftReferences,
  ): Promise<readonly { readonly code: string; readonly keptCode: string }[]> {
    return this.shifts.findCollisions(
      unitId,
      shifts.map((shift) => shiftToRow(unitId, shift, references)),
    );
  }

  /** Shifts for the domain; all of them without a range. */
  async loadShifts(
    unitId: string,
    range: DateRange | null,
    references: ShiftReferences,
  ): Promise<{ readonly shifts: readonly Shift[]; readonly codes: CodeIndex }> {
    const rows = await this.shifts.findShifts(unitId, range);
    return { shifts: rows.map((row) => shiftToDomain(row, references)), codes: new CodeIndex('shift', rows) };
  }

  /** Part of an import: the caller has opened the transaction. */
  importShifts(unitId: string, shifts: readonly Shift[], references: ShiftReferences): Promise<ImportedTable> {
    return this.shifts.import(
      unitId,
      shifts.map((shift) => shiftToRow(unitId, shift, references)),
    );
  }

  private async get(unitId: string, id: string): Promise<ShiftEntity> {
    const row = await this.shifts.findOne(unitId, id);
    if (row === null) throw notFound();
    return row;
  }

  private async checkPlaces(
    unitId: string,
    { premisesId, workGroupId }: { readonly premisesId?: string; readonly workGroupId?: string },
    isKnown: Readonly<Record<string, boolean>> = {},
  ): Promise<void> {
    const { premises, workGroups } = await this.places.loadCodes(unitId);
    assertReferences({
      ...isKnown,
      '/premisesId': premisesId === undefined || premises.hasId(premisesId),
      '/workGroupId': workGroupId === undefined || workGroups.hasId(workGroupId),
    });
  }
}

type ShiftTimes = Pick<ShiftEntity, 'startsMinute' | 'endsMinute' | 'breakMinutes'>;

function changedWithinShape(kept: ShiftEntity, change: ShiftChange): ReturnType<typeof changedShiftToRow> {
  const row = changedShiftToRow(change);
  checkShape({
    startsMinute: row.startsMinute ?? kept.startsMinute,
    endsMinute: row.endsMinute ?? kept.endsMinute,
    breakMinutes: row.breakMinutes ?? kept.breakMinutes,
  });
  return row;
}

/** A shift ends after it starts, on the same day, and is longer than its rast. */
function checkShape({ startsMinute, endsMinute, breakMinutes }: ShiftTimes): void {
  if (endsMinute <= startsMinute) {
    const detail = 'Passet måste sluta efter att det har börjat, samma dag.';
    throw invalidValues([{ pointer: '/endsAt', code: 'tid.bakvand', detail }]);
  }
  if (breakMinutes >= endsMinute - startsMinute) {
    const detail = 'Rasten är lika lång som eller längre än passet.';
    throw invalidValues([{ pointer: '/breakMinutes', code: 'rast.for-lang', detail }]);
  }
}
