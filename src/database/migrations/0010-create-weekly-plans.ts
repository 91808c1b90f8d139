import { ForwardMigration } from '../forward-migration.js';

/**
 * Planned weeks as versions. A published version is immutable: triggers refuse every change of its rows except the one
 * step from publicerad to ersatt, and exclusion constraints keep an employee from being in two places at once.
 */
export class CreateWeeklyPlans extends ForwardMigration {
  readonly number = 10;
  readonly title = 'create-weekly-plans';
  readonly statements = [
    `CREATE TABLE weekly_plan (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      week text NOT NULL CHECK (week ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$'),
      work_group_id uuid,
      version integer NOT NULL CHECK (version >= 1),
      status text NOT NULL CHECK (status IN ('utkast', 'foreslagen', 'publicerad', 'ersatt')),
      run_id uuid UNIQUE REFERENCES planning_job (id),
      made_by uuid REFERENCES account (id),
      made_at timestamptz NOT NULL DEFAULT now(),
      made_from jsonb NOT NULL CHECK (jsonb_typeof(made_from) = 'object'),
      seed integer NOT NULL CHECK (seed >= 0),
      travel jsonb NOT NULL CHECK (jsonb_typeof(travel) = 'object'),
      metrics jsonb NOT NULL CHECK (jsonb_typeof(metrics) = 'object'),
      row_version integer NOT NULL DEFAULT 1 CHECK (row_version >= 1),
      published_at timestamptz,
      published_by uuid REFERENCES account (id),
      replaced_at timestamptz,
      UNIQUE (unit_id, id),
      CONSTRAINT weekly_plan_version_key UNIQUE NULLS NOT DISTINCT (unit_id, week, work_group_id, version),
      FOREIGN KEY (unit_id, work_group_id) REFERENCES work_group (unit_id, id),
      CHECK ((status IN ('publicerad', 'ersatt')) = (published_at IS NOT NULL AND published_by IS NOT NULL)),
      CHECK ((status = 'ersatt') = (replaced_at IS NOT NULL))
    )`,
    `CREATE UNIQUE INDEX weekly_plan_one_published ON weekly_plan (unit_id, week, work_group_id)
      NULLS NOT DISTINCT WHERE status = 'publicerad'`,
    `CREATE INDEX weekly_plan_unit_idx ON weekly_plan (unit_id, week DESC, made_at DESC)`,

    `CREATE TABLE planned_visit (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL,
      plan_id uuid NOT NULL,
      visit_key text NOT NULL,
      demand_key text NOT NULL,
      brukare_id uuid NOT NULL,
      work_group_id uuid NOT NULL,
      order_id uuid NOT NULL,
      template_key text NOT NULL,
      on_date date NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      service_minutes integer NOT NULL CHECK (service_minutes > 0),
      helper_starts_at timestamptz,
      helper_ends_at timestamptz,
      helper_service_minutes integer CHECK (helper_service_minutes > 0),
      insatser text[] NOT NULL,
      pinned boolean NOT NULL DEFAULT false,
      is_proposed boolean NOT NULL,
      is_published boolean NOT NULL DEFAULT false,
      UNIQUE (unit_id, id),
      UNIQUE (plan_id, id),
      CONSTRAINT planned_visit_demand_key UNIQUE (plan_id, demand_key),
      CONSTRAINT planned_visit_visit_key UNIQUE (plan_id, visit_key),
      FOREIGN KEY (unit_id, plan_id) REFERENCES weekly_plan (unit_id, id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, work_group_id) REFERENCES work_group (unit_id, id),
      FOREIGN KEY (unit_id, order_id) REFERENCES ramtid_order (unit_id, id),
      CHECK (ends_at > starts_at),
      CHECK (num_nulls(helper_starts_at, helper_ends_at, helper_service_minutes) IN (0, 3)),
      CHECK (helper_ends_at IS NULL OR helper_ends_at > helper_starts_at)
    )`,
    `CREATE INDEX planned_visit_date_idx ON planned_visit (plan_id, on_date)`,
    `CREATE INDEX planned_visit_brukare_idx ON planned_visit (unit_id, brukare_id, on_date)`,
    `CREATE INDEX planned_visit_published_date ON planned_visit (unit_id, on_date) WHERE is_published`,
    // A demand is carried out once: never in two published plans, whatever their scopes.
    `CREATE UNIQUE INDEX planned_visit_published_demand ON planned_visit (unit_id, demand_key) WHERE is_published`,

    `CREATE TABLE planned_visit_employee (
      visit_id uuid NOT NULL,
      position smallint NOT NULL CHECK (position IN (1, 2)),
      unit_id uuid NOT NULL,
      plan_id uuid NOT NULL,
      employee_id uuid NOT NULL,
      shift_id uuid NOT NULL,
      during tstzrange NOT NULL CHECK (NOT isempty(during)),
      is_published boolean NOT NULL DEFAULT false,
      PRIMARY KEY (visit_id, position),
      FOREIGN KEY (plan_id, visit_id) REFERENCES planned_visit (plan_id, id),
      FOREIGN KEY (unit_id, plan_id) REFERENCES weekly_plan (unit_id, id),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id),
      FOREIGN KEY (unit_id, shift_id) REFERENCES shift (unit_id, id),
      CONSTRAINT employee_once_per_plan EXCLUDE USING gist (plan_id WITH =, employee_id WITH =, during WITH &&),
      CONSTRAINT employee_once_published EXCLUDE USING gist (employee_id WITH =, during WITH &&) WHERE (is_published)
    )`,
    `CREATE INDEX planned_visit_employee_plan_idx ON planned_visit_employee (plan_id, employee_id)`,
    // "Has this employee been here before?" is asked for every visit list: of what is published, and of the history.
    `CREATE INDEX planned_visit_employee_published_idx ON planned_visit_employee (employee_id) WHERE is_published`,
    `CREATE INDEX history_visit_employee_idx ON history_visit (employee_id, brukare_id, on_date)`,

    `CREATE TABLE planned_route (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL,
      plan_id uuid NOT NULL,
      shift_id uuid NOT NULL,
      employee_id uuid NOT NULL,
      work_group_id uuid NOT NULL,
      on_date date NOT NULL,
      mode text NOT NULL CHECK (mode IN ('gang', 'cykel', 'elcykel', 'bil')),
      start_premises_id uuid NOT NULL,
      end_premises_id uuid NOT NULL,
      stops jsonb NOT NULL CHECK (jsonb_typeof(stops) = 'array'),
      UNIQUE (plan_id, shift_id),
      FOREIGN KEY (unit_id, plan_id) REFERENCES weekly_plan (unit_id, id),
      FOREIGN KEY (unit_id, shift_id) REFERENCES shift (unit_id, id),
      FOREIGN KEY (unit_id, employee_id) REFERENCES employee (unit_id, id),
      FOREIGN KEY (unit_id, work_group_id) REFERENCES work_group (unit_id, id),
      FOREIGN KEY (unit_id, start_premises_id) REFERENCES premises (unit_id, id),
      FOREIGN KEY (unit_id, end_premises_id) REFERENCES premises (unit_id, id)
    )`,
    `CREATE INDEX planned_route_employee_idx ON planned_route (employee_id, on_date)`,
    `CREATE INDEX planned_route_date_idx ON planned_route (plan_id, on_date)`,

    `CREATE TABLE unassigned_demand (
      plan_id uuid NOT NULL,
      unit_id uuid NOT NULL,
      demand_key text NOT NULL,
      template_key text NOT NULL,
      brukare_id uuid NOT NULL,
      on_date date NOT NULL,
      service_minutes integer NOT NULL CHECK (service_minutes > 0),
      priority smallint NOT NULL CHECK (priority IN (1, 2, 3)),
      reasons jsonb NOT NULL CHECK (jsonb_typeof(reasons) = 'array'),
      ways_out jsonb NOT NULL CHECK (jsonb_typeof(ways_out) = 'array'),
      PRIMARY KEY (plan_id, demand_key),
      FOREIGN KEY (unit_id, plan_id) REFERENCES weekly_plan (unit_id, id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id)
    )`,

    // What the plan-honesty check said when the version was published, and who overrode it and why.
    `CREATE TABLE plan_check (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL,
      plan_id uuid NOT NULL UNIQUE,
      checked_at timestamptz NOT NULL DEFAULT now(),
      checked_by uuid NOT NULL REFERENCES account (id),
      violations jsonb NOT NULL CHECK (jsonb_typeof(violations) = 'array'),
      hard_violations integer NOT NULL CHECK (hard_violations >= 0),
      override_reason text CHECK (length(btrim(override_reason)) >= 10),
      FOREIGN KEY (unit_id, plan_id) REFERENCES weekly_plan (unit_id, id),
      CHECK (hard_violations = 0 OR override_reason IS NOT NULL)
    )`,

    `CREATE FUNCTION refuse_published_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.status = 'publicerad' AND NEW.status = 'ersatt' AND NEW.replaced_at IS NOT NULL
          AND to_jsonb(NEW) - ARRAY['status', 'replaced_at', 'row_version']
            = to_jsonb(OLD) - ARRAY['status', 'replaced_at', 'row_version'] THEN
          RETURN NEW;
        END IF;
        IF OLD.status IN ('publicerad', 'ersatt') THEN
          RAISE EXCEPTION 'a published plan is immutable' USING ERRCODE = '55000';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END
    $$`,
    `CREATE TRIGGER weekly_plan_immutable BEFORE UPDATE OR DELETE ON weekly_plan
      FOR EACH ROW EXECUTE FUNCTION refuse_published_plan_change()`,

    `CREATE FUNCTION refuse_published_part_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        plan_status text;
        changed record;
      BEGIN
        changed := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
        SELECT status INTO plan_status FROM weekly_plan WHERE id = changed.plan_id;
        IF plan_status IN ('publicerad', 'ersatt') THEN
          -- A replaced version gives up its claim on employees and demands, and nothing else.
          IF TG_OP = 'UPDATE' AND plan_status = 'ersatt' AND to_jsonb(NEW) ? 'is_published'
            AND to_jsonb(NEW) ->> 'is_published' = 'false'
            AND to_jsonb(NEW) - 'is_published' = to_jsonb(OLD) - 'is_published' THEN
            RETURN NEW;
          END IF;
          RAISE EXCEPTION 'a published plan is immutable' USING ERRCODE = '55000';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END
    $$`,
    `CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'published records are never emptied' USING ERRCODE = '55000';
      END
    $$`,
    ...['planned_visit', 'planned_visit_employee', 'planned_route', 'unassigned_demand'].map(
      (table) => `CREATE TRIGGER ${table}_immutable BEFORE INSERT OR UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_published_part_change()`,
    ),
    `CREATE FUNCTION refuse_plan_check_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the record of a plan check is append-only' USING ERRCODE = '55000';
      END
    $$`,
    `CREATE TRIGGER plan_check_append_only BEFORE UPDATE OR DELETE ON plan_check
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_plan_check_change()`,
    ...[
      'weekly_plan',
      'planned_visit',
      'planned_visit_employee',
      'planned_route',
      'unassigned_demand',
      'plan_check',
    ].map(
      (table) => `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate()`,
    ),
  ];
}
