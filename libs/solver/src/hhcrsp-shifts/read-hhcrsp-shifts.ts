import { asList, asNumber, asRecord, asText } from '../order-annealing/hhcrsp-fields.js';
import { readDefaultDurations, readHhcrspVisit, type HhcrspVisit } from '../order-annealing/read-hhcrsp.js';

/**
 * The extended home-care problem of Ceschia, Di Gaspero, Rosati and Schaerf (2024): employees have a working shift and a
 * starting point each, and some may not come to some visits. Times and ways are minutes.
 */
export interface HhcrspShifts {
  readonly name: string;
  /** `distances[from][to]` between starting points and visits. */
  readonly distances: readonly (readonly number[])[];
  readonly employees: readonly ShiftEmployee[];
  readonly visits: readonly ShiftVisit[];
}

export interface ShiftEmployee {
  readonly id: string;
  readonly abilities: readonly string[];
  /** Where the shift begins and ends. */
  readonly location: number;
  readonly from: number;
  readonly to: number;
}

export interface ShiftVisit extends HhcrspVisit {
  readonly location: number;
  /** Employees who may not come. */
  readonly notBy: readonly string[];
}

/** Is it a file of the extended problem? Only its employees have working shifts. */
export function hasWorkingShifts(text: string): boolean {
  const file: unknown = JSON.parse(text);
  if (typeof file !== 'object' || file === null || !('caregivers' in file)) return false;
  const first: unknown = Array.isArray(file.caregivers) ? file.caregivers[0] : null;
  return typeof first === 'object' && first !== null && 'working_shift' in first;
}

/** @throws Error naming the field that is missing or wrong */
export function readHhcrspShifts(text: string, name: string): HhcrspShifts {
  const file = asRecord(JSON.parse(text), 'the file');
  const distances = asList(file['distances'], 'distances').map((row) =>
    asList(row, 'distances[]').map((cell) => asNumber(cell, 'distances[][]')),
  );
  if (distances.some((row) => row.length !== distances.length)) throw new Error('distances is not square');
  const durations = readDefaultDurations(file);
  const locationOf = (record: Readonly<Record<string, unknown>>, id: string): number => {
    const location = asNumber(record['distance_matrix_index'], `${id}.distance_matrix_index`);
    if (location in distances) return location;
    throw new Error(`${id}.distance_matrix_index is ${location}, distances has ${distances.length} rows`);
  };
  return {
    name,
    distances,
    employees: asList(file['caregivers'], 'caregivers').map((entry) => readEmployee(entry, locationOf)),
    visits: asList(file['patients'], 'patients').map((entry) => {
      const record = asRecord(entry, 'patients[]');
      const visit = readHhcrspVisit(record, durations);
      const notBy = asList(record['incompatible_caregivers'] ?? [], `${visit.id}.incompatible_caregivers`);
      return {
        ...visit,
        location: locationOf(record, visit.id),
        notBy: notBy.map((id) => asText(id, `${visit.id}.incompatible_caregivers[]`)),
      };
    }),
  };
}

function readEmployee(
  entry: unknown,
  locationOf: (record: Readonly<Record<string, unknown>>, id: string) => number,
): ShiftEmployee {
  const record = asRecord(entry, 'caregivers[]');
  const id = asText(record['id'], 'caregivers[].id');
  const shift = asList(record['working_shift'], `${id}.working_shift`);
  return {
    id,
    abilities: asList(record['abilities'], `${id}.abilities`).map((ability) => asText(ability, `${id}.abilities[]`)),
    location: locationOf(record, id),
    from: asNumber(shift[0], `${id}.working_shift[0]`),
    to: asNumber(shift[1], `${id}.working_shift[1]`),
  };
}
