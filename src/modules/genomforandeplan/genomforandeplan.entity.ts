import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import type { FastOmsorgskontakt, PlanGoal } from './plan-details.js';

/** One agreed version of what an order's visits are; never changed, only replaced. */
@Entity('genomforandeplan')
export class GenomforandeplanEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ type: 'integer' })
  readonly version: number;

  @Column({ name: 'order_id', type: 'uuid' })
  readonly orderId: string;

  @Column({ type: 'text' })
  readonly source: 'avtalad' | 'foreslagen';

  @Column({ name: 'agreed_on', type: 'date' })
  readonly agreedOn: string;

  /** Null: came with a unit folder. */
  @Column({ name: 'made_by', type: 'uuid', nullable: true })
  readonly madeBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  readonly createdAt: Date;

  @Column({ type: 'text' })
  readonly status: 'foreslagen' | 'bekraftad';

  /** Null: not confirmed, or came with a unit folder. */
  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  readonly confirmedBy: string | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  readonly confirmedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  readonly wishes: string | null;

  @Column({ name: 'kontaktman_id', type: 'uuid', nullable: true })
  readonly kontaktmanId: string | null;

  @Column({ name: 'fast_omsorgskontakt_status', type: 'text', nullable: true })
  readonly fastOmsorgskontaktStatus: FastOmsorgskontakt['status'] | null;

  @Column({ name: 'fast_omsorgskontakt_id', type: 'uuid', nullable: true })
  readonly fastOmsorgskontaktId: string | null;

  @Column({ type: 'jsonb' })
  readonly goals: readonly PlanGoal[];

  @Column({ name: 'follow_up_on', type: 'date', nullable: true })
  readonly followUpOn: string | null;

  /** Null: the version that holds now. */
  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true })
  readonly replacedAt: Date | null;
}
