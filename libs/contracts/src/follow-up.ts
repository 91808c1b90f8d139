import { z } from 'zod';
import { code, id, localDate } from './fields.js';

export const continuityQuery = z.strictObject({
  to: localDate.optional().describe('Sista dagen av 14; utelämnad: i går, eller söndagen i planens vecka'),
  planId: id.optional().describe('Räkna framåt med den planen, publicerad eller inte'),
  workGroupId: id.optional().describe('Utelämnad: hela enheten'),
  asOf: localDate.optional().describe('Från den dagen räknas planerade besök; utelämnad: i dag'),
});
export type ContinuityQuery = z.infer<typeof continuityQuery>;

const figures = z.strictObject({
  brukareCount: z.int(),
  mean: z.number(),
  median: z.number(),
  max: z.int(),
  shareAbove10: z.number(),
  shareAbove20: z.number(),
});
const measure = z.strictObject({
  figures,
  byGender: z.strictObject({ K: figures, M: figures }).nullable().describe('null: någon grupp är mindre än fem'),
});
const report = z.strictObject({
  official: measure.describe('Jämförbart mått (Kolada)'),
  wider: measure.describe('Alla brukare med minst ett besök; jämför aldrig med det officiella måttet'),
  excluded: z.strictObject({ 'under-65': z.int(), away: z.int(), 'fewer-visits': z.int() }),
  kontaktmanShare: z.number().nullable(),
});

/** Continuity over 14 days: of the selection, of each work group in it, and the brukare above the unit's goal. */
export const continuityAnswer = report.extend({
  from: localDate,
  to: localDate,
  plannedFrom: localDate.nullable().describe('Från den dagen är besöken planerade, inte utförda; null: alla utförda'),
  goal: z.int(),
  groups: z.array(report.extend({ workGroupId: id })),
  aboveGoal: z.array(z.strictObject({ brukareId: id, brukareCode: code, workGroupId: id, employees: z.int() })),
  definition: z.string(),
});
export type ContinuityAnswer = z.infer<typeof continuityAnswer>;
export type ContinuityReportAnswer = z.infer<typeof report>;
