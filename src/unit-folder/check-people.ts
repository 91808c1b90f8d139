import type { ImportReport } from './import-fault.js';
import type { UnitRows } from './unit-rows.js';

/** Contacts must be able to be what they are called, and nobody may be both contact and unwanted. */
export function checkPeople({ brukare, employees }: UnitRows, report: ImportReport): void {
  const titleById = new Map(employees.rows.map(({ record }) => [record.id, record.title]));
  for (const { number, record } of brukare.rows) {
    const place = { file: brukare.fileName, row: number };
    const contact = record.fastOmsorgskontaktId;
    // Law since 1 July 2023: only an undersköterska may be fast omsorgskontakt (domain.md section 4).
    if (contact !== null && titleById.get(contact) === 'vardbitrade') {
      report.fault({
        ...place,
        column: 'fast_omsorgskontakt',
        value: contact,
        code: 'inte-underskoterska',
        message: 'Fast omsorgskontakt måste vara undersköterska.',
        expected: 'en medarbetare med titel underskoterska',
      });
    }
    const banned = [record.kontaktmanId, contact].find((id) => id !== null && record.bannedEmployeeIds.includes(id));
    if (banned !== undefined && banned !== null) {
      report.fault({
        ...place,
        column: 'ej_personal',
        value: banned,
        code: 'kontakt-ej-onskad',
        message: 'Samma medarbetare är både kontaktman eller fast omsorgskontakt och ej önskad.',
        expected: 'en annan kontakt, eller ta bort numret ur ej_personal',
      });
    }
  }
}
