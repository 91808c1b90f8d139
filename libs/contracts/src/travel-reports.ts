import { z } from 'zod';
import { id, isoWeek, localDate, travelMode, version } from './fields.js';
import { answeredInstant } from './instant.js';
import { travelLegAnswer } from './travel-legs.js';
import { planViolationAnswer } from './weekly-plans.js';

/** A place of a route: a brukare's home or premises, never both. */
const place = z.strictObject({ brukareId: id.nullable(), premisesId: id.nullable() });

/** A way that the plan gives less time than it takes from door to door. */
export const shortLegAnswer = z.strictObject({
  from: place,
  to: place,
  visitId: id.nullable().describe('Besöket som vägen leder till; null: lokalen eller en rast'),
  leavesAt: answeredInstant,
  arrivesAt: answeredInstant,
  givenSeconds: z.int().min(0).describe('Så mycket tid ger planen'),
  neededSeconds: z.int().min(0).describe('Så lång tid tar vägen från dörr till dörr'),
  shortSeconds: z.int().min(1),
  parts: travelLegAnswer.shape.parts.describe('Vart den behövda tiden går; tom där en skyddad adress är inblandad'),
});
export type ShortLegAnswer = z.infer<typeof shortLegAnswer>;

/** One shift's day: can it be walked and ridden as it is written? */
export const routeReportAnswer = z.strictObject({
  shiftId: id,
  employeeId: id,
  date: localDate,
  mode: travelMode,
  startsAt: answeredInstant,
  endsAt: answeredInstant,
  legs: z.int().min(0),
  estimatedLegs: z.int().min(0).describe('Kontrollerade mot en uppskattad tid'),
  uncheckedLegs: z.int().min(0).describe('Ingen väg känd: inte kontrollerade'),
  slackSeconds: z.int().min(0).describe('Väntan och ledig tid inom passet'),
  isTight: z.boolean().describe('Mindre marginal än enhetens gräns'),
  shortLegs: z.array(shortLegAnswer),
  overlaps: z.array(planViolationAnswer),
  rastFaults: z.array(planViolationAnswer),
});
export type RouteReportAnswer = z.infer<typeof routeReportAnswer>;

/** Restidsrapporten: the plan-honesty check of a plan as plan and unit are now, shift by shift. */
export const travelReportAnswer = z.strictObject({
  planId: id,
  planVersion: z.int().min(1),
  version,
  week: isoWeek,
  workGroupId: id.nullable().describe('Null: hela enheten'),
  checkedAt: answeredInstant,
  canPublish: z.enum(['ja', 'med-skal', 'nej']),
  otherHardCount: z.int().min(0).describe('Brutna regler som inte handlar om tid och väg'),
  leastRouteSlackMinutes: z.int().min(0).describe('Enhetens gräns för marginal'),
  counts: z.strictObject({
    routes: z.int().min(0),
    legs: z.int().min(0),
    estimatedLegs: z.int().min(0),
    uncheckedLegs: z.int().min(0),
    shortLegs: z.int().min(0),
    overlaps: z.int().min(0),
    rastFaults: z.int().min(0),
    tightRoutes: z.int().min(0),
  }),
  routes: z.array(routeReportAnswer).describe('Alla rutter med besök, dag för dag'),
});
export type TravelReportAnswer = z.infer<typeof travelReportAnswer>;
