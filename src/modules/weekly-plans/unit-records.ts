import { DomainError, type CareUnit } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';

/** What a plan needs to know to be written as rows and read back: the unit's numbers, and who belongs to which group. */
export interface UnitRecords {
  readonly brukare: CodeIndex;
  readonly employees: CodeIndex;
  readonly shifts: CodeIndex;
  readonly orders: CodeIndex;
  readonly workGroups: CodeIndex;
  readonly premises: CodeIndex;
  /** Work group (code) of a brukare or of a shift (code). */
  readonly workGroupOfBrukare: (code: string) => string;
  readonly workGroupOfShift: (code: string) => string;
}

/** Where the work groups come from: the unit as it was read for the plan. */
export function workGroupLookups(unit: CareUnit): Pick<UnitRecords, 'workGroupOfBrukare' | 'workGroupOfShift'> {
  const ofBrukare = new Map(unit.brukare.map((brukare) => [brukare.id, brukare.workGroupId]));
  const ofShift = new Map(unit.shifts.map((shift) => [shift.id, shift.workGroupId]));
  return {
    workGroupOfBrukare: (code) => known(ofBrukare.get(code), 'brukare'),
    workGroupOfShift: (code) => known(ofShift.get(code), 'pass'),
  };
}

function known(workGroup: string | undefined, kind: string): string {
  if (workGroup === undefined) {
    throw new DomainError('plan.okand-post', `Planen nämner en post som enheten inte har (${kind}).`);
  }
  return workGroup;
}
