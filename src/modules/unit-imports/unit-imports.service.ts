import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { UnitImportAnswer } from '@hemtjanst/contracts';
import type { CareUnit, Shift, TimeRegistration } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { refreshStatistics } from '../../database/refresh-statistics.js';
import { assertUnit, hasRole, type Caller } from '../../http/caller.js';
import type { Problem } from '../../http/problem.js';
import { invalidValues } from '../../http/problems.js';
import { filesAsCsv, type SentFiles } from '../../unit-folder/files-as-csv.js';
import type { ImportFault, ImportNote } from '../../unit-folder/import-fault.js';
import {
  readUnitFiles,
  readUnitFolder,
  type ReadUnitOptions,
  type UnitFiles,
  type UnitFolderRead,
} from '../../unit-folder/read-unit-folder.js';
import { AREAS_FILE, UNIT_FILES } from '../../unit-folder/unit-files.js';
import { writeUnitFiles } from '../../unit-folder/write-unit-folder.js';
import { AuditLog } from '../audit-log/audit-log.js';
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
import { CareUnitService } from '../visit-demands/care-unit.service.js';
import { previewOf, previewedBrukare } from './import-preview.js';
import {
  KeptRegistrationsWanted,
  TimeRegistrationsArrived,
  type TimeRegistrationsSaved,
} from './unit-import.events.js';
import { collisionFault, unitImportProblem } from './unit-import-problem.js';

/** Which unit a folder is read into: one that exists, or the one with this code, made when it is not there. */
export type ImportTarget = { readonly unitId: string } | { readonly code: string; readonly name: string };

interface Import {
  readonly unitId: string;
  readonly unit: CareUnit;
  readonly notes: readonly ImportNote[];
  /** Null: the service itself imports, as at first start. */
  readonly caller: Caller | null;
  readonly sentAs?: SentFiles['sentAs'];
}

