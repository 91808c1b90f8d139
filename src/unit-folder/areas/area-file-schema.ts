import { isInSweden } from '@hemtjanst/domain';
import { z } from 'zod';

const position = z
  .array(z.number())
  .min(2)
  .max(3)
  .transform(([lon = 0, lat = 0]): [number, number] => [lon, lat])
  .refine(([lon, lat]) => isInSweden({ lat, lon }));

const isClosed = (ring: readonly (readonly [number, number])[]): boolean => {
  const [first, last] = [ring.at(0), ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};

/** At least a triangle, the first position again as the last (RFC 7946 section 3.1.6). */
const ring = z.array(position).min(4).refine(isClosed);

/** A height is allowed and dropped. */
export const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

export const featureCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.unknown(),
      properties: z.object({ grupp: z.union([z.string(), z.number()]).optional() }).nullable(),
    }),
  ),
});
