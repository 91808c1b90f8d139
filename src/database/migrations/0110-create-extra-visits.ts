import { ForwardMigration } from '../forward-migration.js';

/** Visits of single days, asked for beside what the genomförandeplan agreed; a draft takes them up as a step of its own. */
export class CreateExtraVisits extends ForwardMigration {
  readonly number = 110;
  readonly title = 'create-extra-visits';
  readonly statements = [
    `CREATE TABLE extra_visit (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      brukare_id uuid NOT NULL,
      order_id uuid NOT NULL,
      on_date date NOT NULL,
      earliest_minute integer NOT NULL CHECK (earliest_minute BETWEEN 0 AND 1440),
      latest_minute integer NOT NULL CHECK (latest_minute BETWEEN 0 AND 1440),
      service_minutes integer NOT NULL CHECK (service_minutes BETWEEN 1 AND 720),
      double_staffing boolean NOT NULL,
      insatser text[] NOT NULL CHECK (cardinality(insatser) >= 1),
      competences text[] NOT NULL,
      is_time_critical boolean NOT NULL,
      reason text CHECK (length(btrim(reason)) BETWEEN 1 AND 200),
      made_by uuid NOT NULL REFERENCES account (id),
      made_at timestamptz NOT NULL DEFAULT now(),
      withdrawn_by uuid REFERENCES account (id),
      withdrawn_at timestamptz,
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, order_id) REFERENCES ramtid_order (unit_id, id),
      CHECK (earliest_minute <= latest_minute),
      CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
    )`,
    `CREATE INDEX extra_visit_date_idx ON extra_visit (unit_id, on_date) WHERE withdrawn_at IS NULL`,
    `ALTER TABLE plan_edit_step DROP CONSTRAINT plan_edit_step_kind_check`,
    `ALTER TABLE plan_edit_step ADD CONSTRAINT plan_edit_step_kind_check
      CHECK (kind IN ('move', 'swap', 'place', 'unassign', 'lock', 'unlock', 'replan', 'extra'))`,
  ];
}
