import { z } from 'zod';

/** How a list is answered: as JSON, or as a file a spreadsheet opens. `Accept: text/csv` says the same. */
export const listFormat = z
  .enum(['json', 'csv', 'xlsx'])
  .optional()
  .describe('csv eller xlsx: hela listan som fil; utelämnad: JSON');
export type ListFormat = z.infer<typeof listFormat>;

/** The query of a list that nothing but its format is asked of. */
export const listFileQuery = z.strictObject({ format: listFormat });
export type ListFileQuery = z.infer<typeof listFileQuery>;
