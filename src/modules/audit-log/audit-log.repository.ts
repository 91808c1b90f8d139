import { Injectable } from '@nestjs/common';
import type { AuditLineQuery } from '@hemtjanst/contracts';
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
       ORDER BY line.id DESC LIMIT $4 OFFSET $5`,
      [unitId, query.brukareId ?? null, query.accountId ?? null, query.size, offsetOf(query)],
    );
  }
}
