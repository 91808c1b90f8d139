import { Column, Entity } from 'typeorm';
import type { StaffMeetingKind } from '@hemtjanst/domain';
import { CodedRecord } from '../../database/unit-record.entity.js';

@Entity('staff_meeting')
export class StaffMeetingEntity extends CodedRecord {
  @Column({ type: 'text' })
  readonly kind: StaffMeetingKind;

  @Column({ name: 'work_group_id', type: 'uuid', nullable: true })
  readonly workGroupId: string | null;

  @Column({ name: 'on_date', type: 'date' })
  readonly onDate: string;

  @Column({ name: 'starts_minute', type: 'smallint' })
  readonly startsMinute: number;

  @Column({ name: 'ends_minute', type: 'smallint' })
  readonly endsMinute: number;
}
