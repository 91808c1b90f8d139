import { z } from 'zod';
import { id, localDate, travelMode } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';

export const dayRouteQuery = z.strictObject({
  date: localDate,
  employeeId: id.optional(),
  workGroupId: id.optional(),
  planId: id.optional().describe('Utelämnad: den publicerade planen'),
  format: listFormat,
});
export type DayRouteQuery = z.infer<typeof dayRouteQuery>;

export const routeStopAnswer = z.strictObject({
  id: z.string().describe('Rutt och plats i ordningen'),
  kind: z.enum(['visit', 'break', 'premises', 'kringtid']),
  plannedVisitId: id.nullable(),
  brukareId: id.nullable(),
  premisesId: id.nullable(),
  leg: z
    .strictObject({
      travelSeconds: z.int().min(0).describe('Färden från dörr till dörr enligt kartan'),
      handlingSeconds: z.int().min(0).describe('Lås, parkering, port, trappor'),
      travelMeters: z.int().min(0),
      isEstimated: z.boolean(),
    })
    .describe('Vägen hit'),
  waitSeconds: z.int().min(0),
  arrivesAt: answeredInstant,
  startsAt: answeredInstant,
  endsAt: answeredInstant,
});
export type RouteStopAnswer = z.infer<typeof routeStopAnswer>;

/** One shift's day, from premises to premises. */
export const dayRouteAnswer = z.strictObject({
  id,
  planId: id,
  planVersion: z.int().min(1),
  shiftId: id,
  employeeId: id,
  workGroupId: id,
  date: localDate,
  mode: travelMode,
  sums: z.strictObject({
    visits: z.int().min(0),
    visitSeconds: z.int().min(0),
    travelSeconds: z.int().min(0),
    handlingSeconds: z.int().min(0),
    waitSeconds: z.int().min(0),
    breakSeconds: z.int().min(0),
    kringtidSeconds: z.int().min(0),
    travelMeters: z.int().min(0),
  }),
  stops: z.array(routeStopAnswer),
});
export type DayRouteAnswer = z.infer<typeof dayRouteAnswer>;
export const dayRouteListAnswer = z.strictObject({ items: z.array(dayRouteAnswer) });
