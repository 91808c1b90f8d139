import { z } from 'zod';
import { code, daysUpTo, gender, id, localDate, text, timeOfDay, travelMode, version } from './fields.js';
import { pageOf, pageQuery } from './page.js';

const competences = z.array(text(60)).max(50);
const languages = z.array(text(40)).max(20);

const employeeFields = z.strictObject({
  name: text(200),
  workGroupId: id,
  title: z.enum(['underskoterska', 'vardbitrade']),
  employment: z.enum(['tillsvidare', 'tim']),
  employmentRate: z.number().min(0.01).max(1).nullable().describe('Andel av heltid 0–1, null för timanställd'),
  competences,
  mode: travelMode,
  gender: gender.nullable(),
  languages,
  toleratesDogs: z.boolean(),
  toleratesCats: z.boolean(),
  toleratesSmoke: z.boolean(),
});

export const employeeAnswer = employeeFields.extend({ id, code, version });
export const employeePageAnswer = pageOf(employeeAnswer);
export type EmployeeAnswer = z.infer<typeof employeeAnswer>;

export const employeeQuery = pageQuery.extend({ workGroupId: id.optional() });
export type EmployeeQuery = z.infer<typeof employeeQuery>;

export const newEmployee = employeeFields.extend({
  code,
  employmentRate: employeeFields.shape.employmentRate.default(null),
  competences: competences.default([]),
  gender: gender.nullable().default(null),
  languages: languages.default([]),
  toleratesDogs: z.boolean().default(true),
  toleratesCats: z.boolean().default(true),
  toleratesSmoke: z.boolean().default(true),
});
export type NewEmployee = z.infer<typeof newEmployee>;

export const employeeChange = employeeFields.partial();
export type EmployeeChange = z.infer<typeof employeeChange>;

const shiftFields = z.strictObject({
  employeeId: id,
  onDate: localDate,
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  breakMinutes: z.int().min(0).max(240).describe('Obetald rast, minuter'),
  premisesId: id,
  mode: travelMode,
  workGroupId: id,
  isLarmansvarig: z.boolean(),
});

export const shiftAnswer = shiftFields.extend({ id, code, version });
export const shiftListAnswer = z.strictObject({ items: z.array(shiftAnswer) });
export type ShiftAnswer = z.infer<typeof shiftAnswer>;

/** A date range of at most 62 days, both days included. */
export const dateRangeQuery = daysUpTo(62);
export type DateRangeQuery = z.infer<typeof dateRangeQuery>;

export const newShift = shiftFields.extend({
  code,
  breakMinutes: shiftFields.shape.breakMinutes.default(0),
  mode: travelMode.optional().describe('Utelämnad: medarbetarens eget färdsätt'),
  workGroupId: id.optional().describe('Utelämnad: medarbetarens egen grupp'),
  isLarmansvarig: z.boolean().default(false),
});
export type NewShift = z.infer<typeof newShift>;

export const shiftChange = shiftFields.omit({ employeeId: true }).partial();
export type ShiftChange = z.infer<typeof shiftChange>;
