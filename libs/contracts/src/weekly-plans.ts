import { z } from 'zod';
import { code, id, insats, isoWeek, localDate, text, travelMode, version } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';
import { pageOf, pageQuery } from './page.js';

export const planStatus = z.enum(['utkast', 'foreslagen', 'publicerad', 'ersatt']);

export const planMetrics = z.strictObject({
  visitMinutes: z.number(),
  travelMinutes: z.number(),
  handlingMinutes: z.number(),
  waitMinutes: z.number(),
  breakMinutes: z.number(),
  kringtidMinutes: z.number(),
  staffMinutes: z.number().describe('Betald passtid utan obetald rast'),
  plannedEfficiency: z.number().describe('Besökstid delad med personaltid, 0–1'),
  distinctEmployeesPer14Days: z.strictObject({
    mean: z.number(),
    median: z.number(),
    max: z.number(),
    shareAbove10: z.number(),
  }),
  unassignedVisits: z.int(),
  contactPersonShare: z.number(),
  travelMeters: z.number(),
  objective: z.number(),
  lowerBound: z.number().nullable().describe('Ingen plan för veckan kostar mindre; null om det inte är beräknat'),
  attainableEfficiency: z
    .number()
    .nullable()
    .describe('Högsta effektivitet som någon plan för veckans behov och pass kan nå, 0–1'),
});

const planTravel = z.strictObject({
  source: z.enum(['osrm', 'street-network', 'estimate']),
  mapId: z.string(),
  estimatedLegs: z.int().min(0).describe('Sträckor som bara kunde uppskattas'),
  profiles: z.partialRecord(
    travelMode,
    z.strictObject({ handlingSecondsPerStop: z.number(), winterFactor: z.number() }),
  ),
});

/** One version of a planned week. */
export const weeklyPlanAnswer = z.strictObject({
  id,
  week: isoWeek,
  workGroupId: id.nullable().describe('Null: hela enheten'),
  planVersion: z.int().min(1).describe('Vilken i ordningen av veckans planer'),
  status: planStatus,
  version,
  runId: id.nullable(),
  madeAt: answeredInstant,
  madeFrom: z.strictObject({
    settingsVersion: z.int().min(1),
    basedOnPlanId: id.nullable(),
  }),
  seed: z.int().min(0),
  travel: planTravel,
  metrics: planMetrics,
  visitCount: z.int().min(0),
  pinnedCount: z.int().min(0),
  publishedAt: answeredInstant.nullable(),
  publishedBy: id.nullable(),
  replacedAt: answeredInstant.nullable(),
});
export type WeeklyPlanAnswer = z.infer<typeof weeklyPlanAnswer>;
export const weeklyPlanPageAnswer = pageOf(weeklyPlanAnswer);
export type WeeklyPlanPageAnswer = z.infer<typeof weeklyPlanPageAnswer>;

export const weeklyPlanQuery = pageQuery.extend({
  week: isoWeek.optional(),
  workGroupId: id.optional(),
  status: planStatus.optional(),
  format: listFormat,
});
export type WeeklyPlanQuery = z.infer<typeof weeklyPlanQuery>;

export const plannedVisitAnswer = z.strictObject({
  id,
  brukareId: id,
  ramtidOrderId: id,
  templateCode: code,
  visitDemandId: z.string(),
  date: localDate,
  startsAt: answeredInstant,
  endsAt: answeredInstant,
  serviceMinutes: z.int().min(1),
  employeeIds: z.array(id).min(1).max(2),
  shiftIds: z.array(id).min(1).max(2),
  helper: z
    .strictObject({ startsAt: answeredInstant, endsAt: answeredInstant, serviceMinutes: z.int().min(1) })
    .nullable()
    .describe('Den andra medarbetarens egen tid i ett besök för två'),
  insatser: z.array(insats),
  pinned: z.boolean().describe('Ligger kvar när veckan planeras om'),
  isProposed: z.boolean(),
  newFaceEmployeeIds: z.array(id).describe('De som inte har varit hos brukaren de senaste 14 dagarna'),
});
export type PlannedVisitAnswer = z.infer<typeof plannedVisitAnswer>;
export const plannedVisitListAnswer = z.strictObject({ items: z.array(plannedVisitAnswer) });

