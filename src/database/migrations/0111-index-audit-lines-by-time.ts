import { ForwardMigration } from '../forward-migration.js';

/** The log of a unit is searched by day and by who: some hundred thousand lines a year. */
export class IndexAuditLinesByTime extends ForwardMigration {
  readonly number = 111;
  readonly title = 'index-audit-lines-by-time';
  readonly statements = [
    `CREATE INDEX audit_line_unit_time_idx ON audit_line (unit_id, happened_at)`,
    `CREATE INDEX audit_line_unit_account_idx ON audit_line (unit_id, account_id, id DESC)`,
  ];
}
