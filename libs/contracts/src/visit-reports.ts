import { z } from 'zod';
import { id, localDate, text } from './fields.js';
import { answeredInstant, instant } from './instant.js';
import { listFormat } from './list-format.js';

/** "Stämmer inte": what an employee says about a visit that is planned wrong. The phone makes the id. */
export const newVisitReport = z
  .strictObject({
    id: id.describe('Rapportens id, satt av telefonen'),
    plannedVisitId: id,
    kind: z.enum(['too-short', 'stairs', 'wrong-code', 'two-needed', 'other']),
    text: text(200).nullable().default(null).describe('Bara praktiska uppgifter, inga vårdanteckningar'),
    reportedAt: instant,
  })
  .refine(({ kind, text: said }) => kind !== 'other' || said !== null, {
    error: 'Skriv vad som inte stämmer.',
    params: { code: 'text.saknas' },
    path: ['text'],
  });
export type NewVisitReport = z.infer<typeof newVisitReport>;

export const visitReportAnswer = z.strictObject({
  id,
  plannedVisitId: id,
  brukareId: id,
  employeeId: id,
  templateCode: z.string(),
  onDate: localDate.describe('Besökets dag'),
  kind: newVisitReport.shape.kind,
  text: z.string().nullable(),
  reportedAt: answeredInstant,
  status: z.enum(['open', 'accepted', 'declined']),
  decidedBy: id.nullable(),
  decidedAt: answeredInstant.nullable(),
  decisionReason: z.string().nullable(),
});
export type VisitReportAnswer = z.infer<typeof visitReportAnswer>;
export const visitReportListAnswer = z.strictObject({ items: z.array(visitReportAnswer) });

export const visitReportQuery = z.strictObject({
  status: z.enum(['open', 'accepted', 'declined', 'all']).default('open'),
  brukareId: id.optional(),
  format: listFormat,
});
export type VisitReportQuery = z.infer<typeof visitReportQuery>;

export const visitReportDecision = z.strictObject({
  decision: z.enum(['accepted', 'declined']),
  reason: text(300).refine((reason) => reason.length >= 5, {
    error: 'Skriv skälet med minst 5 tecken.',
    params: { code: 'skal.for-kort' },
  }),
});
export type VisitReportDecision = z.infer<typeof visitReportDecision>;
