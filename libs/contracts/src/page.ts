import { z } from 'zod';

/** Which part of a long list: page 1, 2, … of at most 200 records. */
export const pageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('Sida, från 1'),
  size: z.coerce.number().int().min(1).max(200).default(50).describe('Poster per sida, högst 200'),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** One page of a list, and how long the whole list is. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), total: z.int().min(0), page: z.int().min(1), size: z.int().min(1) });
