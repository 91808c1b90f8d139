import { Column, Entity } from 'typeorm';
import type { WorkGroup, WorkGroupArea } from '@hemtjanst/domain';
import { CodedRecord } from '../../database/unit-record.entity.js';

@Entity('work_group')
export class WorkGroupEntity extends CodedRecord {
  @Column({ type: 'text' })
  readonly name: string;

  @Column({ name: 'premises_id', type: 'uuid' })
  readonly premisesId: string;

  @Column({ type: 'text' })
  readonly kind: WorkGroup['kind'];

  @Column({ type: 'jsonb', nullable: true })
  readonly area: WorkGroupArea['geometry'] | null;
}
