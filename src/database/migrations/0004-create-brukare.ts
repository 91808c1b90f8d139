import { ForwardMigration } from '../forward-migration.js';

/** Brukare, whom they do not want, when they are away, and who visited them before the planned weeks. */
export class CreateBrukare extends ForwardMigration {
  readonly number = 4;
  readonly title = 'create-brukare';
  readonly statements = [
    // Only a protected identity may lack address and coordinate: everybody else is planned on the street network.
    `CREATE TABLE brukare (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      code text NOT NULL CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 64),
      name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 2000),
      birth_year smallint NOT NULL CHECK (birth_year BETWEEN 1900 AND 2100),
      gender text CHECK (gender IN ('K', 'M')),
      address text NOT NULL CHECK (length(address) <= 2000),
      lat double precision CHECK (lat BETWEEN 55 AND 69.2),
      lon double precision CHECK (lon BETWEEN 10.5 AND 24.3),
      work_group_id uuid NOT NULL,
      kontaktman_id uuid,
      fast_omsorgskontakt_id uuid,
      key_kind text NOT NULL CHECK (key_kind IN ('nyckelfri', 'portkod', 'metall')),
      floor smallint NOT NULL DEFAULT 0 CHECK (floor BETWEEN -5 AND 60),
      has_lift boolean NOT NULL DEFAULT false,
      is_protected boolean NOT NULL DEFAULT false,
      wished_gender text CHECK (wished_gender IN ('K', 'M')),
      pets text[] NOT NULL DEFAULT '{}' CHECK (pets <@ ARRAY['hund', 'katt']),
      is_smoker boolean NOT NULL DEFAULT false,
      language text,
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT brukare_code_key UNIQUE (unit_id, code),
      UNIQUE (unit_id, id),
      CONSTRAINT brukare_whole_coordinate CHECK ((lat IS NULL) = (lon IS NULL)),
      CONSTRAINT brukare_has_place CHECK (is_protected OR (lat IS NOT NULL AND btrim(address) <> '')),
      FOREIGN KEY (unit_id, work_group_id) REFERENCES work_group (unit_id, id),
      FOREIGN KEY (unit_id, kontaktman_id) REFERENCES employee (unit_id, id),
      FOREIGN KEY (unit_id, fast_omsorgskontakt_id) REFERENCES employee (unit_id, id)
    )`,
    `CREATE INDEX brukare_work_group_idx ON brukare (unit_id, work_group_id, code)`,

    // ej_personal: these employees never visit this brukare.
    `CREATE TABLE brukare_ban (
      unit_id uuid NOT NULL,
      brukare_id uuid NOT NULL,
      employee_id uuid NOT NULL,
      PRIMARY KEY (brukare_id, employee_id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id)
    )`,
    `CREATE INDEX brukare_ban_unit_idx ON brukare_ban (unit_id)`,

    `CREATE TABLE brukare_absence (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      brukare_id uuid NOT NULL,
      from_date date NOT NULL,
      from_minute smallint NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
      to_date date NOT NULL,
      to_minute smallint NOT NULL CHECK (to_minute BETWEEN 0 AND 1440),
      reason text,
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT brukare_absence_key UNIQUE (unit_id, brukare_id, from_date, from_minute, to_date, to_minute),
      CONSTRAINT brukare_absence_forward CHECK ((to_date, to_minute) > (from_date, from_minute)),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id)
    )`,
    `CREATE INDEX brukare_absence_date_idx ON brukare_absence (unit_id, to_date)`,

    `CREATE TABLE history_visit (
      unit_id uuid NOT NULL REFERENCES unit (id),
      brukare_id uuid NOT NULL,
      employee_id uuid NOT NULL,
      on_date date NOT NULL,
      starts_minute smallint NOT NULL CHECK (starts_minute BETWEEN 0 AND 1440),
      ends_minute smallint NOT NULL CHECK (ends_minute BETWEEN 0 AND 1440),
      kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 2000),
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (unit_id, on_date, brukare_id, employee_id, starts_minute),
      CONSTRAINT history_visit_forward CHECK (ends_minute >= starts_minute),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id)
    )`,
  ];
}
