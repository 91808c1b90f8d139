import { ForwardMigration } from '../forward-migration.js';

/** A month's ledger as it stood when its registrations were taken for reimbursement; corrections that come later do not change it. */
export class CreateMonthClosings extends ForwardMigration {
  readonly number = 41;
  readonly title = 'create-month-closings';
  readonly statements = [
    `CREATE TABLE month_closing (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      closes_at timestamptz NOT NULL,
      closed_at timestamptz NOT NULL DEFAULT now(),
      closed_by uuid NOT NULL REFERENCES account (id),
      UNIQUE (unit_id, id),
      CONSTRAINT month_closing_once UNIQUE (unit_id, month),
      CONSTRAINT month_closing_not_before CHECK (closed_at >= closes_at)
    )`,
    `CREATE TABLE month_closing_line (
      closing_id uuid NOT NULL,
      unit_id uuid NOT NULL,
      brukare_id uuid NOT NULL,
      order_id uuid,
      kind text CHECK (kind IN ('hemtjanst', 'ledsagning', 'avlosning', 'tryggt_mottagande', 'larm')),
      ordered_minutes double precision NOT NULL CHECK (ordered_minutes >= 0),
      given_back_minutes double precision NOT NULL CHECK (given_back_minutes >= 0),
      registered_minutes double precision NOT NULL CHECK (registered_minutes >= 0),
      performed_minutes double precision NOT NULL CHECK (performed_minutes >= 0),
      CONSTRAINT month_closing_line_key UNIQUE NULLS NOT DISTINCT (closing_id, brukare_id, order_id),
      FOREIGN KEY (unit_id, closing_id) REFERENCES month_closing (unit_id, id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      FOREIGN KEY (unit_id, order_id) REFERENCES ramtid_order (unit_id, id)
    )`,
    `CREATE FUNCTION refuse_month_closing_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a closed month is immutable' USING ERRCODE = '55000';
      END
    $$`,
    ...['month_closing', 'month_closing_line'].map(
      (table) => `CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_month_closing_change()`,
    ),
  ];
}
