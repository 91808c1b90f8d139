import { ForwardMigration } from '../forward-migration.js';

/** What was agreed about when and how, version by version; an agreed version never changes. */
export class CreateGenomforandeplan extends ForwardMigration {
  readonly number = 6;
  readonly title = 'create-genomforandeplan';
  readonly statements = [
    `CREATE TABLE genomforandeplan (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      order_id uuid NOT NULL,
      version integer NOT NULL CHECK (version >= 1),
      source text NOT NULL CHECK (source IN ('avtalad', 'foreslagen')),
      agreed_on date NOT NULL,
      made_by uuid REFERENCES account (id),
      created_at timestamptz NOT NULL DEFAULT now(),
      replaced_at timestamptz,
      CONSTRAINT genomforandeplan_version_key UNIQUE (order_id, version),
      UNIQUE (unit_id, id),
      FOREIGN KEY (unit_id, order_id) REFERENCES ramtid_order (unit_id, id)
    )`,
    `CREATE UNIQUE INDEX genomforandeplan_one_current ON genomforandeplan (order_id) WHERE replaced_at IS NULL`,
    `CREATE INDEX genomforandeplan_unit_idx ON genomforandeplan (unit_id) WHERE replaced_at IS NULL`,

    // after_code names the visit before by its code, not by row: a new version of the plan keeps the reference.
    `CREATE TABLE visit_template (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      genomforandeplan_id uuid NOT NULL,
      is_current boolean NOT NULL DEFAULT true,
      code text NOT NULL CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 64),
      position smallint NOT NULL CHECK (position >= 0),
      insatser text[] NOT NULL CHECK (cardinality(insatser) >= 1),
      weekdays smallint[] CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND cardinality(weekdays) >= 1),
      times smallint CHECK (times BETWEEN 1 AND 100),
      every_weeks smallint CHECK (every_weeks BETWEEN 1 AND 52),
      earliest_minute smallint NOT NULL CHECK (earliest_minute BETWEEN 0 AND 1440),
      latest_minute smallint NOT NULL CHECK (latest_minute BETWEEN 0 AND 1440),
      service_minutes smallint NOT NULL CHECK (service_minutes BETWEEN 1 AND 1440),
      helper_minutes smallint CHECK (helper_minutes BETWEEN 1 AND 1440),
      helper_earliest smallint,
      helper_latest smallint,
      competences text[] NOT NULL DEFAULT '{}',
      priority smallint NOT NULL CHECK (priority IN (1, 2, 3)),
      is_time_critical boolean NOT NULL DEFAULT false,
      after_code text,
      gap_min_minutes smallint CHECK (gap_min_minutes >= 0),
      gap_max_minutes smallint CHECK (gap_max_minutes >= gap_min_minutes),
      min_days_between smallint NOT NULL DEFAULT 1 CHECK (min_days_between >= 0),
      is_proposed boolean NOT NULL DEFAULT false,
      UNIQUE (genomforandeplan_id, code),
      FOREIGN KEY (unit_id, genomforandeplan_id) REFERENCES genomforandeplan (unit_id, id),
      CONSTRAINT visit_template_window CHECK (latest_minute >= earliest_minute),
      CONSTRAINT visit_template_one_recurrence CHECK ((weekdays IS NULL) = (times IS NOT NULL)),
      CONSTRAINT visit_template_floating CHECK ((times IS NULL) = (every_weeks IS NULL)),
      CONSTRAINT visit_template_helper CHECK (num_nulls(helper_minutes, helper_earliest, helper_latest) IN (0, 3)),
      CONSTRAINT visit_template_helper_window CHECK (helper_latest >= helper_earliest),
      CONSTRAINT visit_template_gap CHECK ((after_code IS NULL) = (gap_min_minutes IS NULL)),
      CONSTRAINT visit_template_not_after_itself CHECK (after_code <> code)
    )`,
    // Visit demands are named by template code: among what is agreed now it means one visit in the whole unit.
    `CREATE UNIQUE INDEX visit_template_current_code ON visit_template (unit_id, code) WHERE is_current`,
    `CREATE INDEX visit_template_plan_idx ON visit_template (genomforandeplan_id)`,

    // An agreed version is immutable: all that may happen to it is that the next version replaces it.
    `CREATE FUNCTION refuse_genomforandeplan_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'genomforandeplan' THEN
          IF OLD.replaced_at IS NULL AND to_jsonb(NEW) - 'replaced_at' = to_jsonb(OLD) - 'replaced_at' THEN
            RETURN NEW;
          END IF;
        ELSIF TG_OP = 'UPDATE' THEN
          IF OLD.is_current AND NOT NEW.is_current AND to_jsonb(NEW) - 'is_current' = to_jsonb(OLD) - 'is_current' THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'an agreed genomforandeplan is immutable' USING ERRCODE = '55000';
      END
    $$`,
    ...['genomforandeplan', 'visit_template'].map(
      (table) => `CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_genomforandeplan_change()`,
    ),
  ];
}
