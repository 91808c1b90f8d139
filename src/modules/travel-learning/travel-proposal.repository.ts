import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { SeenRecord, UpdateOutcome } from '../../database/update-versioned.js';
import type { ProposalStatus, ProposedDoor, TravelProposal } from './travel-proposal.js';

const PROPOSAL = `id, brukare_id AS "brukareId", samples, planned_seconds AS "plannedSeconds",
  observed_seconds AS "observedSeconds", difference_seconds AS "differenceSeconds", bands,
  door_minutes_before AS "doorMinutesBefore", proposed_door_minutes AS "doorMinutes", status,
  proposed_at AS "proposedAt", decided_by AS "decidedBy", decided_at AS "decidedAt", version`;

@Injectable()
export class TravelProposalRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  findByStatus(unitId: string, status: ProposalStatus): Promise<readonly TravelProposal[]> {
    return this.database.rows<TravelProposal>(
      `SELECT ${PROPOSAL} FROM travel_proposal WHERE unit_id = $1 AND status = $2
       ORDER BY coalesce(decided_at, proposed_at) DESC, abs(difference_seconds) DESC, id`,
      [unitId, status],
    );
  }

  async findOne(unitId: string, id: string): Promise<TravelProposal | null> {
    const sql = `SELECT ${PROPOSAL} FROM travel_proposal WHERE unit_id = $1 AND id = $2`;
    return (await this.database.rows<TravelProposal>(sql, [unitId, id])).at(0) ?? null;
  }

  /** The open proposal of each address, else the one decided last. */
  findLatest(unitId: string): Promise<readonly TravelProposal[]> {
    return this.database.rows<TravelProposal>(
      `SELECT DISTINCT ON (brukare_id) ${PROPOSAL} FROM travel_proposal WHERE unit_id = $1
       ORDER BY brukare_id, status = 'foreslagen' DESC, decided_at DESC, id`,
      [unitId],
    );
  }

  /** @returns the id of the new proposal */
  async insert(unitId: string, proposed: ProposedDoor): Promise<string> {
    const [row] = await this.database.rows<{ id: string }>(
      `INSERT INTO travel_proposal (unit_id, brukare_id, samples, planned_seconds, observed_seconds, difference_seconds,
         bands, door_minutes_before, proposed_door_minutes)
       VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) RETURNING id`,
      [unitId, proposed.brukareId, ...figuresOf(proposed)],
    );
    return String(row?.id);
  }

  /** New figures of an open proposal. */
  follow(unitId: string, { id, version }: TravelProposal, proposed: ProposedDoor): Promise<UpdateOutcome> {
    return this.updateOpen(
      { unitId, id, version },
      `samples = $4, planned_seconds = $5, observed_seconds = $6, difference_seconds = $7, bands = $8::jsonb,
       door_minutes_before = $9, proposed_door_minutes = $10, proposed_at = now()`,
      figuresOf(proposed),
    );
  }

  /** An open proposal that was never decided leaves nothing behind. */
  async withdraw(unitId: string, { id, version }: TravelProposal): Promise<void> {
    await this.database.affected(
      `DELETE FROM travel_proposal WHERE unit_id = $1 AND id = $2 AND version = $3 AND status = 'foreslagen'`,
      [unitId, id, version],
    );
  }

  decide(seen: SeenRecord, status: 'antagen' | 'avbojd', accountId: string): Promise<UpdateOutcome> {
    return this.updateOpen(seen, 'status = $4, decided_by = $5, decided_at = now()', [status, accountId]);
  }

  /** The condition on the version stands in the UPDATE itself: of two who decide at once one is told. */
  private async updateOpen(seen: SeenRecord, change: string, values: readonly unknown[]): Promise<UpdateOutcome> {
    const { unitId, id, version } = seen;
    const affected = await this.database.affected(
      `UPDATE travel_proposal SET ${change}, version = version + 1
       WHERE unit_id = $1 AND id = $2 AND version = $3 AND status = 'foreslagen'`,
      [unitId, id, version, ...values],
    );
    if (affected === 1) return { kind: 'updated', version: version + 1 };
    const current = await this.findOne(unitId, id);
    return current === null ? { kind: 'missing' } : { kind: 'changed-by-other', currentVersion: current.version };
  }
}

const figuresOf = (proposed: ProposedDoor): readonly unknown[] => [
  proposed.samples,
  proposed.plannedSeconds,
  proposed.observedSeconds,
  proposed.differenceSeconds,
  JSON.stringify(proposed.bands),
  proposed.doorMinutesBefore,
  proposed.doorMinutes,
];
