import { z } from 'zod';
import { id, isoWeek } from './fields.js';
import { answeredInstant } from './instant.js';

/** What the planerare asks for: one week, of one work group or of the whole unit. */
export const newPlanningRun = z.strictObject({
  week: isoWeek,
  workGroupId: id.nullable().default(null).describe('Null: hela enheten'),
  seed: z.int().min(0).max(2_147_483_647).default(1).describe('Samma frö och samma uppgifter ger samma plan'),
  seconds: z
    .int()
    .min(1)
    .max(600)
    .optional()
    .describe('Sök så här länge. Utelämnad: ett fast antal försök per besök, som ger samma plan varje gång'),
  basedOnPlanId: id.nullable().default(null).describe('Börja från denna plan; dess låsta besök ligger kvar'),
});
export type NewPlanningRun = z.infer<typeof newPlanningRun>;

export const planningRunProgress = z.strictObject({
  percent: z.number().min(0).max(100),
  bestObjective: z.number().nullable(),
  unassignedVisits: z.int().min(0).nullable().describe('I den bästa planen hittills, liksom talen nedan'),
  plannedEfficiency: z.number().min(0).nullable(),
  facesMean: z.number().min(0).nullable().default(null).describe('Ansikten per brukare på 14 dagar, medel'),
  facesAbove10: z.number().min(0).max(1).nullable().default(null).describe('Andel brukare med fler än tio'),
  contactPersonShare: z.number().min(0).max(1).nullable().default(null).describe('Andel besök hos kontaktmannen'),
});
export type PlanningRunProgress = z.infer<typeof planningRunProgress>;

/** One calculation of a week: where it is, and what became of it. */
export const planningRunAnswer = z.strictObject({
  id,
  unitId: id,
  week: isoWeek,
  workGroupId: id.nullable(),
  seed: z.int().min(0),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  statusText: z.string().describe('Till exempel "Beräknas" eller "Återupptas"'),
  isCancelRequested: z.boolean(),
  attempt: z.int().min(0),
  progress: planningRunProgress.nullable(),
  errorCode: z.string().nullable(),
  errorText: z.string().nullable(),
  createdAt: answeredInstant,
  startedAt: answeredInstant.nullable(),
  endedAt: answeredInstant.nullable(),
});
export type PlanningRunAnswer = z.infer<typeof planningRunAnswer>;

export const planningRunListAnswer = z.strictObject({ items: z.array(planningRunAnswer) });
