import { z } from 'zod';
import { id, localDate, text, timeOfDay, version } from './fields.js';
import { answeredInstant, instant } from './instant.js';

const visitDemandId = text(120).describe('Behovet som besöket fyller');

/** What happened: somebody is ill (the whole day unless hours are given), or a visit was called off. */
const dayEvent = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('sick'),
      employeeId: id,
      fromTime: timeOfDay.default('00:00'),
      toTime: timeOfDay.default('24:00'),
    })
    .refine(({ fromTime, toTime }) => fromTime < toTime, {
      error: 'Frånvaron måste sluta efter att den har börjat.',
      params: { code: 'tid.bakvand' },
      path: ['toTime'],
    }),
  z.strictObject({ kind: z.literal('cancelled'), visitDemandId }),
]);

/** What a new plan of the day may change at most. */
const changeBudget = z.strictObject({
  maxMovedVisits: z
    .int()
    .min(0)
    .max(1000)
    .nullable()
    .default(null)
    .describe('Så många andra besök får byta medarbetare; null: 15 % av dagens'),
  keepEmployeeIds: z.array(id).max(200).default([]).describe('Medarbetare vars rutter behåller exakt sina besök'),
  keepVisitDemandIds: z.array(visitDemandId).max(1000).default([]).describe('Besök som behåller medarbetare och tid'),
});

export const replanQuestion = z.strictObject({
  onDate: localDate,
  event: dayEvent,
  budget: changeBudget.default({ maxMovedVisits: null, keepEmployeeIds: [], keepVisitDemandIds: [] }),
  asOf: instant
    .nullable()
    .default(null)
    .describe('Det som har börjat då, eller börjar inom en halvtimme, rörs inte; null: nu'),
});
export type ReplanQuestion = z.infer<typeof replanQuestion>;

const alternativeKind = z.enum(['least-change', 'least-travel', 'best-continuity']);

const placement = z.strictObject({ startsAt: answeredInstant, employeeIds: z.array(id) });

/** Where one visit is before and after; null: nobody comes. */
const replannedVisit = z.strictObject({
  visitDemandId: z.string(),
  brukareId: id,
  from: placement.nullable(),
  to: placement.nullable(),
});
export type ReplannedVisit = z.infer<typeof replannedVisit>;

const dayAlternativeAnswer = z.strictObject({
  alternativeId: z.string().describe('Namnger innehållet: samma id, samma flyttar'),
  kinds: z.array(alternativeKind).describe('På vilka sätt det är bäst'),
  movedVisits: z.int().describe('Andra besök än händelsens som byter medarbetare eller faller bort'),
  retimedVisits: z.int().describe('Andra besök vars start flyttas mer än 15 minuter'),
  newFaces: z.int(),
  travelMinutesDifference: z.int(),
  overtimeMinutes: z.int().describe('Tid efter passens slut, utöver vad planen redan har'),
  visits: z.array(replannedVisit),
  leftOut: z.array(z.strictObject({ visitDemandId: z.string(), brukareId: id })),
  brukareIdsToPhone: z.array(id).describe('Får en annan medarbetare, en tid mer än 15 minuter bort, eller inget besök'),
  employees: z.array(
    z.strictObject({
      employeeId: id,
      visitsBefore: z.int(),
      visitsAfter: z.int(),
      visitMinutesDifference: z.int(),
      travelMinutesDifference: z.int(),
    }),
  ),
});
export type DayAlternativeAnswer = z.infer<typeof dayAlternativeAnswer>;

export const replanAnswer = z.strictObject({
  version,
  asOf: answeredInstant.describe('Skickas med när ett alternativ väljs'),
  alternatives: z.array(dayAlternativeAnswer).describe('Inget: ingenting håller sig inom vad som får ändras'),
});
export type ReplanAnswer = z.infer<typeof replanAnswer>;

export const replanChoice = z.strictObject({
  question: replanQuestion.extend({ asOf: instant }),
  alternativeId: text(40),
  own: z.boolean().default(false).describe('Gör ett eget utkast fast planen redan har ett'),
  recordAbsence: z.boolean().default(true).describe('En sjukanmälan: frånvaron läggs också hos medarbetaren'),
});
export type ReplanChoice = z.infer<typeof replanChoice>;
