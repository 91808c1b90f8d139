import { ForwardMigration } from '../forward-migration.js';

/** Employees, their rostered shifts and their absences. */
export class CreateEmployees extends ForwardMigration {
  readonly number = 3;
  readonly title = 'create-employees';
  readonly statements = [
    `CREATE TABLE employee (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      code text NOT NULL CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 64),
      name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 2000),
      work_group_id uuid NOT NULL,
      title text NOT NULL CHECK (title IN ('underskoterska', 'vardbitrade')),
      employment text NOT NULL CHECK (employment IN ('tillsvidare', 'tim')),
      employment_rate double precision CHECK (employment_rate > 0 AND employment_rate <= 1),
      competences text[] NOT NULL DEFAULT '{}',
      mode text NOT NULL CHECK (mode IN ('gang', 'cykel', 'elcykel', 'bil')),
      gender text CHECK (gender IN ('K', 'M')),
      languages text[] NOT NULL DEFAULT '{}',
      tolerates_dogs boolean NOT NULL DEFAULT true,
      tolerates_cats boolean NOT NULL DEFAULT true,
      tolerates_smoke boolean NOT NULL DEFAULT true,
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT employee_code_key UNIQUE (unit_id, code),
      UNIQUE (unit_id, id),
      FOREIGN KEY (unit_id, work_group_id) REFERENCES work_group (unit_id, id)
    )`,
    `ALTER TABLE account ADD CONSTRAINT account_employee_fkey FOREIGN KEY (employee_id) REFERENCES employee (id)`,

    // Local times in minutes after midnight; a shift never crosses midnight (nights are bought from elsewhere).
    // Deferrable, so that an import that moves two shifts past each other is judged when both have moved.
    `CREATE TABLE shift (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      code text NOT NULL CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 64),
      employee_id uuid NOT NULL,
      on_date date NOT NULL,
      starts_minute smallint NOT NULL CHECK (starts_minute BETWEEN 0 AND 1440),
      ends_minute smallint NOT NULL CHECK (ends_minute BETWEEN 0 AND 1440),
      break_minutes smallint NOT NULL DEFAULT 0 CHECK (break_minutes >= 0),
      premises_id uuid NOT NULL,
      mode text NOT NULL CHECK (mode IN ('gang', 'cykel', 'elcykel', 'bil')),
      work_group_id uuid NOT NULL,
      is_larmansvarig boolean NOT NULL DEFAULT false,
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT shift_code_key UNIQUE (unit_id, code),
      UNIQUE (unit_id, id),
      CONSTRAINT shift_ends_after_start CHECK (ends_minute > starts_minute),
      CONSTRAINT shift_break_inside CHECK (break_minutes < ends_minute - starts_minute),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id),
      FOREIGN KEY (unit_id, premises_id) REFERENCES premises (unit_id, id),
      FOREIGN KEY (unit_id, work_group_id) REFERENCES work_group (unit_id, id),
      CONSTRAINT shift_employee_no_overlap EXCLUDE USING gist (
        employee_id WITH =, on_date WITH =, int4range(starts_minute, ends_minute) WITH &&
      ) DEFERRABLE INITIALLY IMMEDIATE
    )`,
    `CREATE INDEX shift_date_idx ON shift (unit_id, on_date)`,

    `CREATE TABLE employee_absence (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      employee_id uuid NOT NULL,
      from_date date NOT NULL,
      from_minute smallint NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
      to_date date NOT NULL,
      to_minute smallint NOT NULL CHECK (to_minute BETWEEN 0 AND 1440),
      reason text,
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT employee_absence_key UNIQUE (unit_id, employee_id, from_date, from_minute, to_date, to_minute),
      CONSTRAINT employee_absence_forward CHECK ((to_date, to_minute) > (from_date, from_minute)),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id)
    )`,
    `CREATE INDEX employee_absence_date_idx ON employee_absence (unit_id, to_date)`,
  ];
}
