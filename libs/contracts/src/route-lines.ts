import { z } from 'zod';
import { id, localDate, travelMode } from './fields.js';

export const routeLineQuery = z.strictObject({
  date: localDate,
  workGroupId: id.optional(),
  employeeId: id.optional(),
});
export type RouteLineQuery = z.infer<typeof routeLineQuery>;

export const ownRouteLineQuery = z.strictObject({ date: localDate });
export type OwnRouteLineQuery = z.infer<typeof ownRouteLineQuery>;

/** [lon, lat] in degrees. */
const point = z.tuple([z.number(), z.number()]);

/** One shift's way through the day. Stops at protected identities, and the ways to and from them, are left out. */
export const routeLineAnswer = z.strictObject({
  shiftId: id,
  employeeId: id,
  mode: travelMode,
  stops: z.array(
    z.strictObject({
      kind: z.enum(['visit', 'premises']),
      plannedVisitId: id.nullable(),
      number: z.int().min(0).describe('Ordning bland besöken; 0 för lokaler'),
      at: point,
    }),
  ),
  legs: z.array(
    z.strictObject({
      toVisitId: id.nullable().describe('Besöket i slutet av vägen; null: en lokal'),
      isEstimated: z.boolean().describe('Rakt streck: ingen väg på kartan'),
      line: z.array(point),
    }),
  ),
  hiddenStops: z.int().min(0).describe('Stopp som inte visas på karta'),
});
export type RouteLineAnswer = z.infer<typeof routeLineAnswer>;

export const routeLineListAnswer = z.strictObject({ items: z.array(routeLineAnswer) });
