import { z } from 'zod';
import { code, id } from './fields.js';

export const unitImportQuery = z.strictObject({
  preview: z.enum(['true', 'false']).default('false').describe('true: visa vad som skulle ändras utan att spara'),
});
export type UnitImportQuery = z.infer<typeof unitImportQuery>;

/** What an import did to one table. */
export const importedTable = z.strictObject({
  file: z.string(),
  added: z.int().min(0),
  changed: z.int().min(0),
  unchanged: z.int().min(0),
  missing: z.int().min(0).describe('Finns sedan tidigare men inte i mappen; tas inte bort'),
  missingCodes: z.array(code).max(50),
});
export type ImportedTable = z.infer<typeof importedTable>;

export const unitImportAnswer = z.strictObject({
  unitId: id,
  isPreview: z.boolean(),
  tables: z.array(importedTable),
  notes: z.array(z.strictObject({ file: z.string(), row: z.int().nullable(), code: z.string(), detail: z.string() })),
});
export type UnitImportAnswer = z.infer<typeof unitImportAnswer>;
