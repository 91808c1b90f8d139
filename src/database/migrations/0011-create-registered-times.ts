import { ForwardMigration } from '../forward-migration.js';

/**
 * What was registered at the door. Events are append-only: a correction is a row of its own with author and reason, and
 * the first registration stays as it came.
 */
export class CreateRegisteredTimes extends ForwardMigration {
  readonly number = 11;
  readonly title = 'create-registered-times';
  readonly statements = [
    // id is made by the phone (or by the import), so that sending twice is one event.
    `CREATE TABLE registered_time (
      id uuid PRIMARY KEY,
      unit_id uuid NOT NULL REFERENCES unit (id),
      code text,
      employee_id uuid NOT NULL,
      brukare_id uuid NOT NULL,
      planned_visit_id uuid,
      kind text NOT NULL CHECK (kind IN ('start', 'stop', 'avbojt', 'bom', 'besok', 'larm')),
      occurred_at timestamptz NOT NULL,
      ended_at timestamptz,
      received_at timestamptz NOT NULL DEFAULT now(),
      flags text[] NOT NULL DEFAULT '{}',
      recorded_by uuid REFERENCES account (id),
      UNIQUE (unit_id, id),
      CONSTRAINT registered_time_code_key UNIQUE (unit_id, code),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, planned_visit_id) REFERENCES planned_visit (unit_id, id),
      CHECK (ended_at IS NULL OR ended_at >= occurred_at),
      CHECK (kind NOT IN ('start', 'stop') OR ended_at IS NULL),
      CHECK (kind NOT IN ('besok', 'larm') OR ended_at IS NOT NULL)
    )`,
    `CREATE INDEX registered_time_unit_idx ON registered_time (unit_id, occurred_at)`,
    `CREATE INDEX registered_time_employee_idx ON registered_time (employee_id, occurred_at)`,
    `CREATE INDEX registered_time_visit_idx ON registered_time (planned_visit_id) WHERE planned_visit_id IS NOT NULL`,

    `CREATE TABLE registered_time_correction (
      id uuid PRIMARY KEY,
      unit_id uuid NOT NULL,
      registered_time_id uuid NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      reason text NOT NULL CHECK (btrim(reason) <> ''),
      corrected_by uuid REFERENCES account (id),
      corrected_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      FOREIGN KEY (unit_id, registered_time_id) REFERENCES registered_time (unit_id, id),
      CHECK (ends_at >= starts_at)
    )`,
    `CREATE INDEX registered_time_correction_idx ON registered_time_correction (registered_time_id, corrected_at DESC)`,

    `CREATE FUNCTION refuse_registered_time_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'registered times are append-only' USING ERRCODE = '55000';
      END
    $$`,
    ...['registered_time', 'registered_time_correction'].map(
      (table) => `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_registered_time_change()`,
    ),
  ];
}
