import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Brukare, CareUnit, Shift, WorkGroupArea } from '@hemtjanst/domain';
import { assignWorkGroups } from './areas/assign-work-groups.js';
import { readAreas } from './areas/read-areas.js';
import { checkOrders } from './check-orders.js';
import { checkPeople } from './check-people.js';
import { checkReferences } from './check-references.js';
import { checkShifts } from './check-shifts.js';
import { checkTemplates } from './check-templates.js';
import { ImportReport, type ImportFault, type ImportNote } from './import-fault.js';
import { MAX_FILE_BYTES } from './read-csv.js';
import { readRows, type ReadFile } from './read-rows.js';
import { AREAS_FILE, UNIT_FILES, type UnitFile } from './unit-files.js';
import type { UnitRows } from './unit-rows.js';

/** File contents by file name. */
export type UnitFiles = ReadonlyMap<string, Uint8Array>;

export type UnitFolderRead =
  | (ReadUnit & { readonly ok: true })
  /** The unit of those rows that could be read: to look at, never to save. */
  | (ReadUnit & { readonly ok: false; readonly faults: readonly ImportFault[] });

interface ReadUnit {
  readonly unit: CareUnit;
  readonly notes: readonly ImportNote[];
  /** Every id a file holds, also of rows with faults; null: the file could not be read, or its rows have no id. */
  readonly idsOf: (fileName: string) => ReadonlySet<string> | null;
}

export interface ReadUnitOptions {
  /** The unit's name; default: the folder's. */
  readonly name?: string;
  /** Files that must exist with at least one row; default: those a unit cannot be without. */
  readonly requiredFiles?: ReadonlySet<string>;
  /** Files that are there but could not be opened, and why. */
  readonly unreadable?: ReadonlyMap<string, readonly ImportFault[]>;
}

/**
 * Reads a unit folder (formats.md section 1): all or nothing, with every fault of every file at once.
 *
 * @throws the file system's error where the folder cannot be read.
 * @example
 * const read = await readUnitFolder('demo');
 * if (!read.ok) for (const fault of read.faults) print(`${fault.file} rad ${fault.row}: ${fault.message}`);
 */
export async function readUnitFolder(dir: string, options: ReadUnitOptions = {}): Promise<UnitFolderRead> {
  const files = new Map<string, Uint8Array>();
  for (const fileName of (await readdir(dir)).sort()) {
    if (isUnitFile(fileName)) files.set(fileName, await readCapped(join(dir, fileName)));
    else if (!fileName.startsWith('.')) files.set(fileName, new Uint8Array());
  }
  return readUnitFiles(files, { ...options, name: options.name ?? basename(resolve(dir)) });
}

/** As {@link readUnitFolder}, from contents already in memory. */
export function readUnitFiles(
  files: UnitFiles,
  { name = 'enhet', requiredFiles = REQUIRED_FILES, unreadable = new Map() }: ReadUnitOptions = {},
): UnitFolderRead {
  const report = new ImportReport();
  const contentOf = findFiles(files, report);
  const rows = readAllRows(contentOf, requiredFiles, unreadable, report);
  checkReferences(rows, report);
  checkPeople(rows, report);
  checkOrders(rows, report);
  checkTemplates(rows, report);
  checkShifts(rows, report);
  const areas = readAreas(contentOf(AREAS_FILE), rows.workGroups.ids, report);
  const brukare = assignWorkGroups(rows.brukare, areas, report);
  const read = { unit: toCareUnit(name, rows, areas, brukare), notes: report.notes, idsOf: idsByFile(rows) };
  return report.faults.length > 0 ? { ...read, ok: false, faults: report.faults } : { ...read, ok: true };
}

const UNIT_FILE_NAMES: ReadonlySet<string> = new Set([
  AREAS_FILE,
  ...Object.values(UNIT_FILES).map(({ fileName }) => fileName),
]);

