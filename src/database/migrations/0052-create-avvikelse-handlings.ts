import { ForwardMigration } from '../forward-migration.js';

/** What the planerare did about an avvikelse, and the avvikelse as it read then: corrections made later may dissolve it. */
export class CreateAvvikelseHandlings extends ForwardMigration {
  readonly number = 52;
  readonly title = 'create-avvikelse-handlings';
  readonly statements = [
    `CREATE TABLE avvikelse_handling (
      unit_id uuid NOT NULL REFERENCES unit (id),
      id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN
        ('unplanned', 'missed', 'wrong-employee', 'overlap', 'never-ended', 'outside-time', 'too-short', 'too-long')),
      on_date date NOT NULL,
      brukare_id uuid NOT NULL,
      employee_id uuid,
      registered_time_id uuid,
      planned_visit_id uuid,
      text text NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
      reason text NOT NULL CHECK (length(btrim(reason)) BETWEEN 5 AND 300),
      handled_by uuid NOT NULL REFERENCES account (id),
      handled_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (unit_id, id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id),
      FOREIGN KEY (unit_id, registered_time_id) REFERENCES registered_time (unit_id, id),
      FOREIGN KEY (unit_id, planned_visit_id) REFERENCES planned_visit (unit_id, id)
    )`,
    `CREATE INDEX avvikelse_handling_date_idx ON avvikelse_handling (unit_id, on_date)`,
    `CREATE FUNCTION refuse_avvikelse_handling_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what was done about an avvikelse is append-only' USING ERRCODE = '55000';
      END
    $$`,
    `CREATE TRIGGER avvikelse_handling_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON avvikelse_handling
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_avvikelse_handling_change()`,
  ];
}
