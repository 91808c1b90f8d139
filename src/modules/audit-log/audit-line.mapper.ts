import type { AuditLineAnswer } from '@hemtjanst/contracts';

export interface AuditLineRow {
  readonly id: number;
  readonly happened_at: Date;
  readonly account_id: string;
  readonly account_name: string | null;
  readonly roles: string[];
  readonly action: string;
  readonly record_kind: string;
  readonly record_id: string;
  readonly brukare_id: string | null;
  readonly request_id: string | null;
  readonly total: number;
}

export function auditLineAnswerOf(row: AuditLineRow): AuditLineAnswer {
  return {
    id: row.id,
    happenedAt: row.happened_at.toISOString(),
    accountId: row.account_id,
    accountName: row.account_name,
    roles: row.roles,
    action: row.action,
    recordKind: row.record_kind,
    recordId: row.record_id,
    brukareId: row.brukare_id,
    requestId: row.request_id,
  };
}
