import { ForwardMigration } from '../forward-migration.js';

/** What the ledger made the planner add, move or leave out in a planned week: part of the plan, and as immutable. */
export class CreateLedgerAdjustments extends ForwardMigration {
  readonly number = 50;
  readonly title = 'create-ledger-adjustments';
  readonly statements = [
    `CREATE TABLE plan_ledger_adjustment (
      plan_id uuid NOT NULL,
      unit_id uuid NOT NULL,
      position integer NOT NULL CHECK (position >= 0),
      kind text NOT NULL CHECK (kind IN ('added', 'moved', 'leftOut')),
      demand_key text NOT NULL,
      template_key text NOT NULL,
      brukare_id uuid NOT NULL,
      order_id uuid NOT NULL,
      allowed_dates date[] NOT NULL CHECK (cardinality(allowed_dates) BETWEEN 1 AND 7),
      on_date date NOT NULL,
      service_minutes integer NOT NULL CHECK (service_minutes > 0),
      period text NOT NULL CHECK (period ~ '^[0-9]{4}-(W[0-9]{2}|[0-9]{2})$'),
      ordered_minutes double precision NOT NULL,
      forecast_before_minutes double precision NOT NULL,
      forecast_after_minutes double precision NOT NULL,
      reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
      PRIMARY KEY (plan_id, position),
      CONSTRAINT plan_ledger_adjustment_demand_key UNIQUE (plan_id, demand_key),
      FOREIGN KEY (unit_id, plan_id) REFERENCES weekly_plan (unit_id, id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, order_id) REFERENCES ramtid_order (unit_id, id)
    )`,
    `CREATE TRIGGER plan_ledger_adjustment_immutable BEFORE INSERT OR UPDATE OR DELETE ON plan_ledger_adjustment
      FOR EACH ROW EXECUTE FUNCTION refuse_published_part_change()`,
    `CREATE TRIGGER plan_ledger_adjustment_no_truncate BEFORE TRUNCATE ON plan_ledger_adjustment
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate()`,
  ];
}
