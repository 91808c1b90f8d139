import { ForwardMigration } from '../forward-migration.js';

/** Meetings come in files too and are planned around: they get a number of the unit, and what every such record has. */
export class NumberStaffMeetings extends ForwardMigration {
  readonly number = 100;
  readonly title = 'number-staff-meetings';
  readonly statements = [
    `ALTER TABLE staff_meeting
      ADD COLUMN code text,
      ADD COLUMN version integer NOT NULL DEFAULT 1,
      ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now()`,
    `UPDATE staff_meeting SET code = 'M-' || id`,
    `ALTER TABLE staff_meeting
      ALTER COLUMN code SET NOT NULL,
      ADD CONSTRAINT staff_meeting_code_key UNIQUE (unit_id, code)`,
  ];
}