const REQUIRED_FILES: ReadonlySet<string> = new Set(
  Object.values(UNIT_FILES)
    .filter(({ isRequired }) => isRequired)
    .map(({ fileName }) => fileName),
);

const isUnitFile = (fileName: string): boolean => UNIT_FILE_NAMES.has(fileName.toLowerCase());

/** Never more than one byte beyond the limit in memory: enough for the reader to refuse the file. */
async function readCapped(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  return size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : readFile(path);
}

/** Finds files by name in any case; others are noted and left alone. */
function findFiles(files: UnitFiles, report: ImportReport): (fileName: string) => Uint8Array | undefined {
  const byLowerName = new Map<string, Uint8Array>();
  for (const [fileName, content] of files) {
    if (isUnitFile(fileName)) {
      byLowerName.set(fileName.toLowerCase(), content);
      continue;
    }
    const message = 'Filen hör inte till en enhetsmapp och används inte.';
    report.note({ file: fileName, row: null, column: null, value: '', code: 'okand-fil', message });
  }
  return (fileName) => byLowerName.get(fileName);
}

function readAllRows(
  contentOf: (fileName: string) => Uint8Array | undefined,
  requiredFiles: ReadonlySet<string>,
  unreadable: ReadonlyMap<string, readonly ImportFault[]>,
  report: ImportReport,
): UnitRows {
  const read = <Row>(file: UnitFile<Row>): ReadFile<Row> => {
    const faults = unreadable.get(file.fileName);
    if (faults === undefined) {
      return readRows({ ...file, isRequired: requiredFiles.has(file.fileName) }, contentOf(file.fileName), report);
    }
    faults.forEach((fault) => report.fault(fault));
    return { fileName: file.fileName, rows: [], ids: null };
  };
  return {
    premises: read(UNIT_FILES.premises),
    workGroups: read(UNIT_FILES.workGroups),
    brukare: read(UNIT_FILES.brukare),
    orders: read(UNIT_FILES.orders),
    templates: read(UNIT_FILES.templates),
    employees: read(UNIT_FILES.employees),
    shifts: read(UNIT_FILES.shifts),
    meetings: read(UNIT_FILES.meetings),
    absences: read(UNIT_FILES.absences),
    history: read(UNIT_FILES.history),
    registrations: read(UNIT_FILES.registrations),
  };
}

const idsByFile = (rows: UnitRows): ((fileName: string) => ReadonlySet<string> | null) => {
  const idsOf = new Map(Object.values(rows).map((file: ReadFile<unknown>) => [file.fileName, file.ids]));
  return (fileName) => idsOf.get(fileName) ?? null;
};

function toCareUnit(
  name: string,
  rows: UnitRows,
  areas: readonly WorkGroupArea[],
  brukare: readonly Brukare[],
): CareUnit {
  return {
    name,
    premises: rows.premises.rows.map(({ record }) => record),
    workGroups: rows.workGroups.rows.map(({ record }) => record),
    areas,
    brukare,
    orders: rows.orders.rows.map(({ record }) => record),
    templates: rows.templates.rows.map(({ record }) => record),
    extraVisits: [],
    employees: rows.employees.rows.map(({ record }) => record),
    shifts: shiftsWithDefaults(rows),
    meetings: rows.meetings.rows.map(({ record }) => record),
    absences: rows.absences.rows.map(({ record }) => record),
    history: rows.history.rows.map(({ record }) => record),
    registrations: rows.registrations.rows.map(({ record }) => record),
  };
}

/** A shift without travel mode or group has its employee's. */
function shiftsWithDefaults({ shifts, employees }: UnitRows): readonly Shift[] {
  const employeeById = new Map(employees.rows.map(({ record }) => [record.id, record]));
  return shifts.rows.flatMap(({ record }) => {
    const employee = employeeById.get(record.employeeId);
    if (employee === undefined) return [];
    return [{ ...record, mode: record.mode ?? employee.mode, workGroupId: record.workGroupId ?? employee.workGroupId }];
  });
}
