import type { BrukareAnswer, BrukareChange, NewBrukare } from '@hemtjanst/contracts';
import type { Brukare, Coordinate, TravelPlace } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import type { BrukareEntity } from './brukare.entity.js';

/** Both names of what a brukare refers to. */
export interface BrukareReferences {
  readonly workGroups: CodeIndex;
  readonly employees: CodeIndex;
}

export const brukareToRow = (unitId: string, brukare: Brukare, { workGroups, employees }: BrukareReferences) => ({
  unitId,
  code: brukare.id,
  name: brukare.name,
  birthYear: brukare.birthYear,
  gender: brukare.gender,
  address: brukare.address,
  lat: brukare.coordinate?.lat ?? null,
  lon: brukare.coordinate?.lon ?? null,
  workGroupId: workGroups.idOf(brukare.workGroupId),
  kontaktmanId: employees.idOrNull(brukare.kontaktmanId),
  fastOmsorgskontaktId: employees.idOrNull(brukare.fastOmsorgskontaktId),
  keyKind: brukare.keyKind,
  floor: brukare.floor,
  hasLift: brukare.hasLift,
  doorMinutes: brukare.doorMinutes,
  isProtected: brukare.isProtected,
  wishedGender: brukare.wishedGender,
  pets: [...brukare.pets],
  isSmoker: brukare.isSmoker,
  language: brukare.language,
});

export const brukareToDomain = (
  row: BrukareEntity,
  bannedEmployeeIds: readonly string[],
  { workGroups, employees }: BrukareReferences,
): Brukare => ({
  id: row.code,
  name: row.name,
  birthYear: row.birthYear,
  gender: row.gender,
  address: row.address,
  coordinate: coordinateOf(row),
  workGroupId: workGroups.codeOf(row.workGroupId),
  kontaktmanId: employees.codeOrNull(row.kontaktmanId),
  fastOmsorgskontaktId: employees.codeOrNull(row.fastOmsorgskontaktId),
  keyKind: row.keyKind,
  floor: row.floor,
  hasLift: row.hasLift,
  doorMinutes: row.doorMinutes,
  isProtected: row.isProtected,
  wishedGender: row.wishedGender,
  bannedEmployeeIds: bannedEmployeeIds.map((id) => employees.codeOf(id)).sort(),
  pets: row.pets,
  isSmoker: row.isSmoker,
  language: row.language,
});

export const brukareToPlace = (row: BrukareEntity): TravelPlace => ({
  kind: 'brukare',
  coordinate: coordinateOf(row),
  keyKind: row.keyKind,
  floor: row.floor,
  hasLift: row.hasLift,
  doorMinutes: row.doorMinutes,
});

export const brukareToContract = (row: BrukareEntity, bannedEmployeeIds: readonly string[]): BrukareAnswer => ({
  id: row.id,
  code: row.code,
  name: row.name,
  birthYear: row.birthYear,
  gender: row.gender,
  address: row.address,
  coordinate: coordinateOf(row),
  workGroupId: row.workGroupId,
  kontaktmanId: row.kontaktmanId,
  fastOmsorgskontaktId: row.fastOmsorgskontaktId,
  keyKind: row.keyKind,
  floor: row.floor,
  hasLift: row.hasLift,
  doorMinutes: row.doorMinutes,
  isProtected: row.isProtected,
  wishedGender: row.wishedGender,
  bannedEmployeeIds: [...bannedEmployeeIds],
  pets: [...row.pets],
  isSmoker: row.isSmoker,
  language: row.language,
  version: row.version,
});

/** The same answer for those who may not know who it is or where: alias, no address, no coordinate, no birth year. */
export const hideIdentity = (answer: BrukareAnswer): BrukareAnswer => ({
  ...answer,
  name: `Skyddad ${answer.code}`,
  birthYear: null,
  address: null,
  coordinate: null,
  floor: null,
  doorMinutes: null,
});

export const newBrukareToRow = (unitId: string, brukare: NewBrukare) => ({
  unitId,
  code: brukare.code,
  ...changedBrukareToRow(brukare),
});

/** The fields a change names; those left out are undefined and stay as they are. */
export const changedBrukareToRow = (change: BrukareChange) => ({
  name: change.name,
  birthYear: change.birthYear,
  gender: change.gender,
  address: change.address,
  lat: change.coordinate === undefined ? undefined : (change.coordinate?.lat ?? null),
  lon: change.coordinate === undefined ? undefined : (change.coordinate?.lon ?? null),
  workGroupId: change.workGroupId,
  kontaktmanId: change.kontaktmanId,
  fastOmsorgskontaktId: change.fastOmsorgskontaktId,
  keyKind: change.keyKind,
  floor: change.floor,
  hasLift: change.hasLift,
  doorMinutes: change.doorMinutes,
  isProtected: change.isProtected,
  wishedGender: change.wishedGender,
  pets: change.pets,
  isSmoker: change.isSmoker,
  language: change.language,
});

function coordinateOf({ lat, lon }: Pick<BrukareEntity, 'lat' | 'lon'>): Coordinate | null {
  return lat === null || lon === null ? null : { lat, lon };
}
