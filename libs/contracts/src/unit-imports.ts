import { z } from 'zod';
import { code, id } from './fields.js';
import { listFormat } from './list-format.js';

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

const cellChange = z.strictObject({
  column: z.string(),
  before: z.string().nullable().describe('null: tom, eller dold för den som läser in'),
  after: z.string().nullable(),
});

const importFault = z.strictObject({
  file: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().describe('Vad cellen innehåller; bara i förhandsvisningen'),
  code: z.string(),
  detail: z.string(),
  expected: z.string(),
});

/** One file of a preview, row by row: at most 200 of each are listed, the counts are of all. */
const filePreview = z.strictObject({
  file: z.string(),
  added: z.array(z.strictObject({ key: z.string(), cells: z.array(cellChange) })),
  addedCount: z.int(),
  changed: z.array(z.strictObject({ key: z.string(), cells: z.array(cellChange) })),
  changedCount: z.int(),
  ended: z
    .array(z.strictObject({ key: z.string() }))
    .describe('Finns i enheten men inte i filen; finns kvar efter inläsningen'),
  endedCount: z.int(),
  faulty: z.array(importFault),
  faultyCount: z.int(),
});
export type FilePreview = z.infer<typeof filePreview>;

export const unitImportAnswer = z.strictObject({
  unitId: id,
  isPreview: z.boolean(),
  canBeSaved: z.boolean().describe('false: filerna har fel och inget skulle sparas'),
  tables: z.array(importedTable).describe('Tom när filerna har fel'),
  preview: z.array(filePreview).describe('Bara i förhandsvisningen: de skickade filerna, fält för fält'),
  notes: z.array(z.strictObject({ file: z.string(), row: z.int().nullable(), code: z.string(), detail: z.string() })),
});
export type UnitImportAnswer = z.infer<typeof unitImportAnswer>;

/** The files of a unit folder that can be taken out again. */
export const exportedFile = z.enum([
  'lokaler',
  'grupper',
  'kunder',
  'bestallningar',
  'besoksmallar',
  'personal',
  'moten',
  'pass',
  'franvaro',
]);
export type ExportedFile = z.infer<typeof exportedFile>;
export const unitExportQuery = z.strictObject({ format: listFormat });
export type UnitExportQuery = z.infer<typeof unitExportQuery>;

/** A file of the unit folder as a table; `format=csv` and `format=xlsx` give what can be read in again. */
export const exportedTable = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number()]).nullable())),
});
export type ExportedTable = z.infer<typeof exportedTable>;
