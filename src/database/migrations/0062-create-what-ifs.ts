import { ForwardMigration } from '../forward-migration.js';

/** A week computed with other staff: the question and its figures, never a plan. */
export class CreateWhatIfs extends ForwardMigration {
  readonly number = 62;
  readonly title = 'create-what-ifs';
  readonly statements = [
    `CREATE TABLE what_if (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      job_id uuid REFERENCES planning_job (id),
      week text NOT NULL CHECK (week ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$'),
      change jsonb NOT NULL CHECK (jsonb_typeof(change) = 'object'),
      result jsonb CHECK (jsonb_typeof(result) = 'object'),
      created_by uuid NOT NULL REFERENCES account (id),
      created_at timestamptz NOT NULL DEFAULT now()
    )`,
    `CREATE INDEX what_if_unit_idx ON what_if (unit_id, created_at DESC)`,
  ];
}
