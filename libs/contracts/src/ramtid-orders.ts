import { z } from 'zod';
import { code, id, insats, localDate, text, version } from './fields.js';
import { listFormat } from './list-format.js';
import { pageOf, pageQuery } from './page.js';

const orderFields = z.strictObject({
  from: localDate,
  to: localDate.nullable().describe('Sista dagen, null tills vidare'),
  hoursPerMonth: z.number().min(0).max(744).describe('Ramtid, timmar per månad; 0 bara för larm'),
  kind: z.enum(['hemtjanst', 'ledsagning', 'avlosning', 'tryggt_mottagande', 'larm']),
  insatser: z.array(insats).min(1).max(17),
  doubleStaffing: z.boolean(),
  goal: text(2000).nullable(),
  receivedOn: localDate.nullable(),
});

export const ramtidOrderAnswer = orderFields.extend({ id, code, brukareId: id, version });
export const ramtidOrderPageAnswer = pageOf(ramtidOrderAnswer);
export type RamtidOrderAnswer = z.infer<typeof ramtidOrderAnswer>;

export const ramtidOrderQuery = pageQuery.extend({
  brukareId: id.optional(),
  workGroupId: id.optional(),
  onDate: localDate.optional().describe('Bara beställningar som gäller den dagen'),
  format: listFormat,
});
export type RamtidOrderQuery = z.infer<typeof ramtidOrderQuery>;

export const newRamtidOrder = orderFields.extend({
  code,
  brukareId: id,
  to: localDate.nullable().default(null),
  kind: orderFields.shape.kind.default('hemtjanst'),
  doubleStaffing: z.boolean().default(false),
  goal: text(2000).nullable().default(null),
  receivedOn: localDate.nullable().default(null),
});
export type NewRamtidOrder = z.infer<typeof newRamtidOrder>;

export const ramtidOrderChange = orderFields.partial();
export type RamtidOrderChange = z.infer<typeof ramtidOrderChange>;

export const monthQuery = z.strictObject({
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'Skriv månaden som 2026-03.')
    .meta({ example: '2026-03' }),
});
export type MonthQuery = z.infer<typeof monthQuery>;

/** The month's ramtid: what was ordered for the days the order is valid, and what the genomförandeplan calls for. */
export const ramtidBalanceAnswer = z.strictObject({
  ramtidOrderId: id,
  month: z.string(),
  orderedHours: z.number().min(0),
  patternHours: z.number().min(0).describe('Vad genomförandeplanens besök blir under månaden'),
  share: z.number().min(0).nullable().describe('Genomförandeplanens timmar delat med de beställda'),
  warning: z.enum(['over', 'near', 'under']).nullable(),
  definition: z.string(),
});
export type RamtidBalanceAnswer = z.infer<typeof ramtidBalanceAnswer>;
