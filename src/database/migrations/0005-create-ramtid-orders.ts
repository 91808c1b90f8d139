import { ForwardMigration } from '../forward-migration.js';

/** The authority's orders: one sum of hours per month (domain.md section 1). */
export class CreateRamtidOrders extends ForwardMigration {
  readonly number = 5;
  readonly title = 'create-ramtid-orders';
  readonly statements = [
    // Overlapping orders of one brukare are allowed: an order may be split between two utförare by their working hours
    // (tryggt mottagande), and ledsagning stands beside hemtjänst.
    `CREATE TABLE ramtid_order (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      code text NOT NULL CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 64),
      brukare_id uuid NOT NULL,
      from_date date NOT NULL,
      to_date date,
      hours_per_month double precision NOT NULL CHECK (hours_per_month BETWEEN 0 AND 744),
      kind text NOT NULL CHECK (kind IN ('hemtjanst', 'ledsagning', 'avlosning', 'tryggt_mottagande', 'larm')),
      insatser text[] NOT NULL CHECK (cardinality(insatser) >= 1),
      double_staffing boolean NOT NULL DEFAULT false,
      goal text,
      received_on date,
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT ramtid_order_code_key UNIQUE (unit_id, code),
      UNIQUE (unit_id, id),
      -- A trygghetslarm is paid per month, not per hour.
      CONSTRAINT ramtid_order_has_hours CHECK (hours_per_month > 0 OR kind = 'larm'),
      CONSTRAINT ramtid_order_period CHECK (to_date IS NULL OR to_date >= from_date),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id)
    )`,
    `CREATE INDEX ramtid_order_brukare_idx ON ramtid_order (unit_id, brukare_id, from_date)`,
  ];
}
