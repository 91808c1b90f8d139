import { Column, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';

/** What every record of a unit has: its id, whose it is, and a version that counts up at every change. */
export abstract class UnitRecord {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ type: 'integer', default: 1 })
  readonly version: number;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  readonly updatedAt: Date;
}

/** A {@link UnitRecord} that the unit itself numbers. */
export abstract class CodedRecord extends UnitRecord {
  @Column({ type: 'text' })
  readonly code: string;
}
