import { z } from 'zod';

/** The map the service has, for drawing; `version` null: none, the pages draw on a plain background. */
export const mapAnswer = z.strictObject({
  mapVersion: z.string().nullable().describe('Kartans innehåll; null: ingen karta'),
  tiles: z.string().nullable().describe('Adress till rutorna med {z}, {x} och {y}'),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable().describe('Väst, syd, öst, nord'),
  minZoom: z.int(),
  maxZoom: z.int(),
  attribution: z.string().describe('Ska alltid visas på kartan'),
});
export type MapAnswer = z.infer<typeof mapAnswer>;

/** Makes the address of a tile change with the map, so that a browser may keep it. */
export const mapTileQuery = z.strictObject({ map: z.string().max(80).optional() });
export type MapTileQuery = z.infer<typeof mapTileQuery>;

/** One number of a tile's address. */
export const tileNumber = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 24);