/** Unit folders in: all or nothing, and the same folder twice changes nothing. */
@Injectable()
export class UnitImportsService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly places: PlacesService,
    private readonly employees: EmployeesService,
    private readonly shifts: ShiftsService,
    private readonly employeeAbsences: EmployeeAbsencesService,
    private readonly meetings: StaffMeetingsService,
    private readonly brukare: BrukareService,
    private readonly brukareAbsences: BrukareAbsencesService,
    private readonly history: VisitHistoryService,
    private readonly orders: RamtidOrdersService,
    private readonly templates: TemplateImportService,
    private readonly careUnits: CareUnitService,
    private readonly auditLog: AuditLog,
    private readonly events: EventEmitter2,
  ) {}

  /**
   * Files that somebody sends: a whole folder, or some of its files, which are then judged together with what the unit
   * has now.
   *
   * @throws Problem 422 with every fault of every file
   */
  async importFiles(caller: Caller, unitId: string, files: UnitFiles, isPreview: boolean): Promise<UnitImportAnswer> {
    assertUnit(caller, unitId);
    const sent = await filesAsCsv(new Map([...files].map(([name, content]) => [name.toLowerCase(), content])));
    const read = await this.readWithPresentFiles(unitId, sent);
    const answer = await (isPreview
      ? this.preview(caller, unitId, read, sent)
      : this.save({ unitId, ...checked(read, sent.sentAs), caller, sentAs: sent.sentAs }));
    return inTheSendersWords(answer, sent);
  }

  /**
   * What the files would change: everything is done and taken back, so that what only the database can refuse is found too.
   * Faults are part of the answer, and then nothing is done at all.
   */
  private preview(caller: Caller, unitId: string, read: UnitFolderRead, sent: SentFiles): Promise<UnitImportAnswer> {
    return this.database.runInTransaction(async () => {
      const { unit: present, codes } = await this.careUnits.loadCareUnit(unitId);
      const before = { ...present, registrations: await this.keptRegistrations(unitId, read.unit) };
      const tried: TriedImport = read.ok
        ? await this.tryAndTakeBack({ unitId, unit: read.unit, notes: read.notes, caller })
        : { tables: [], faults: read.faults };
      const preview = previewOf({
        before,
        after: read.unit,
        files: new Set([...sent.files.keys(), ...sent.unreadable.keys()]),
        faults: tried.faults,
        idsOf: read.idsOf,
        maySeeBrukare: hasRole(caller, 'planerare', 'samordnare', 'enhetschef'),
      });
      const brukareIds = previewedBrukare(preview)
        .filter((code) => codes.brukare.hasCode(code))
        .map((code) => codes.brukare.idOf(code));
      const subject = { caller, action: 'las', recordKind: 'unit-import', recordId: unitId, unitId };
      await this.auditLog.recordAll([subject, ...brukareIds.map((brukareId) => ({ ...subject, brukareId }))]);
      const answer = answerOf({ unitId, unit: read.unit, notes: read.notes, caller }, tried.tables);
      return { ...answer, isPreview: true, canBeSaved: tried.faults.length === 0, preview: [...preview] };
    });
  }

  private async tryAndTakeBack(wish: Import): Promise<TriedImport> {
    await this.database.rows('SAVEPOINT import_preview');
    try {
      return { tables: await this.writeAll(wish, true), faults: [] };
    } catch (error) {
      if (error instanceof ImportRefused) return { tables: [], faults: error.faults };
      throw error;
    } finally {
      await this.database.rows('ROLLBACK TO SAVEPOINT import_preview');
    }
  }

  /** Registered times of the same numbers as they count now; a later stage keeps them and answers. */
  private async keptRegistrations(unitId: string, { registrations }: CareUnit): Promise<readonly TimeRegistration[]> {
    if (registrations.length === 0) return [];
    const wanted = new KeptRegistrationsWanted(unitId, registrations);
    const answers: unknown[] = await this.events.emitAsync(KeptRegistrationsWanted.eventName, wanted);
    return answers.filter(isRegistrations).flat();
  }

  /**
   * A folder on this machine, for the first start and for scripts.
   *
   * @param target the unit; named by code it is made when there is none
   * @throws Problem 422 with every fault of every file
   */
  async importUnitFolder(target: ImportTarget, dir: string, caller: Caller | null = null): Promise<UnitImportAnswer> {
    const read = checked(await readUnitFolder(dir));
    return this.database.runInTransaction(async () => {
      const unitId = await this.findOrCreate(target);
      return this.save({ unitId, ...read, caller });
    });
  }

  private async findOrCreate(target: ImportTarget): Promise<string> {
    if ('unitId' in target) return target.unitId;
    const known = await this.units.findUnitByCode(target.code);
    return known?.id ?? this.units.createUnit(target.code, target.name);
  }

  private async readWithPresentFiles(unitId: string, { files, unreadable, notes }: SentFiles): Promise<UnitFolderRead> {
    const { name } = await this.units.getUnit(unitId);
    const sent = new Set([...files.keys(), ...unreadable.keys()]);
    if (![...sent].some(isUnitFile)) throw noUnitFile();
    const isWhole = Object.values(UNIT_FILES).every(({ fileName, isRequired }) => !isRequired || sent.has(fileName));
    const read = isWhole
      ? readUnitFiles(files, { name, unreadable })
      : await this.readAmongPresent(unitId, files, { name, unreadable, requiredFiles: sent });
    return { ...read, notes: [...notes, ...read.notes] };
  }

  private async readAmongPresent(unitId: string, files: UnitFiles, options: ReadUnitOptions): Promise<UnitFolderRead> {
    const { unit } = await this.careUnits.loadCareUnit(unitId);
    return readUnitFiles(new Map<string, Uint8Array>([...writeUnitFiles(unit), ...files]), options);
  }

  /** @throws Problem 422 where shifts lie over others that are kept */
  private async save(wish: Import): Promise<UnitImportAnswer> {
    try {
      return await this.database.runInTransaction(async () => answerOf(wish, await this.writeAll(wish, false)));
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      throw unitImportProblem(error.faults.map((fault) => renamed(fault, wish.sentAs ?? new Map())));
    }
  }

  private async writeAll({ unitId, unit, caller }: Import, isPreview: boolean): Promise<readonly ImportedTable[]> {
    const accountId = caller?.accountId ?? null;
    // A large unit takes longer than a request may otherwise: its statements are few and big.
    await this.database.rows(`SET LOCAL statement_timeout = '60s'`);
    await this.units.lockUnit(unitId);
    const { tables: placeTables, codes: places } = await this.places.importPlaces(unitId, unit);
    const staff = await this.employees.importEmployees(unitId, unit.employees, places);
    const shifts = await this.importShifts(unitId, unit.shifts, { places, employees: staff.codes });
    const meetings = await this.meetings.importMeetings(unitId, unit.meetings, places);
    const people = { workGroups: places.workGroups, employees: staff.codes };
    const brukare = await this.brukare.importBrukare(caller, unitId, unit.brukare, people);
    const orders = await this.orders.importOrders(unitId, unit.orders, brukare.codes);
    const templates = await this.templates.importTemplates(unitId, unit.templates, orders.codes, accountId);
    const absences = mergeTables(
      await this.employeeAbsences.importAbsences(unitId, unit.absences, staff.codes),
      await this.brukareAbsences.importAbsences(unitId, unit.absences, brukare.codes),
    );
    const codes = { brukare: brukare.codes, employees: staff.codes };
    const history = await this.history.importHistory(unitId, unit.history, codes);
    const registrations = await this.importRegistrations(
      new TimeRegistrationsArrived(unitId, unit.registrations, codes, accountId),
    );
    if (caller !== null && !isPreview) {
      await this.auditLog.record({ caller, action: 'importera', recordKind: 'unit', recordId: unitId, unitId });
    }
    if (!isPreview) await refreshStatistics(this.database);
    if (!isPreview) this.orders.announce(unitId, [...new Set([...orders.touchedIds, ...templates.changedOrderIds])]);
    return [
      ...placeTables,
      staff.table,
      shifts,
      meetings,
      brukare.table,
      orders.table,
      templates.table,
      absences,
      history,
      registrations,
    ];
  }

  /** A roster that was numbered anew would put people at work twice: said shift by shift, before anything is written. */
  private async importShifts(
    unitId: string,
    shifts: readonly Shift[],
    references: Parameters<ShiftsService['importShifts']>[2],
  ): Promise<ImportedTable> {
    const collisions = await this.shifts.findCollisions(unitId, shifts, references);
    if (collisions.length > 0) throw new ImportRefused(collisions.map(collisionFault));
    return this.shifts.importShifts(unitId, shifts, references);
  }

  /** Registered times belong to a later stage, which hears of them and saves them in this transaction. */
  private async importRegistrations(arrived: TimeRegistrationsArrived): Promise<ImportedTable> {
    if (arrived.registrations.length === 0) return NO_REGISTRATIONS;
    const answers: unknown[] = await this.events.emitAsync(TimeRegistrationsArrived.eventName, arrived);
    return answers.find(isImportedTable) ?? NO_REGISTRATIONS;
  }
}

