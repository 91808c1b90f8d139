import { ForwardMigration } from '../forward-migration.js';

/** A brukare's closed month may hold two lines without an order: answered larm, and all other time. */
export class KeepStrayLarmApart extends ForwardMigration {
  readonly number = 91;
  readonly title = 'keep-stray-larm-apart';
  readonly statements = [
    `ALTER TABLE month_closing_line DROP CONSTRAINT month_closing_line_key`,
    `ALTER TABLE month_closing_line ADD CONSTRAINT month_closing_line_key
      UNIQUE NULLS NOT DISTINCT (closing_id, brukare_id, order_id, kind)`,
  ];
}
