import { z } from 'zod';
import { id, localDate } from './fields.js';

/** What the ledger made the weekly planner do with a flexible visit, so that the ramtid's period lands inside its frame. */
export const ledgerAdjustmentAnswer = z.strictObject({
  kind: z.enum(['added', 'moved', 'leftOut']),
  brukareId: id,
  ramtidOrderId: id,
  templateCode: z.string(),
  visitDemandId: z.string(),
  date: localDate.describe('Dagen besöket fick, eller första dagen det kunde ha legat på'),
  serviceMinutes: z.int(),
  period: z.string().describe('Perioden ramen gäller: 2026-03 eller 2026-W10'),
  orderedMinutes: z.number(),
  forecastBeforeMinutes: z.number(),
  forecastAfterMinutes: z.number(),
  reason: z.string(),
});
export type LedgerAdjustmentAnswer = z.infer<typeof ledgerAdjustmentAnswer>;
export const ledgerAdjustmentListAnswer = z.strictObject({ items: z.array(ledgerAdjustmentAnswer) });
