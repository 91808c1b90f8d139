import { ForwardMigration } from '../forward-migration.js';

/** "Stämmer inte": what employees say about visits that are planned wrong, and what the planerare decided. */
export class CreateVisitReports extends ForwardMigration {
  readonly number = 53;
  readonly title = 'create-visit-reports';
  readonly statements = [
    // id is made by the phone, so that sending twice is one report.
    `CREATE TABLE visit_report (
      id uuid PRIMARY KEY,
      unit_id uuid NOT NULL REFERENCES unit (id),
      planned_visit_id uuid NOT NULL,
      brukare_id uuid NOT NULL,
      employee_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('too-short', 'stairs', 'wrong-code', 'two-needed', 'other')),
      text text CHECK (length(text) BETWEEN 1 AND 200),
      reported_at timestamptz NOT NULL,
      received_at timestamptz NOT NULL DEFAULT now(),
      status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'accepted', 'declined')),
      decided_by uuid REFERENCES account (id),
      decided_at timestamptz,
      decision_reason text CHECK (length(btrim(decision_reason)) BETWEEN 5 AND 300),
      FOREIGN KEY (unit_id, planned_visit_id) REFERENCES planned_visit (unit_id, id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id),
      CONSTRAINT visit_report_says_what CHECK (kind <> 'other' OR text IS NOT NULL),
      CONSTRAINT visit_report_decision
        CHECK ((status = 'open') = (decided_by IS NULL) AND num_nulls(decided_by, decided_at, decision_reason) IN (0, 3))
    )`,
    `CREATE INDEX visit_report_unit_idx ON visit_report (unit_id, status, reported_at DESC)`,
    `CREATE INDEX visit_report_employee_idx ON visit_report (employee_id, reported_at DESC)`,
  ];
}
