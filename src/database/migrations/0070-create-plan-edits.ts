import { ForwardMigration } from '../forward-migration.js';

/**
 * Edits of a draft by hand, kept as steps with what they touched before and after: undo and redo write one of the two
 * back, so that they survive a reload and do not hang on the engine that made the step.
 */
export class CreatePlanEdits extends ForwardMigration {
  readonly number = 70;
  readonly title = 'create-plan-edits';
  readonly statements = [
    `ALTER TABLE weekly_plan ADD COLUMN steps_applied integer NOT NULL DEFAULT 0 CHECK (steps_applied >= 0)`,
    // Names what the plan holds now: an undo gives back the name that it had before the step.
    `ALTER TABLE weekly_plan ADD COLUMN state_id uuid NOT NULL DEFAULT gen_random_uuid()`,
    `CREATE TABLE plan_edit_step (
      plan_id uuid NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      unit_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('move', 'swap', 'place', 'unassign', 'lock', 'unlock', 'replan')),
      demand_keys text[] NOT NULL,
      before jsonb NOT NULL CHECK (jsonb_typeof(before) = 'object'),
      after jsonb NOT NULL CHECK (jsonb_typeof(after) = 'object'),
      made_by uuid NOT NULL REFERENCES account (id),
      made_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (plan_id, position),
      FOREIGN KEY (unit_id, plan_id) REFERENCES weekly_plan (unit_id, id)
    )`,
    // "Is there a draft of this plan already?" is asked before every new draft.
    `CREATE INDEX weekly_plan_based_on_idx ON weekly_plan ((made_from ->> 'basedOnPlanId')) WHERE status = 'utkast'`,
  ];
}
