import { ForwardMigration } from '../forward-migration.js';

/** The service closes a month by itself when its time has come: then no account did it. */
export class CloseMonthsAutomatically extends ForwardMigration {
  readonly number = 61;
  readonly title = 'close-months-automatically';
  readonly statements = [`ALTER TABLE month_closing ALTER COLUMN closed_by DROP NOT NULL`];
}
