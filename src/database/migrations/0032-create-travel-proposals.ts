import { ForwardMigration } from '../forward-migration.js';

/**
 * Minutes at the door of an address as the registered visits of all employees together suggest them, and what was
 * decided. Nothing here says who was there.
 */
export class CreateTravelProposals extends ForwardMigration {
  readonly number = 32;
  readonly title = 'create-travel-proposals';
  readonly statements = [
    `CREATE TABLE travel_proposal (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL REFERENCES unit (id),
      brukare_id uuid NOT NULL,
      samples integer NOT NULL CHECK (samples >= 1),
      planned_seconds integer NOT NULL CHECK (planned_seconds >= 0),
      observed_seconds integer NOT NULL CHECK (observed_seconds >= 0),
      difference_seconds integer NOT NULL,
      bands jsonb NOT NULL CHECK (jsonb_typeof(bands) = 'array'),
      -- What the address was planned with when this was proposed; null: by key, floor and lift.
      door_minutes_before smallint CHECK (door_minutes_before BETWEEN 0 AND 60),
      proposed_door_minutes smallint NOT NULL CHECK (proposed_door_minutes BETWEEN 0 AND 60),
      status text NOT NULL DEFAULT 'foreslagen' CHECK (status IN ('foreslagen', 'antagen', 'avbojd')),
      proposed_at timestamptz NOT NULL DEFAULT now(),
      decided_by uuid REFERENCES account (id),
      decided_at timestamptz,
      version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
      UNIQUE (unit_id, id),
      FOREIGN KEY (unit_id, brukare_id) REFERENCES brukare (unit_id, id),
      CHECK (proposed_door_minutes IS DISTINCT FROM door_minutes_before),
      CHECK ((status = 'foreslagen') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
    )`,
    // One question at a time per address.
    `CREATE UNIQUE INDEX travel_proposal_one_open ON travel_proposal (unit_id, brukare_id) WHERE status = 'foreslagen'`,
    `CREATE INDEX travel_proposal_brukare_idx ON travel_proposal (unit_id, brukare_id, decided_at DESC)`,
  ];
}
