import { ForwardMigration } from '../forward-migration.js';

/** Premises and work groups of a unit, and every earlier version of its settings. */
export class CreateUnitsAndGroups extends ForwardMigration {
  readonly number = 2;
  readonly title = 'create-units-and-groups';
  readonly statements = [
    // UNIQUE (unit_id, id) everywhere: foreign keys are composite, so that nothing can point across units.
    `CREATE TABLE premises (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      code text NOT NULL CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 64),
      name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 2000),
      address text,
      lat double precision NOT NULL CHECK (lat BETWEEN 55 AND 69.2),
      lon double precision NOT NULL CHECK (lon BETWEEN 10.5 AND 24.3),
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT premises_code_key UNIQUE (unit_id, code),
      UNIQUE (unit_id, id)
    )`,
    `CREATE TABLE work_group (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      code text NOT NULL CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 64),
      name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 2000),
      premises_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('ordinarie', 'demens')),
      area jsonb CHECK (area IS NULL OR area ->> 'type' IN ('Polygon', 'MultiPolygon')),
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT work_group_code_key UNIQUE (unit_id, code),
      UNIQUE (unit_id, id),
      FOREIGN KEY (unit_id, premises_id) REFERENCES premises (unit_id, id)
    )`,
    `CREATE TABLE unit_settings_version (
      unit_id uuid NOT NULL REFERENCES unit (id),
      version integer NOT NULL CHECK (version >= 1),
      settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
      replaced_by uuid NOT NULL REFERENCES account (id),
      replaced_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (unit_id, version)
    )`,
  ];
}
