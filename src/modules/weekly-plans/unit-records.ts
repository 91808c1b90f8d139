import { DomainError, type CareUnit } from '@hemtjanst/domain';

/** The unit's own numbers and the ids of the rows they name, both ways. */
export interface UnitRecords {
  readonly brukare: RecordCodes;
  readonly employees: RecordCodes;
  readonly shifts: RecordCodes;
  readonly orders: RecordCodes;
  readonly workGroups: RecordCodes;
  readonly premises: RecordCodes;
  /** Work group (code) of a brukare or of a shift (code). */
  readonly workGroupOfBrukare: (code: string) => string;
  readonly workGroupOfShift: (code: string) => string;
}

/** One kind of record: code → id and id → code. */
export class RecordCodes {
  private readonly codeById: ReadonlyMap<string, string>;

  constructor(
    private readonly kind: string,
    private readonly idByCode: ReadonlyMap<string, string>,
  ) {
    this.codeById = new Map([...idByCode].map(([code, id]) => [id, code]));
  }

  /** @throws DomainError where the unit has no such record: a plan must not speak of what does not exist. */
  idOf(code: string): string {
    return this.idByCode.get(code) ?? this.unknown();
  }

  codeOf(id: string): string {
    return this.codeById.get(id) ?? this.unknown();
  }

  idOrNull(code: string | null): string | null {
    return code === null ? null : (this.idByCode.get(code) ?? null);
  }

  private unknown(): never {
    throw new DomainError('plan.okand-post', `Planen nämner en post som enheten inte har (${this.kind}).`);
  }
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
