import { Injectable } from '@nestjs/common';
import type { AuditLineQuery, AuditReaderAnswer } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { offsetOf } from '../../http/page.js';
import { currentRequestId } from '../../http/request-id.js';
import type { AuditLineRow } from './audit-line.mapper.js';
import type { AuditLine } from './audit-line.js';

/** Lines are added and read, never changed: a trigger of the table refuses everything else. */
@Injectable()
export class AuditLogRepository {
  constructor(private readonly database: Database) {}

  async insert(lines: readonly AuditLine[]): Promise<void> {
    await this.database.rows(
      `INSERT INTO audit_line (account_id, roles, unit_id, action, record_kind, record_id, brukare_id, request_id)
       SELECT account_id, roles, unit_id, action, record_kind, record_id, brukare_id, $2
       FROM jsonb_to_recordset($1::jsonb) AS line(account_id uuid, roles text[], unit_id uuid, action text,
         record_kind text, record_id text, brukare_id uuid)`,
      [
        JSON.stringify(
          lines.map((line) => ({
            account_id: line.caller.accountId,
            roles: line.caller.roles,
            unit_id: line.unitId,
            action: line.action,
            record_kind: line.recordKind,
            record_id: line.recordId,
            brukare_id: line.brukareId ?? null,
          })),
        ),
        currentRequestId(),
      ],
    );
  }

  async findOfUnit(unitId: string, query: AuditLineQuery): Promise<readonly AuditLineRow[]> {
    return this.database.rows<AuditLineRow>(
      `SELECT line.*, account.display_name AS account_name, count(*) OVER ()::int AS total
       FROM audit_line line LEFT JOIN account ON account.id = line.account_id
       WHERE line.unit_id = $1
         AND ($2::uuid IS NULL OR line.brukare_id = $2)
         AND ($3::uuid IS NULL OR line.account_id = $3)
         AND ($4::text IS NULL OR line.action = $4)
         AND ($5::text IS NULL OR line.record_kind = $5)
         AND ($6::date IS NULL OR line.happened_at >= $6::date::timestamp AT TIME ZONE 'Europe/Stockholm')
         AND ($7::date IS NULL OR line.happened_at < ($7::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm')
       ORDER BY line.id DESC LIMIT $8 OFFSET $9`,
      [
        unitId,
        query.brukareId ?? null,
        query.accountId ?? null,
        query.action ?? null,
        query.recordKind ?? null,
        query.from ?? null,
        query.to ?? null,
        query.size,
        offsetOf(query),
      ],
    );
  }

  /** The accounts that reach the unit, by name. */
  findReaders(unitId: string): Promise<readonly AuditReaderAnswer[]> {
    return this.database.rows<AuditReaderAnswer>(
      `SELECT account.id AS "accountId", account.display_name AS "accountName"
       FROM account JOIN account_unit ON account_unit.account_id = account.id
       WHERE account_unit.unit_id = $1 ORDER BY account.display_name, account.id`,
      [unitId],
    );
  }
}
