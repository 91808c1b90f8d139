import { z } from 'zod';
import { daysUpTo, id, localDate, text } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';

export const avvikelseKind = z.enum([
  'unplanned',
  'missed',
  'wrong-employee',
  'overlap',
  'never-ended',
  'outside-time',
  'too-short',
  'too-long',
]);

export const avvikelseQuery = daysUpTo(31).safeExtend({
  status: z.enum(['open', 'handled', 'all']).default('open'),
  kind: avvikelseKind.optional(),
  workGroupId: id.optional().describe('Utelämnad: hela enheten'),
  format: listFormat,
});
export type AvvikelseQuery = z.infer<typeof avvikelseQuery>;

/** Something registered, or not registered, that does not match the plan. */
export const avvikelseAnswer = z.strictObject({
  id: id.describe('Samma avvikelse har alltid samma id'),
  kind: avvikelseKind,
  date: localDate,
  brukareId: id,
  employeeId: id.nullable().describe('Den som registrerade, eller skulle ha kommit'),
  registeredTimeId: id.nullable(),
  plannedVisitId: id.nullable(),
  text: z.string(),
  handled: z
    .strictObject({ by: id, at: answeredInstant, reason: z.string() })
    .nullable()
    .describe('null: ingen har sett till den'),
});
export type AvvikelseAnswer = z.infer<typeof avvikelseAnswer>;
export const avvikelseListAnswer = z.strictObject({
  items: z.array(avvikelseAnswer),
  open: z.int(),
  handled: z.int(),
});
export type AvvikelseListAnswer = z.infer<typeof avvikelseListAnswer>;

export const avvikelseHandling = z.strictObject({
  date: localDate.describe('Avvikelsens dag'),
  reason: text(300).refine((reason) => reason.length >= 5, {
    error: 'Skriv vad som gjordes med minst 5 tecken.',
    params: { code: 'skal.for-kort' },
  }),
});
export type AvvikelseHandling = z.infer<typeof avvikelseHandling>;
