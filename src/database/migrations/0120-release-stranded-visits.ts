import { ForwardMigration } from '../forward-migration.js';

/** A step of a draft that leaves out the visits of who is absent: it comes before the edit that would have hidden it. */
export class ReleaseStrandedVisits extends ForwardMigration {
  readonly number = 120;
  readonly title = 'release-stranded-visits';
  readonly statements = [
    `ALTER TABLE plan_edit_step DROP CONSTRAINT plan_edit_step_kind_check`,
    `ALTER TABLE plan_edit_step ADD CONSTRAINT plan_edit_step_kind_check
      CHECK (kind IN ('move', 'swap', 'place', 'unassign', 'lock', 'unlock', 'replan', 'extra', 'release'))`,
  ];
}
