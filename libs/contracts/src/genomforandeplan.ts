import { z } from 'zod';
import { code, id, insats, localDate, text, version } from './fields.js';
import { startWindow } from './units.js';

const weekday = z.int().min(1).max(7).describe('1 = måndag … 7 = söndag');

export const recurrence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekdays'), days: z.array(weekday).min(1).max(7) }),
  z.strictObject({
    kind: z.literal('floating'),
    times: z.int().min(1).max(14),
    everyWeeks: z.int().min(1).max(8),
  }),
]);

/** One recurring visit of the genomförandeplan. */
export const visitTemplate = z.strictObject({
  code,
  insatser: z.array(insats).min(1).max(17),
  recurrence,
  window: startWindow,
  serviceMinutes: z.int().min(1).max(720),
  helper: z
    .strictObject({
      serviceMinutes: z.int().min(1).max(720),
      earliestOffset: z.int().min(-240).max(240),
      latestOffset: z.int().min(-240).max(240),
    })
    .refine((helper) => helper.earliestOffset <= helper.latestOffset, {
      error: 'Tidigaste förskjutning måste ligga före senaste.',
      params: { code: 'tid.bakvand' },
    })
    .nullable()
    .default(null)
    .describe('Andra medarbetaren: egna minuter och förskjutning i minuter'),
  competences: z.array(text(60)).max(20).default([]),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
  isTimeCritical: z.boolean().default(false),
  gap: z
    .strictObject({
      afterCode: code.describe('Besöksmallen som kommer före'),
      minMinutes: z.int().min(0).max(1440),
      maxMinutes: z.int().min(0).max(1440).nullable(),
    })
    .refine((gap) => gap.maxMinutes === null || gap.minMinutes <= gap.maxMinutes, {
      error: 'Minsta avstånd är större än det största.',
      params: { code: 'tid.bakvand' },
    })
    .nullable()
    .default(null),
  minDaysBetween: z.int().min(0).max(28).default(1),
});
export type VisitTemplateContract = z.infer<typeof visitTemplate>;

/** The agreed plan of one order, in one version; a change makes the next version. */
export const genomforandeplanAnswer = z.strictObject({
  ramtidOrderId: id,
  version: version.describe('Genomförandeplanens version, skickas i If-Match; 0 när ingen finns').min(0),
  source: z.enum(['avtalad', 'foreslagen']).nullable(),
  agreedOn: localDate.nullable(),
  templates: z.array(visitTemplate),
});
export type GenomforandeplanAnswer = z.infer<typeof genomforandeplanAnswer>;

/** The whole plan as agreed: replaces the version before it. */
export const newGenomforandeplan = z.strictObject({
  agreedOn: localDate,
  templates: z.array(visitTemplate).min(1).max(50),
});
export type NewGenomforandeplan = z.infer<typeof newGenomforandeplan>;

/** What the product proposes for an order without a genomförandeplan, and why. */
export const visitPatternProposalAnswer = z.strictObject({
  ramtidOrderId: id,
  templates: z.array(visitTemplate),
  orderedMinutesPerMonth: z.number().min(0),
  plannedMinutesPerMonth: z.number().min(0),
  explanation: z.array(z.string()),
});
export type VisitPatternProposalAnswer = z.infer<typeof visitPatternProposalAnswer>;

export const proposalConfirmation = z.strictObject({ agreedOn: localDate });
export type ProposalConfirmation = z.infer<typeof proposalConfirmation>;
