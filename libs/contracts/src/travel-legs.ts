import { z } from 'zod';
import { id, localDate, travelMode } from './fields.js';

/** Which way is asked about: from one brukare or premises to another. */
export const travelLegQuery = z.strictObject({
  fromId: id.describe('Brukare eller lokal'),
  toId: id.describe('Brukare eller lokal'),
  mode: travelMode,
  onDate: localDate.describe('Månaden avgör vintertillägget'),
});
export type TravelLegQuery = z.infer<typeof travelLegQuery>;

/** What a way takes from door to door, part by part: the parts add up to `doorToDoorSeconds`. */
export const travelLegAnswer = z.strictObject({
  fromId: id,
  toId: id,
  mode: travelMode,
  onDate: localDate,
  source: z.enum(['osrm', 'street-network', 'estimate', 'manual']).describe('manual: adressen saknar koordinat'),
  isEstimated: z.boolean().describe('Uppskattad restid: fågelvägen med omväg, inte gator'),
  travelMeters: z.int().min(0),
  doorToDoorSeconds: z.int().min(0),
  parts: z.array(
    z.strictObject({
      kind: z.enum([
        'ride',
        'winter',
        'mode',
        'same-entrance',
        'key',
        'stairs',
        'lift',
        'measured-door',
        'minimum',
        'protected',
      ]),
      seconds: z.int().min(1),
    }),
  ),
});
export type TravelLegAnswer = z.infer<typeof travelLegAnswer>;
