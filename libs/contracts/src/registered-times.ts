import { z } from 'zod';
import { daysUpTo, id, localDate, text } from './fields.js';
import { answeredInstant, instant } from './instant.js';
import { listFormat } from './list-format.js';

/** One press on the phone. The phone makes the id, so that sending twice is one event. */
export const registeredEvent = z.strictObject({
  id: id.describe('Händelsens id, satt av telefonen'),
  plannedVisitId: id.describe('Besöket i den publicerade planen'),
  kind: z.enum(['start', 'stop', 'avbojt', 'bom']).describe('Kommit, gått, brukaren tackade nej, ingen hemma'),
  occurredAt: instant,
});
export type RegisteredEvent = z.infer<typeof registeredEvent>;

export const registeredEventFlag = z.enum(['framtid', 'gammal', 'start-saknas', 'slut-fore-start', 'langt-besok']);

/** What became of one event. `ok` and `redan-mottagen` may be removed from the phone. */
export const registeredEventAnswer = z.strictObject({
  id: z.string(),
  outcome: z.enum(['ok', 'redan-mottagen', 'flaggad', 'fel']),
  flags: z.array(registeredEventFlag),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export type RegisteredEventAnswer = z.infer<typeof registeredEventAnswer>;

/** Up to 50 events from a phone that was offline. Each is judged for itself: one bad event never stops the others. */
export const registeredEventBatch = z.strictObject({
  events: z.array(z.unknown()).min(1).max(50).describe('Händelser på samma form som för en enda'),
});
export type RegisteredEventBatch = z.infer<typeof registeredEventBatch>;
export const registeredEventBatchAnswer = z.strictObject({ events: z.array(registeredEventAnswer) });
export type RegisteredEventBatchAnswer = z.infer<typeof registeredEventBatchAnswer>;

export const newCorrection = z
  .strictObject({
    id: id.describe('Rättelsens id, satt av den som rättar'),
    startsAt: instant,
    endsAt: instant,
    reason: text(300).refine((reason) => reason.length >= 5, {
      error: 'Skriv skälet med minst 5 tecken.',
      params: { code: 'skal.for-kort' },
    }),
  })
  .refine((correction) => Date.parse(correction.startsAt) <= Date.parse(correction.endsAt), {
    error: 'Sluttiden måste ligga efter starttiden.',
    params: { code: 'tid.bakvand' },
    path: ['endsAt'],
  });
export type NewCorrection = z.infer<typeof newCorrection>;

export const correctionAnswer = z.strictObject({
  id,
  startsAt: answeredInstant,
  endsAt: answeredInstant,
  reason: z.string(),
  correctedBy: id.nullable(),
  correctedAt: answeredInstant,
});

/** A registered visit: what came in, every correction of it, and the planned visit it belongs to. */
export const registeredTimeAnswer = z.strictObject({
  id,
  employeeId: id,
  brukareId: id,
  plannedVisitId: id.nullable(),
  kind: z.enum(['besok', 'larm', 'avbojt', 'bom']),
  startsAt: answeredInstant,
  endsAt: answeredInstant.nullable().describe('Null: pågår, eller sluttid saknas'),
  flags: z.array(registeredEventFlag),
  corrections: z.array(correctionAnswer),
  match: z
    .enum(['planerat', 'oplanerat', 'utan-plan'])
    .describe('Hör registreringen till ett besök i den publicerade planen? utan-plan: gruppen har ingen den dagen.'),
});
export type RegisteredTimeAnswer = z.infer<typeof registeredTimeAnswer>;
export const registeredTimeListAnswer = z.strictObject({ items: z.array(registeredTimeAnswer) });

export const registeredTimeQuery = daysUpTo(31).safeExtend({ employeeId: id.optional(), format: listFormat });
export type RegisteredTimeQuery = z.infer<typeof registeredTimeQuery>;

export const ownRegisteredTimeQuery = z.strictObject({ date: localDate });
export type OwnRegisteredTimeQuery = z.infer<typeof ownRegisteredTimeQuery>;
