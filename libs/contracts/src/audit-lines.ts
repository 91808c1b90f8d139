import { z } from 'zod';
import { id } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';
import { pageOf, pageQuery } from './page.js';

/** Which lines of a unit's audit log. */
export const auditLineQuery = pageQuery.extend({
  brukareId: id.optional().describe('Bara rader om denna brukare'),
  accountId: id.optional().describe('Bara rader av detta konto'),
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
