import { ForwardMigration } from '../forward-migration.js';

/** What every later table leans on: units, accounts, sessions, the audit log, idempotent requests and planning jobs. */
export class CreatePlatformTables extends ForwardMigration {
  readonly number = 1;
  readonly title = 'create-platform-tables';
  readonly statements = [
    // Exclusion constraints over (employee, time range) need equality operators in a GiST index.
    `CREATE EXTENSION IF NOT EXISTS btree_gist`,

    `CREATE TABLE unit (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      code text NOT NULL UNIQUE CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 60),
      name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
      settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
      settings_version integer NOT NULL DEFAULT 1 CHECK (settings_version >= 1),
      time_zone text NOT NULL DEFAULT 'Europe/Stockholm',
      created_at timestamptz NOT NULL DEFAULT now()
    )`,

    // employee_id has no foreign key here: the employee table comes with a later module, which adds it.
    `CREATE TABLE account (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      username text NOT NULL CHECK (username = lower(btrim(username)) AND length(username) BETWEEN 3 AND 100),
      display_name text NOT NULL CHECK (length(btrim(display_name)) BETWEEN 1 AND 200),
      issuer text NOT NULL DEFAULT 'local',
      subject text NOT NULL,
      password_hash text CHECK (password_hash IS NULL OR password_hash LIKE '$argon2id$%'),
      roles text[] NOT NULL CHECK (
        cardinality(roles) >= 1
        AND roles <@ ARRAY['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal', 'admin']
      ),
      employee_id uuid,
      is_demo boolean NOT NULL DEFAULT false,
      disabled_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT account_username_key UNIQUE (username),
      CONSTRAINT account_identity_key UNIQUE (issuer, subject),
      CHECK (issuer <> 'local' OR password_hash IS NOT NULL)
    )`,

    `CREATE TABLE account_unit (
      account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      unit_id uuid NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      PRIMARY KEY (account_id, unit_id)
    )`,

    `CREATE TABLE session (
      token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
      account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_seen_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      CHECK (expires_at > created_at AND expires_at <= created_at + interval '12 hours')
    )`,
    `CREATE INDEX session_account_idx ON session (account_id)`,

    // Hashes only: enough to slow down guessing, too little to tell who tried from where.
    `CREATE TABLE login_failure (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      source_hash bytea NOT NULL,
      failed_at timestamptz NOT NULL DEFAULT now()
    )`,
    `CREATE INDEX login_failure_source_idx ON login_failure (source_hash, failed_at)`,

    `CREATE TABLE audit_line (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      account_id uuid NOT NULL,
      roles text[] NOT NULL,
      unit_id uuid,
      action text NOT NULL CHECK (action ~ '^[a-z][a-z-]{1,60}$'),
      record_kind text NOT NULL CHECK (record_kind ~ '^[a-z][a-z-]{1,60}$'),
      record_id text NOT NULL CHECK (length(record_id) BETWEEN 1 AND 100),
      brukare_id uuid,
      request_id text
    )`,
    `CREATE INDEX audit_line_unit_idx ON audit_line (unit_id, id DESC)`,
    `CREATE INDEX audit_line_brukare_idx ON audit_line (brukare_id, id DESC) WHERE brukare_id IS NOT NULL`,
    `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = '42501';
      END
    $$`,
    `CREATE TRIGGER audit_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_line
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,

    `CREATE TABLE idempotent_request (
      account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      key text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
      fingerprint bytea NOT NULL,
      status integer NOT NULL,
      headers jsonb NOT NULL,
      answer jsonb,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (account_id, key)
    )`,
    `CREATE INDEX idempotent_request_age_idx ON idempotent_request (created_at)`,

    `CREATE TABLE planning_job (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]{1,60}$'),
      payload jsonb NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
      dedup_key text,
      status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
      attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
      cancel_requested boolean NOT NULL DEFAULT false,
      progress jsonb,
      heartbeat_at timestamptz,
      error_code text,
      created_by uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      ended_at timestamptz,
      CHECK ((status IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
      CHECK (status <> 'failed' OR error_code IS NOT NULL)
    )`,
    // The same wish twice while the first is unfinished is one job.
    `CREATE UNIQUE INDEX planning_job_dedup_key ON planning_job (unit_id, kind, dedup_key)
      WHERE dedup_key IS NOT NULL AND status IN ('queued', 'running')`,
    `CREATE INDEX planning_job_unfinished_idx ON planning_job (unit_id) WHERE status IN ('queued', 'running')`,
    `CREATE INDEX planning_job_unit_idx ON planning_job (unit_id, created_at DESC)`,

    `CREATE TABLE job_outbox (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      job_id uuid NOT NULL REFERENCES planning_job (id) ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT now()
    )`,
  ];
}
