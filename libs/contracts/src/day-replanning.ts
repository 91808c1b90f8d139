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
  seconds: z
    .int()
    .min(1)
    .max(120)
    .nullable()
    .default(null)
    .describe('Sök ungefär så här länge; null: ett fast antal försök, några sekunder, som ger samma svar varje gång'),
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

const replanAnswer = z.strictObject({
  version: version.describe('Planens version när dagen beräknades; skickas med när ett alternativ väljs'),
  asOf: answeredInstant,
  alternatives: z.array(dayAlternativeAnswer).describe('Inget: ingenting håller sig inom vad som får ändras'),
});
export const dayReplanningProgress = z.strictObject({
  percent: z.number().min(0).max(100),
  alternative: alternativeKind
    .nullable()
    .describe('Det förslag som söks nu; talen nedan gäller det bästa av det hittills'),
  bestObjective: z.number().nullable(),
  leftOutVisits: z.int().min(0).nullable().describe('Besök i planen eller händelsen som inte får plats'),
  plannedEfficiency: z.number().min(0).nullable().describe('Gruppens vecka, liksom talen nedan'),
  facesMean: z.number().min(0).nullable().describe('Ansikten per brukare på 14 dagar, medel'),
  facesAbove10: z.number().min(0).max(1).nullable().describe('Andel brukare med fler än tio'),
  contactPersonShare: z.number().min(0).max(1).nullable().describe('Andel besök hos kontaktmannen'),
});
export type DayReplanningProgress = z.infer<typeof dayReplanningProgress>;

/** One calculation of a day: where it is. */
const dayReplanningState = z.strictObject({
  id,
  unitId: id,
  planId: id,
  onDate: localDate,
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  statusText: z.string().describe('Till exempel "Beräknas" eller "Återupptas"'),
  isCancelRequested: z.boolean(),
  attempt: z.int().min(0),
  progress: dayReplanningProgress.nullable(),
  errorCode: z.string().nullable(),
  errorText: z.string().nullable(),
  createdAt: answeredInstant,
  startedAt: answeredInstant.nullable(),
  endedAt: answeredInstant.nullable(),
});
export type DayReplanningState = z.infer<typeof dayReplanningState>;

/** The same with what was asked, and the ways to choose from once it is done. */
export const dayReplanningAnswer = dayReplanningState.extend({
  event: dayEvent.nullable().describe('Null: frågan finns inte kvar (avbruten, eller äldre än ett dygn)'),
  answer: replanAnswer.nullable(),
});
export type DayReplanningAnswer = z.infer<typeof dayReplanningAnswer>;

export const replanChoice = z.strictObject({
  alternativeId: text(40),
  own: z.boolean().default(false).describe('Gör ett eget utkast fast planen redan har ett'),
  recordAbsence: z.boolean().default(true).describe('En sjukanmälan: frånvaron läggs också hos medarbetaren'),
});
export type ReplanChoice = z.infer<typeof replanChoice>;
