import { ForwardMigration } from '../forward-migration.js';

/** Staff time that is planned for something else than visits; without it the report could not say where the hours went. */
export class CreateStaffMeetings extends ForwardMigration {
  readonly number = 60;
  readonly title = 'create-staff-meetings';
  readonly statements = [
    `CREATE TABLE staff_meeting (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      kind text NOT NULL CHECK (kind IN ('apt', 'mote', 'utbildning', 'handledning')),
      work_group_id uuid,
      on_date date NOT NULL,
      starts_minute smallint NOT NULL CHECK (starts_minute BETWEEN 0 AND 1440),
      ends_minute smallint NOT NULL CHECK (ends_minute BETWEEN 0 AND 1440),
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT staff_meeting_ends_after_start CHECK (ends_minute > starts_minute),
      FOREIGN KEY (unit_id, work_group_id) REFERENCES work_group (unit_id, id)
    )`,
    `CREATE INDEX staff_meeting_date_idx ON staff_meeting (unit_id, on_date)`,
  ];
}
