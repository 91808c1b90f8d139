import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

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

  /** Null: the version that holds now. */
  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true })
  readonly replacedAt: Date | null;
}
