import { z } from 'zod';
import { id, localDate, text } from './fields.js';
import { answeredInstant, instant } from './instant.js';
import { listFormat } from './list-format.js';
import { startWindow } from './units.js';

/** "Stämmer inte": what an employee says about a visit that is planned wrong. The phone makes the id. */
export const newVisitReport = z
  .strictObject({
    id: id.describe('Rapportens id, satt av telefonen'),
    plannedVisitId: id,
    kind: z.enum(['too-short', 'wrong-time', 'stairs', 'wrong-code', 'two-needed', 'other']),
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
  ramtidOrderId: id,
  agreed: z
    .strictObject({ serviceMinutes: z.int(), window: startWindow, helperMinutes: z.int().nullable() })
    .nullable()
    .describe('Besöket så som det är avtalat nu; null: det finns inte längre i planen, eller planen är inte gjord än'),
  proposedVersion: z
    .int()
    .nullable()
    .describe('Version av genomförandeplanen som beslutet gav, ett förslag tills någon bekräftar den'),
});
export type VisitReportAnswer = z.infer<typeof visitReportAnswer>;
export const visitReportListAnswer = z.strictObject({ items: z.array(visitReportAnswer) });

export const visitReportQuery = z.strictObject({
  status: z.enum(['open', 'accepted', 'declined', 'all']).default('open'),
  brukareId: id.optional(),
  format: listFormat,
});
export type VisitReportQuery = z.infer<typeof visitReportQuery>;

/** What an accepted report changes in the agreed visit. */
const proposedVisitChange = z
  .strictObject({
    serviceMinutes: z.int().min(1).max(720).optional(),
    window: startWindow.optional(),
    helperMinutes: z.int().min(1).max(720).optional().describe('Den andra medarbetarens minuter'),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: 'Säg vad som ändras: minuter, tider eller den andra medarbetaren.',
    params: { code: 'andrar-inget' },
  });
export type ProposedVisitChange = z.infer<typeof proposedVisitChange>;

const decision = z.strictObject({
  decision: z.enum(['accepted', 'declined']),
  reason: text(300).refine((reason) => reason.length >= 5, {
    error: 'Skriv skälet med minst 5 tecken.',
    params: { code: 'skal.for-kort' },
  }),
  change: proposedVisitChange
    .nullable()
    .default(null)
    .describe(
      'Vid antagen: besöket ändras i en ny version av genomförandeplanen, som är ett förslag tills den bekräftas',
    ),
});

export const visitReportDecision = decision.refine((wish) => wish.change === null || wish.decision === 'accepted', {
  error: 'Bara en antagen rapport ändrar planen.',
  params: { code: 'andring.avbojd' },
  path: ['change'],
});
export type VisitReportDecision = z.infer<typeof visitReportDecision>;
