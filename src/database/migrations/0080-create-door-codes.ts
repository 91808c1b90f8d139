import { ForwardMigration } from '../forward-migration.js';

/** Door codes, sealed, and when one was shown to whom: how often is a limit. */
export class CreateDoorCodes extends ForwardMigration {
  readonly number = 80;
  readonly title = 'create-door-codes';
  readonly statements = [
    `CREATE TABLE brukare_door_code (
      brukare_id uuid PRIMARY KEY,
      unit_id uuid NOT NULL,
      sealed bytea NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id)
    )`,
    `CREATE INDEX brukare_door_code_unit_idx ON brukare_door_code (unit_id)`,
    `CREATE TABLE door_code_showing (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      account_id uuid NOT NULL,
      shown_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`,
    `CREATE INDEX door_code_showing_account_idx ON door_code_showing (account_id, shown_at)`,
  ];
}
