import { z } from 'zod';
import { code, id, insats, isoWeek, localDate, text } from './fields.js';
import { listFormat } from './list-format.js';
import { startWindow } from './units.js';

export const visitDemandQuery = z.strictObject({ week: isoWeek, workGroupId: id.optional(), format: listFormat });
export type VisitDemandQuery = z.infer<typeof visitDemandQuery>;

/** One visit that must be placed in the week. */
export const visitDemandAnswer = z.strictObject({
  id: z.string().describe('Mallnummer, vecka och ordningsnummer'),
  templateCode: code,
  ramtidOrderId: id,
  brukareId: id,
  occurrence: z.int().min(1),
  allowedDates: z.array(localDate).min(1),
  window: startWindow,
  serviceMinutes: z.int().min(1),
  helper: z.strictObject({ serviceMinutes: z.int().min(1), earliestOffset: z.int(), latestOffset: z.int() }).nullable(),
  insatser: z.array(insats),
  competences: z.array(text(60)),
  priority: z.int().min(1).max(3),
  isTimeCritical: z.boolean(),
  gap: z.strictObject({ afterDemandId: z.string(), minMinutes: z.int(), maxMinutes: z.int().nullable() }).nullable(),
  minDaysBetween: z.int().min(0),
  isProposed: z.boolean(),
});
export type VisitDemandAnswer = z.infer<typeof visitDemandAnswer>;

/** The week's visits, and those the templates call for that are not demanded, with the reason. */
export const visitDemandListAnswer = z.strictObject({
  week: isoWeek,
  demands: z.array(visitDemandAnswer),
  dropped: z.array(
    z.strictObject({
      templateCode: code,
      brukareId: id,
      onDate: localDate.nullable(),
      reason: z.enum(['brukare-absent', 'order-not-valid', 'red-day', 'other-week']),
      text: z.string(),
    }),
  ),
});
export type VisitDemandListAnswer = z.infer<typeof visitDemandListAnswer>;
