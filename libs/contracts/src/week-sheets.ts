import { z } from 'zod';
import { code, id, insats, isoWeek, localDate, timeOfDay } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';

export const weekSheetQuery = z.strictObject({
  employeeId: id.optional().describe('Utelämnad: alla i planen'),
  format: listFormat,
});
export type WeekSheetQuery = z.infer<typeof weekSheetQuery>;

const sheetRow = z.strictObject({
  employeeId: id,
  employeeCode: code,
  employeeName: z.string(),
  date: localDate,
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  minutes: z.int(),
  brukareCode: code,
  insatser: z.array(insats),
  withEmployeeCode: code.nullable().describe('Den andra vid dubbelbemanning'),
  plannedVisitId: id,
});
export type WeekSheetRow = z.infer<typeof sheetRow>;

const sheetChange = z.strictObject({
  change: z.enum(['added', 'removed', 'changed']),
  brukareCode: code,
  before: sheetRow.nullable(),
  after: sheetRow.nullable(),
});
export type WeekSheetChange = z.infer<typeof sheetChange>;

/** A plan per person and day, to be keyed into another system, and what to change since the version before it. */
export const weekSheetAnswer = z.strictObject({
  weeklyPlanId: id,
  week: isoWeek,
  version: z.int(),
  rows: z.array(sheetRow),
  sinceVersion: z.int().nullable().describe('Den publicerade version som ändringarna räknas från; null: ingen'),
  changes: z.array(sheetChange),
});
export type WeekSheetAnswer = z.infer<typeof weekSheetAnswer>;

export const ownCalendarQuery = z.strictObject({
  from: localDate.optional().describe('Utelämnad: i dag'),
  to: localDate.optional().describe('Utelämnad: fyra veckor framåt'),
});
export type OwnCalendarQuery = z.infer<typeof ownCalendarQuery>;

/** A calendar another program may read until it is revoked or has expired. The address is shown once. */
export const calendarFeedAnswer = z.strictObject({
  address: z.string().describe('Sökväg på tjänsten; innehåller en hemlig nyckel och inget namn'),
  expiresOn: localDate,
});
export type CalendarFeedAnswer = z.infer<typeof calendarFeedAnswer>;

/** Whether an employee's calendar can be read at a secret address. The address itself is known to nobody but its holder. */
export const calendarFeedState = z.strictObject({
  hasAccount: z.boolean().describe('Utan konto kan medarbetaren inte ha en adress'),
  isOpen: z.boolean(),
  madeAt: answeredInstant.nullable(),
  expiresOn: localDate.nullable(),
});
export type CalendarFeedState = z.infer<typeof calendarFeedState>;

/** The secret part of a feed's address. */
export const calendarSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'Ingen kalenderadress.');
