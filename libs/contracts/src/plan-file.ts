import { z } from 'zod';
import { insats, isoWeek, localDate, travelMode } from './fields.js';
import { instant } from './instant.js';

// `plan.json` (formats.md section 2). The fields of the format are required; what Ramrutt adds has a default, so that
// plans written by other tools can be checked too. Unknown fields are passed over.

const count = z.int().min(0);
const amount = z.number().min(0);

const fileVisit = z.object({
  id: z.string().min(1),
  brukareId: z.string().min(1),
  orderId: z.string().min(1),
  templateId: z.string().min(1),
  demandId: z.string().min(1).nullable().default(null),
  date: localDate,
  startsAt: instant,
  endsAt: instant,
  serviceMinutes: amount,
  employeeIds: z.array(z.string().min(1)).min(1).max(2),
  shiftIds: z.array(z.string().min(1)).min(1).max(2),
  helper: z.object({ startsAt: instant, endsAt: instant, serviceMinutes: amount }).nullable().default(null),
  insatser: z.array(insats),
  pinned: z.boolean().default(false),
  isProposed: z.boolean().default(false),
});

const fileStop = z.object({
  kind: z.enum(['visit', 'break', 'premises', 'kringtid']),
  visitId: z.string().nullable().default(null),
  placeId: z.string().min(1),
  travelSeconds: amount,
  travelMeters: amount,
  handlingSeconds: amount,
  waitSeconds: z.number(),
  arrivesAt: instant,
  startsAt: instant,
  endsAt: instant,
  isEstimated: z.boolean().default(false),
});

const fileRoute = z.object({
  shiftId: z.string().min(1),
  employeeId: z.string().min(1),
  date: localDate,
  mode: travelMode,
  startPlaceId: z.string().min(1),
  endPlaceId: z.string().min(1),
  stops: z.array(fileStop),
});

const codedText = z.object({ code: z.string(), text: z.string() });

const fileUnassigned = z.object({
  demandId: z.string().min(1).nullable().default(null),
  templateId: z.string().min(1),
  brukareId: z.string().min(1),
  date: localDate,
  serviceMinutes: amount.default(0),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
  reasons: z.array(codedText),
  waysOut: z.array(codedText).default([]),
});

const fileMetrics = z.object({
  visitMinutes: amount,
  travelMinutes: amount,
  handlingMinutes: amount,
  waitMinutes: z.number(),
  breakMinutes: amount,
  kringtidMinutes: amount,
  staffMinutes: amount,
  plannedEfficiency: amount,
  distinctEmployeesPer14Days: z.object({ mean: amount, median: amount, max: amount, shareAbove10: amount }),
  unassignedVisits: count,
  contactPersonShare: amount,
  travelMeters: amount,
  objective: z.number(),
  lowerBound: z.number().nullable().default(null),
  attainableEfficiency: amount.nullable().default(null),
});

/** A plan as a file: what `ramrutt plan` writes and `ramrutt check` reads. */
export const planFile = z.object({
  schemaVersion: z.literal(1),
  unit: z.string(),
  week: isoWeek,
  timeZone: z.literal('Europe/Stockholm'),
  seed: count,
  workGroupIds: z.array(z.string()).nullable().default(null),
  travel: z.object({
    source: z.enum(['osrm', 'street-network', 'estimate']),
    mapId: z.string().default(''),
    estimatedLegs: count.default(0),
    profiles: z
      .partialRecord(
        travelMode,
        z.looseObject({ handlingSecondsPerStop: amount.default(0), winterFactor: amount.default(1) }),
      )
      .default({}),
  }),
  visits: z.array(fileVisit),
  routes: z.array(fileRoute),
  unassigned: z.array(fileUnassigned),
  metrics: fileMetrics,
});
export type PlanFile = z.infer<typeof planFile>;
