import { ForwardMigration } from '../forward-migration.js';

/** Goals, wishes and contacts of a version, whether somebody has confirmed it, and its follow-ups. */
export class AgreeMoreInGenomforandeplan extends ForwardMigration {
  readonly number = 51;
  readonly title = 'agree-more-in-genomforandeplan';
  readonly statements = [
    // What is there was agreed or confirmed by a person: that is how a version came to be.
    `ALTER TABLE genomforandeplan
      ADD COLUMN status text NOT NULL DEFAULT 'bekraftad' CHECK (status IN ('foreslagen', 'bekraftad')),
      ADD COLUMN confirmed_by uuid REFERENCES account (id),
      ADD COLUMN confirmed_at timestamptz,
      ADD COLUMN wishes text CHECK (length(wishes) BETWEEN 1 AND 500),
      ADD COLUMN kontaktman_id uuid,
      ADD COLUMN fast_omsorgskontakt_status text
        CHECK (fast_omsorgskontakt_status IN ('utsedd', 'avbojd', 'uppenbart-obehovlig', 'erbjuds')),
      ADD COLUMN fast_omsorgskontakt_id uuid,
      ADD COLUMN goals jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(goals) = 'array'),
      ADD COLUMN follow_up_on date,
      ADD CONSTRAINT genomforandeplan_kontaktman_fkey FOREIGN KEY (unit_id, kontaktman_id) REFERENCES employee (unit_id, id),
      ADD CONSTRAINT genomforandeplan_fast_omsorgskontakt_fkey
        FOREIGN KEY (unit_id, fast_omsorgskontakt_id) REFERENCES employee (unit_id, id),
      ADD CONSTRAINT genomforandeplan_fast_omsorgskontakt
        CHECK ((fast_omsorgskontakt_id IS NOT NULL) = (fast_omsorgskontakt_status IS NOT DISTINCT FROM 'utsedd')),
      ADD CONSTRAINT genomforandeplan_confirmed CHECK (status = 'bekraftad' OR confirmed_at IS NULL),
      ADD CONSTRAINT genomforandeplan_follow_up CHECK (follow_up_on > agreed_on)`,

    `CREATE TABLE genomforandeplan_follow_up (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      unit_id uuid NOT NULL,
      order_id uuid NOT NULL,
      genomforandeplan_id uuid NOT NULL,
      followed_up_on date NOT NULL,
      outcome text NOT NULL CHECK (outcome IN ('oforandrad', 'planen-andras', 'omvardnadsrapport')),
      note text CHECK (length(note) BETWEEN 1 AND 200),
      next_follow_up_on date NOT NULL,
      recorded_by uuid NOT NULL REFERENCES account (id),
      recorded_at timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (unit_id, order_id) REFERENCES ramtid_order (unit_id, id),
      FOREIGN KEY (unit_id, genomforandeplan_id) REFERENCES genomforandeplan (unit_id, id),
      CHECK (next_follow_up_on > followed_up_on)
    )`,
    `CREATE INDEX genomforandeplan_follow_up_order_idx ON genomforandeplan_follow_up (order_id, followed_up_on DESC)`,
    `CREATE FUNCTION refuse_follow_up_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a follow-up that was made is append-only' USING ERRCODE = '55000';
      END
    $$`,
    `CREATE TRIGGER genomforandeplan_follow_up_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON genomforandeplan_follow_up
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_follow_up_change()`,
  ];
}
