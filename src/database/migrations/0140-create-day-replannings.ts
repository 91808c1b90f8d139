import { ForwardMigration } from '../forward-migration.js';

/**
 * What a calculation of a day was asked and what it found, under the id of its job. A question names who is ill: it goes
 * when it is cancelled, and after a day.
 */
export class CreateDayReplannings extends ForwardMigration {
  readonly number = 140;
  readonly title = 'create-day-replannings';
  readonly statements = [
    `CREATE TABLE day_replanning (
      run_id uuid PRIMARY KEY REFERENCES planning_job (id) ON DELETE CASCADE,
      unit_id uuid NOT NULL REFERENCES unit (id),
      plan_id uuid NOT NULL,
      question jsonb NOT NULL CHECK (jsonb_typeof(question) = 'object'),
      as_of timestamptz NOT NULL,
      asked_at timestamptz NOT NULL DEFAULT now(),
      plan_version integer CHECK (plan_version >= 1),
      plan_state_id uuid,
      alternatives jsonb CHECK (jsonb_typeof(alternatives) = 'array'),
      days jsonb CHECK (jsonb_typeof(days) = 'array'),
      CHECK ((alternatives IS NULL) = (days IS NULL)),
      CHECK ((alternatives IS NULL) = (plan_version IS NULL)),
      CHECK ((alternatives IS NULL) = (plan_state_id IS NULL)),
      FOREIGN KEY (unit_id, plan_id) REFERENCES weekly_plan (unit_id, id)
    )`,
    `CREATE INDEX day_replanning_age_idx ON day_replanning (asked_at)`,
  ];
}
