import { z } from 'zod';
import { id, localDate } from './fields.js';

export const efficiencyReportQuery = z.strictObject({
  period: z.enum(['day', 'week', 'month']).default('month'),
  date: localDate.describe('En dag i perioden'),
  workGroupId: id.optional().describe('Utelämnad: hela enheten'),
});
export type EfficiencyReportQuery = z.infer<typeof efficiencyReportQuery>;

/**
 * The three sums and their ratios, never without travel, rast and kringtid beside them, and with the ids of the records
 * behind every figure.
 */
export const efficiencyReportAnswer = z.strictObject({
  period: z.enum(['day', 'week', 'month']),
  from: localDate,
  to: localDate,
  workGroupId: id.nullable(),
  orderedHours: z.number(),
  plannedHours: z.number(),
  performedHours: z.number(),
  staffHours: z.number(),
  performedPerStaff: z.number().nullable().describe('Utförda timmar delat med personaltimmar: effektivitetsmåttet'),
  orderedPerStaff: z.number().nullable(),
  performedPerOrdered: z.number().nullable(),
  plannedPerStaff: z.number().nullable(),
  target: z.number(),
  isTargetReached: z.boolean().nullable(),
  split: z.strictObject({
    visitHours: z.number(),
    travelHours: z.number(),
    handlingHours: z.number(),
    kringtidHours: z.number(),
    waitHours: z.number(),
    breakHours: z.number().describe('Obetald rast, ingår inte i personaltimmar'),
    unplannedHours: z.number().describe('Personaltimmar i pass utan planerad rutt'),
  }),
  definition: z.string().describe('Hur talen är räknade'),
  records: z.strictObject({
    ramtidOrderIds: z.array(id),
    weeklyPlanIds: z.array(id),
    plannedVisitIds: z.array(id),
    registeredTimeIds: z.array(id),
    shiftIds: z.array(id),
  }),
});
export type EfficiencyReportAnswer = z.infer<typeof efficiencyReportAnswer>;
