import { z } from 'zod';
import { code, id, text, version } from './fields.js';

export const workGroupAnswer = z.strictObject({
  id,
  code,
  name: text(200),
  kind: z.enum(['ordinarie', 'demens']),
  premisesId: id,
  hasArea: z.boolean().describe('Har gruppen ett ritat område?'),
  version,
});
export const workGroupListAnswer = z.strictObject({ items: z.array(workGroupAnswer) });
export type WorkGroupAnswer = z.infer<typeof workGroupAnswer>;

/** GeoJSON (RFC 7946): per group its area or hull, its centre and its members; protected members are left out. */
export const workGroupGeographyAnswer = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ type: z.literal('Feature') })),
});
