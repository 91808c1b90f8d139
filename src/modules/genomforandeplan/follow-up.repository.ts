import { Injectable } from '@nestjs/common';
import type { NewFollowUp } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';

/** A follow-up as it was made, with the version it was about. */
export interface KeptFollowUp {
  readonly id: string;
  readonly orderId: string;
  readonly version: number;
  readonly followedUpOn: string;
  readonly outcome: NewFollowUp['outcome'];
  readonly note: string | null;
  readonly nextFollowUpOn: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export interface FollowUpToKeep extends Omit<KeptFollowUp, 'id' | 'version' | 'recordedAt'> {
  readonly genomforandeplanId: string;
}

@Injectable()
export class FollowUpRepository {
  constructor(private readonly database: Database) {}

  async insert(unitId: string, followUp: FollowUpToKeep): Promise<void> {
    await this.database.rows(
      `INSERT INTO genomforandeplan_follow_up (unit_id, order_id, genomforandeplan_id, followed_up_on, outcome, note,
         next_follow_up_on, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        unitId,
        followUp.orderId,
        followUp.genomforandeplanId,
        followUp.followedUpOn,
        followUp.outcome,
        followUp.note,
        followUp.nextFollowUpOn,
        followUp.recordedBy,
      ],
    );
  }

  /** Of these orders, the latest first. */
  findOfOrders(unitId: string, orderIds: readonly string[]): Promise<readonly KeptFollowUp[]> {
    return this.database.rows<KeptFollowUp>(
      `SELECT follow_up.id, follow_up.order_id AS "orderId", plan.version, followed_up_on AS "followedUpOn", outcome, note,
         next_follow_up_on AS "nextFollowUpOn", recorded_by AS "recordedBy", recorded_at AS "recordedAt"
       FROM genomforandeplan_follow_up follow_up JOIN genomforandeplan plan ON plan.id = follow_up.genomforandeplan_id
       WHERE follow_up.unit_id = $1 AND follow_up.order_id = ANY ($2)
       ORDER BY followed_up_on DESC, recorded_at DESC, follow_up.id`,
      [unitId, orderIds],
    );
  }
}
