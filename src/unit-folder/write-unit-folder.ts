import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  formatMinuteOfDay,
  formatRecurrence,
  type Absence,
  type Brukare,
  type CareUnit,
  type Employee,
  type HistoryVisit,
  type LocalDateTime,
  type Premises,
  type RamtidOrder,
  type Shift,
  type StaffMeeting,
  type TimeRegistration,
  type VisitTemplate,
  type WorkGroup,
  type WorkGroupArea,
} from '@hemtjanst/domain';
import { AREAS_FILE, UNIT_FILES, type UnitFile } from './unit-files.js';
import { decimal, writeCsv, yesNo, type CsvCells } from './write-csv.js';

export interface WriteUnitOptions {
  /** Brukare whose group is left out of `kunder.csv` because the area of their address says it. */
  readonly groupFromArea?: ReadonlySet<string>;
}

/** Writes every file of the unit folder; an existing file of the same name is replaced, others are left alone. */
export async function writeUnitFolder(dir: string, unit: CareUnit, options: WriteUnitOptions = {}): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const [fileName, content] of writeUnitFiles(unit, options)) await writeFile(join(dir, fileName), content);
}

/** The files of a unit folder by name: what {@link readUnitFiles} reads back to an equal unit. */
export function writeUnitFiles(unit: CareUnit, options: WriteUnitOptions = {}): ReadonlyMap<string, Buffer> {
  const written = new Map<string, Buffer>();
  for (const { file, rows } of unitTables(unit, options)) written.set(file.fileName, writeCsv(file.columns, rows));
  if (unit.areas.length > 0) written.set(AREAS_FILE, writeAreas(unit.areas));
  return written;
}

/** One file of the unit folder with its rows, cell by cell. */
export interface UnitTable {
  readonly file: Pick<UnitFile<unknown>, 'fileName' | 'columns' | 'idColumn'>;
  readonly rows: readonly CsvCells[];
}

/** A unit as the rows of its files. */
export function unitTables(unit: CareUnit, { groupFromArea = new Set() }: WriteUnitOptions = {}): readonly UnitTable[] {
  const files = UNIT_FILES;
  return [
    { file: files.premises, rows: unit.premises.map(premisesCells) },
    { file: files.workGroups, rows: unit.workGroups.map(workGroupCells) },
    {
      file: files.brukare,
      rows: unit.brukare.map((brukare) => ({
        ...brukareCells(brukare),
        grupp: groupFromArea.has(brukare.id) ? null : brukare.workGroupId,
      })),
    },
    { file: files.orders, rows: unit.orders.map(orderCells) },
    { file: files.templates, rows: unit.templates.map(templateCells) },
    { file: files.employees, rows: unit.employees.map(employeeCells) },
    { file: files.shifts, rows: unit.shifts.map(shiftCells) },
    { file: files.meetings, rows: unit.meetings.map(meetingCells) },
    { file: files.absences, rows: unit.absences.map(absenceCells) },
    { file: files.history, rows: unit.history.map(historyCells) },
    { file: files.registrations, rows: unit.registrations.map(registrationCells) },
  ];
}

function writeAreas(areas: readonly WorkGroupArea[]): Buffer {
  const features = areas.map(({ workGroupId, geometry }) => ({
    type: 'Feature',
    properties: { grupp: workGroupId },
    geometry,
  }));
  return Buffer.from(`${JSON.stringify({ type: 'FeatureCollection', features })}\n`);
}

const premisesCells = ({ id, name, address, coordinate }: Premises): CsvCells => ({
  id,
  namn: name,
  adress: address,
  lat: decimal(coordinate.lat),
  lon: decimal(coordinate.lon),
});

const workGroupCells = ({ id, name, premisesId, kind }: WorkGroup): CsvCells => ({
  id,
  namn: name,
  lokal: premisesId,
  typ: kind,
});

const brukareCells = (brukare: Brukare): CsvCells => ({
  kundnr: brukare.id,
  namn: brukare.name,
  fodelsear: String(brukare.birthYear),
  kon: brukare.gender,
  adress: brukare.address,
  lat: brukare.coordinate && decimal(brukare.coordinate.lat),
  lon: brukare.coordinate && decimal(brukare.coordinate.lon),
  kontaktman: brukare.kontaktmanId,
  fast_omsorgskontakt: brukare.fastOmsorgskontaktId,
  nyckel: brukare.keyKind,
  vaning: String(brukare.floor),
  hiss: yesNo(brukare.hasLift),
  dorr_minuter: brukare.doorMinutes === null ? '' : String(brukare.doorMinutes),
  skyddad: yesNo(brukare.isProtected),
  onskar_kon: brukare.wishedGender,
  ej_personal: brukare.bannedEmployeeIds.join(' '),
  husdjur: brukare.pets.join(' '),
  rokare: yesNo(brukare.isSmoker),
  sprak: brukare.language,
});

