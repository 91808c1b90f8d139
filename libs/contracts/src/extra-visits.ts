import { z } from 'zod';
import { id, insats, localDate, text, version } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';
import { startWindow } from './units.js';
import { weeklyPlanAnswer } from './weekly-plans.js';

const extraVisit = z.strictObject({
  brukareId: id,
  onDate: localDate,
  window: startWindow.describe('Tidigaste och senaste start'),
  serviceMinutes: z.int().min(1).max(720),
  doubleStaffing: z.boolean().default(false).describe('Två medarbetare hela besöket'),
  insatser: z.array(insats).min(1).max(17),
  competences: z.array(text(60)).max(20).default([]),
  isTimeCritical: z.boolean().default(false),
  reason: text(200).nullable().default(null).describe('Bara praktiska uppgifter, inga vårdanteckningar'),
});

/** A visit of one day that somebody asked for, beside what the genomförandeplan agreed. */
export const newExtraVisit = z.strictObject({
  ...extraVisit.shape,
  ramtidOrderId: id
    .nullable()
    .default(null)
    .describe('Beställningen som besöket drar på; null: den med flest timmar av dem som gäller den dagen'),
  own: z.boolean().default(false).describe('Gör ett eget utkast fast planen redan har ett'),
});
export type NewExtraVisit = z.infer<typeof newExtraVisit>;

export const extraVisitAnswer = z.strictObject({
  id,
  version,
  ramtidOrderId: id,
  ...extraVisit.shape,
  visitDemandId: z.string().describe('Behovet i veckans planer'),
  madeBy: id,
  madeAt: answeredInstant,
});
export type ExtraVisitAnswer = z.infer<typeof extraVisitAnswer>;

export const extraVisitQuery = z.strictObject({ date: localDate, format: listFormat });
export type ExtraVisitQuery = z.infer<typeof extraVisitQuery>;
export const extraVisitListAnswer = z.strictObject({ items: z.array(extraVisitAnswer) });

/** The visit, and the draft in which it now waits for a place. */
export const addedExtraVisitAnswer = z.strictObject({ extraVisit: extraVisitAnswer, plan: weeklyPlanAnswer });
export type AddedExtraVisitAnswer = z.infer<typeof addedExtraVisitAnswer>;