export const plannedVisitQuery = z.strictObject({
  date: localDate.optional(),
  workGroupId: id.optional(),
  employeeId: id.optional(),
  format: listFormat,
});
export type PlannedVisitQuery = z.infer<typeof plannedVisitQuery>;

const codedText = z.strictObject({ code: z.string(), text: z.string() });

export const unassignedDemandAnswer = z.strictObject({
  visitDemandId: z.string(),
  templateCode: code,
  brukareId: id,
  date: localDate,
  serviceMinutes: z.int().min(1),
  priority: z.int().min(1).max(3),
  reasons: z.array(codedText),
  waysOut: z.array(codedText),
});
export type UnassignedDemandAnswer = z.infer<typeof unassignedDemandAnswer>;
export const unassignedDemandListAnswer = z.strictObject({ items: z.array(unassignedDemandAnswer) });

export const visitPinChange = z.strictObject({ pinned: z.boolean() });
export type VisitPinChange = z.infer<typeof visitPinChange>;
/** The visit, and the plan's version after the change. */
export const visitPinAnswer = plannedVisitAnswer.extend({ version });
export type VisitPinAnswer = z.infer<typeof visitPinAnswer>;

export const publishRequest = z.strictObject({
  overrideReason: text(500)
    .refine((reason) => reason.length >= 10, {
      error: 'Skriv skälet med minst 10 tecken.',
      params: { code: 'skal.for-kort' },
    })
    .nullable()
    .default(null)
    .describe('Skäl att publicera fast schemat bryter mot arbetstidsreglerna; loggas'),
});
export type PublishRequest = z.infer<typeof publishRequest>;

export const planViolationAnswer = z.strictObject({
  rule: z.string(),
  severity: z.enum(['hard', 'soft']),
  shiftId: id.nullable(),
  visitId: id.nullable(),
  employeeId: id.nullable(),
  brukareId: id.nullable(),
  date: localDate.nullable(),
  amount: z.number().nullable(),
  text: z.string(),
});
export type PlanViolationAnswer = z.infer<typeof planViolationAnswer>;

/** What the plan-honesty check says about a plan as it is now. */
export const planCheckAnswer = z.strictObject({
  planId: id,
  version,
  violations: z.array(planViolationAnswer),
  hardCount: z.int().min(0),
  canPublish: z.enum(['ja', 'med-skal', 'nej']),
});
export type PlanCheckAnswer = z.infer<typeof planCheckAnswer>;

export const planCompareQuery = z.strictObject({ with: id.describe('Planen att jämföra med') });
export type PlanCompareQuery = z.infer<typeof planCompareQuery>;

const placement = z.strictObject({
  startsAt: answeredInstant,
  endsAt: answeredInstant,
  employeeIds: z.array(id),
});

/** What changes from this plan to the other one. */
export const planComparisonAnswer = z.strictObject({
  fromPlanId: id,
  toPlanId: id,
  metrics: z.strictObject({ from: planMetrics, to: planMetrics }),
  visits: z.array(
    z.strictObject({
      visitDemandId: z.string(),
      brukareId: id,
      change: z.enum(['added', 'removed', 'moved-day', 'moved-time', 'new-employee', 'moved-and-new-employee']),
      from: placement.nullable(),
      to: placement.nullable(),
    }),
  ),
  unchangedVisits: z.int().min(0),
  employees: z.array(
    z.strictObject({
      employeeId: id,
      from: z.strictObject({ visits: z.int(), visitMinutes: z.int(), travelMinutes: z.int() }),
      to: z.strictObject({ visits: z.int(), visitMinutes: z.int(), travelMinutes: z.int() }),
      changedVisits: z.int().min(0),
    }),
  ),
});
export type PlanComparisonAnswer = z.infer<typeof planComparisonAnswer>;
