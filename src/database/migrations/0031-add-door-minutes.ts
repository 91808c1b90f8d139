import { ForwardMigration } from '../forward-migration.js';

/** What the way from the entrance to inside the door takes at one address, where it was measured. */
export class AddDoorMinutes extends ForwardMigration {
  readonly number = 31;
  readonly title = 'add-door-minutes';
  readonly statements = [`ALTER TABLE brukare ADD COLUMN door_minutes smallint CHECK (door_minutes BETWEEN 0 AND 60)`];
}
