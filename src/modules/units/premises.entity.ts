import { Column, Entity } from 'typeorm';
import { CodedRecord } from '../../database/unit-record.entity.js';

@Entity('premises')
export class PremisesEntity extends CodedRecord {
  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'text', nullable: true })
  readonly address: string | null;

  @Column({ type: 'double precision' })
  readonly lat: number;

  @Column({ type: 'double precision' })
  readonly lon: number;
}
