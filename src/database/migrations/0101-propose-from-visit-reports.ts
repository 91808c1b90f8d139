import { ForwardMigration } from '../forward-migration.js';

/** A report can be about the time of day, and an accepted one says which version of the genomförandeplan it led to. */
export class ProposeFromVisitReports extends ForwardMigration {
  readonly number = 101;
  readonly title = 'propose-from-visit-reports';
  readonly statements = [
    `ALTER TABLE visit_report DROP CONSTRAINT visit_report_kind_check`,
    `ALTER TABLE visit_report
      ADD CONSTRAINT visit_report_kind_check
        CHECK (kind IN ('too-short', 'wrong-time', 'stairs', 'wrong-code', 'two-needed', 'other')),
      ADD COLUMN proposed_version integer CHECK (proposed_version >= 1),
      ADD CONSTRAINT visit_report_proposal CHECK (proposed_version IS NULL OR status = 'accepted')`,
  ];
}
