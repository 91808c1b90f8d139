import { ForwardMigration } from '../forward-migration.js';

/**
 * Addresses that a calendar program may read without logging in. Only a hash of the secret part is kept; one feed per account,
 * and it ends by itself.
 */
export class CreateCalendarFeeds extends ForwardMigration {
  readonly number = 63;
  readonly title = 'create-calendar-feeds';
  readonly statements = [
    `CREATE TABLE calendar_feed (
      account_id uuid PRIMARY KEY REFERENCES account (id),
      unit_id uuid NOT NULL,
      employee_id uuid NOT NULL,
      token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
      expires_on date NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id)
    )`,
  ];
}
