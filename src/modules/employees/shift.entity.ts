import { Column, Entity } from 'typeorm';
import type { TravelMode } from '@hemtjanst/domain';
import { CodedRecord } from '../../database/unit-record.entity.js';

@Entity('shift')
export class ShiftEntity extends CodedRecord {
  @Column({ name: 'employee_id', type: 'uuid' })
  readonly employeeId: string;

  @Column({ name: 'on_date', type: 'date' })
  readonly onDate: string;

  @Column({ name: 'starts_minute', type: 'smallint' })
  readonly startsMinute: number;

  @Column({ name: 'ends_minute', type: 'smallint' })
  readonly endsMinute: number;

  @Column({ name: 'break_minutes', type: 'smallint' })
  readonly breakMinutes: number;

  @Column({ name: 'premises_id', type: 'uuid' })
  readonly premisesId: string;

  @Column({ type: 'text' })
  readonly mode: TravelMode;

  @Column({ name: 'work_group_id', type: 'uuid' })
  readonly workGroupId: string;

  @Column({ name: 'is_larmansvarig', type: 'boolean' })
  readonly isLarmansvarig: boolean;
}