interface TriedImport {
  readonly tables: readonly ImportedTable[];
  readonly faults: readonly ImportFault[];
}

/** Found out only while saving: the transaction is taken back and the faults are told. */
class ImportRefused extends Error {
  constructor(readonly faults: readonly ImportFault[]) {
    super('the import is refused');
  }
}

/** @throws Problem 422 with every fault of every file */
function checked(
  read: UnitFolderRead,
  sentAs: SentFiles['sentAs'] = new Map(),
): { readonly unit: CareUnit; readonly notes: readonly ImportNote[] } {
  if (!read.ok) throw unitImportProblem(read.faults.map((fault) => renamed(fault, sentAs)));
  return { unit: read.unit, notes: read.notes };
}

function answerOf({ unitId, unit, notes }: Import, tables: readonly ImportedTable[]): UnitImportAnswer {
  const unsaved = unit.registrations.length > 0 && tables.includes(NO_REGISTRATIONS);
  return {
    unitId,
    isPreview: false,
    canBeSaved: true,
    tables: tables.map((table) => ({ ...table, missingCodes: [...table.missingCodes] })),
    preview: [],
    notes: [
      ...notes.map(({ file, row, code, message }) => ({ file, row, code, detail: message })),
      ...(unsaved ? [REGISTRATIONS_NOT_SAVED] : []),
    ],
  };
}

function isUnitFile(fileName: string): boolean {
  return fileName === AREAS_FILE || Object.values(UNIT_FILES).some((file) => file.fileName === fileName);
}

function noUnitFile(): Problem {
  const detail = 'Ingen av filerna hör till en enhetsmapp: varken namn eller rubriker känns igen.';
  return invalidValues([{ pointer: '', code: 'fil-saknas', detail }]);
}

const NO_REGISTRATIONS = importedTable('registreringar.csv', { added: 0, changed: 0, unchanged: 0 });
const REGISTRATIONS_NOT_SAVED = {
  file: 'registreringar.csv',
  row: null,
  code: 'ej-sparad',
  detail: 'Filen är läst men registreringar tas inte emot här.',
};

function mergeTables(a: ImportedTable, b: ImportedTable): ImportedTable {
  return {
    file: a.file,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    missing: a.missing + b.missing,
    missingCodes: [...a.missingCodes, ...b.missingCodes],
  };
}

function isImportedTable(value: unknown): value is TimeRegistrationsSaved {
  return typeof value === 'object' && value !== null && 'file' in value && 'added' in value && 'missing' in value;
}

const isRegistrations = (value: unknown): value is readonly TimeRegistration[] => Array.isArray(value);

/** A workbook keeps the name it was sent by in everything that is said about it. */
const renamed = <Named extends { readonly file: string }>(named: Named, sentAs: SentFiles['sentAs']): Named => ({
  ...named,
  file: sentAs.get(named.file) ?? named.file,
});

function inTheSendersWords(answer: UnitImportAnswer, { sentAs }: SentFiles): UnitImportAnswer {
  const named = <Named extends { readonly file: string }>(one: Named): Named => renamed(one, sentAs);
  return {
    ...answer,
    tables: answer.tables.map(named),
    preview: answer.preview.map((file) => ({ ...named(file), faulty: file.faulty.map(named) })),
    notes: answer.notes.map(named),
  };
}
