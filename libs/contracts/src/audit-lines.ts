import { z } from 'zod';
import { id, localDate } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';
import { pageOf, pageQuery } from './page.js';

/** As the log writes what was done, and with what. */
const name = z.string().regex(/^[a-z][a-z-]{1,60}$/, 'Små bokstäver och bindestreck.');

/** Which lines of a unit's audit log. */
export const auditLineQuery = pageQuery.extend({
  brukareId: id.optional().describe('Bara rader om denna brukare'),
  accountId: id.optional().describe('Bara rader av detta konto'),
  action: name.optional().describe('Bara denna handling, till exempel las'),
  recordKind: name.optional().describe('Bara poster av detta slag, till exempel brukare'),
  from: localDate.optional().describe('Från och med dagen'),
  to: localDate.optional().describe('Till och med dagen'),
  format: listFormat,
});
export type AuditLineQuery = z.infer<typeof auditLineQuery>;

/** Who did what with which record, when (HSLF-FS 2016:40 4 kap. 9 § adopted as the norm). */
export const auditLineAnswer = z.strictObject({
  id: z.int(),
  happenedAt: answeredInstant,
  accountId: id,
  accountName: z.string().nullable(),
  roles: z.array(z.string()),
  action: z.string().describe('Till exempel las, andra, skapa, publicera'),
  recordKind: z.string(),
  recordId: z.string(),
  brukareId: id.nullable(),
  requestId: z.string().nullable(),
});
export type AuditLineAnswer = z.infer<typeof auditLineAnswer>;

export const auditLineListAnswer = pageOf(auditLineAnswer);
export type AuditLineListAnswer = z.infer<typeof auditLineListAnswer>;

/** Those who may have lines in the unit's log: its accounts, closed ones too. */
export const auditReaderListAnswer = z.strictObject({
  items: z.array(z.strictObject({ accountId: id, accountName: z.string() })),
});
export type AuditReaderAnswer = z.infer<typeof auditReaderListAnswer>['items'][number];