const orderCells = (order: RamtidOrder): CsvCells => ({
  bestallningsnr: order.id,
  kundnr: order.brukareId,
  fran: order.from,
  till: order.to,
  timmar_per_manad: decimal(order.hoursPerMonth),
  typ: order.kind,
  insatser: order.insatser.join(' '),
  dubbelbemanning: yesNo(order.doubleStaffing),
  mal: order.goal,
  mottagen: order.receivedOn,
});

const templateCells = (template: VisitTemplate): CsvCells => ({
  mallnr: template.id,
  bestallningsnr: template.orderId,
  insatser: template.insatser.join(' '),
  dagar: formatRecurrence(template.recurrence),
  fran: formatMinuteOfDay(template.window.earliest),
  till: formatMinuteOfDay(template.window.latest),
  minuter: String(template.serviceMinutes),
  personal: template.helper === null ? '1' : '2',
  hjalp_minuter: template.helper && String(template.helper.serviceMinutes),
  hjalp_tidigast: template.helper && String(template.helper.earliestOffset),
  hjalp_senast: template.helper && String(template.helper.latestOffset),
  kompetens: template.competences.join(' '),
  prioritet: String(template.priority),
  tidskritisk: yesNo(template.isTimeCritical),
  efter: template.gap && template.gap.afterTemplateId,
  minst_efter: template.gap && String(template.gap.minMinutes),
  hogst_efter:
    template.gap?.maxMinutes === undefined || template.gap.maxMinutes === null ? null : String(template.gap.maxMinutes),
  minst_dagar_mellan: String(template.minDaysBetween),
});

const employeeCells = (employee: Employee): CsvCells => ({
  anstnr: employee.id,
  namn: employee.name,
  grupp: employee.workGroupId,
  titel: employee.title,
  anstallning: employee.employment,
  sysselsattningsgrad: employee.employmentRate === null ? null : decimal(employee.employmentRate),
  kompetenser: employee.competences.join(' '),
  fardsatt: employee.mode,
  kon: employee.gender,
  sprak: employee.languages.join(' '),
  tal_hund: yesNo(employee.toleratesDogs),
  tal_katt: yesNo(employee.toleratesCats),
  tal_rok: yesNo(employee.toleratesSmoke),
});

const shiftCells = (shift: Shift): CsvCells => ({
  passid: shift.id,
  anstnr: shift.employeeId,
  datum: shift.onDate,
  start: formatMinuteOfDay(shift.startsAt),
  slut: formatMinuteOfDay(shift.endsAt),
  rast_min: String(shift.breakMinutes),
  lokal: shift.premisesId,
  fardsatt: shift.mode,
  grupp: shift.workGroupId,
  larmansvar: yesNo(shift.isLarmansvarig),
});

const meetingCells = (meeting: StaffMeeting): CsvCells => ({
  moteid: meeting.id,
  slag: meeting.kind,
  datum: meeting.onDate,
  start: formatMinuteOfDay(meeting.startsAt),
  slut: formatMinuteOfDay(meeting.endsAt),
  grupp: meeting.workGroupId,
});

/** Whole days as dates, which is how people write them; parts of days with the time of day. */
function absenceCells({ person, fromDate, fromMinute, toDate, toMinute, reason }: Absence): CsvCells {
  return {
    anstnr: person.kind === 'employee' ? person.id : null,
    kundnr: person.kind === 'brukare' ? person.id : null,
    fran: fromMinute === 0 ? fromDate : dateTime({ date: fromDate, minute: fromMinute }),
    till: toMinute === 1440 ? toDate : dateTime({ date: toDate, minute: toMinute }),
    orsak: reason,
  };
}

const historyCells = (visit: HistoryVisit): CsvCells => ({
  kundnr: visit.brukareId,
  anstnr: visit.employeeId,
  start: dateTime({ date: visit.onDate, minute: visit.startsAt }),
  slut: dateTime({ date: visit.onDate, minute: visit.endsAt }),
  typ: visit.kind,
});

const registrationCells = (registration: TimeRegistration): CsvCells => ({
  registreringsnr: registration.id,
  kundnr: registration.brukareId,
  anstnr: registration.employeeId,
  start: dateTime(registration.startsAt),
  slut: dateTime(registration.endsAt),
  justerad_start: registration.adjusted && dateTime(registration.adjusted.startsAt),
  justerad_slut: registration.adjusted && dateTime(registration.adjusted.endsAt),
  orsak: registration.adjusted && registration.adjusted.reason,
  typ: registration.kind,
});

const dateTime = ({ date, minute }: LocalDateTime): string => `${date} ${formatMinuteOfDay(minute)}`;
