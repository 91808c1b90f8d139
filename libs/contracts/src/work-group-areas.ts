import { isInSweden } from '@hemtjanst/domain';
import { z } from 'zod';
import { id, version } from './fields.js';

/** Corners of one border; more than anybody draws, few enough for one request. */
const MAX_CORNERS = 500;
const MAX_PARTS = 20;

const position = z.tuple([z.number(), z.number()]).refine(([lon, lat]) => isInSweden({ lat, lon }), {
  error: 'Hörnet ligger inte i Sverige.',
  params: { code: 'koordinat.utanfor-sverige' },
});

const isClosed = (ring: readonly (readonly [number, number])[]): boolean => {
  const [first, last] = [ring.at(0), ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};

const ring = z
  .array(position)
  .min(4)
  .max(MAX_CORNERS + 1)
  .refine(isClosed, { error: 'Gränsen är inte sluten.', params: { code: 'omrade.oppet' } });
const polygon = z.array(ring).min(1).max(MAX_PARTS);

/** GeoJSON in WGS 84, lon before lat; the first corner of a ring again as its last (RFC 7946 section 3.1.6). */
export const areaGeometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: polygon }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1).max(MAX_PARTS) }),
]);
export type AreaGeometry = z.infer<typeof areaGeometry>;

export const workGroupAreaChange = z.strictObject({
  area: areaGeometry.nullable().describe('Null: gruppen har inget ritat område'),
});
export type WorkGroupAreaChange = z.infer<typeof workGroupAreaChange>;

export const workGroupAreaAnswer = z.strictObject({ workGroupId: id, area: areaGeometry.nullable(), version });
export type WorkGroupAreaAnswer = z.infer<typeof workGroupAreaAnswer>;
export const workGroupAreaListAnswer = z.strictObject({ items: z.array(workGroupAreaAnswer) });
