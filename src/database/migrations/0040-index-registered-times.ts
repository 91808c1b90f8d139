import { ForwardMigration } from '../forward-migration.js';

/** The ledger asks for one brukare's registrations, and for corrections that moved a visit into another month. */
export class IndexRegisteredTimes extends ForwardMigration {
  readonly number = 40;
  readonly title = 'index-registered-times';
  readonly statements = [
    `CREATE INDEX registered_time_brukare_idx ON registered_time (brukare_id, occurred_at)`,
    `CREATE INDEX registered_time_correction_start_idx ON registered_time_correction (unit_id, starts_at)`,
  ];
}
