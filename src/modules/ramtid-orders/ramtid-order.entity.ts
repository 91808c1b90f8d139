import { Column, Entity } from 'typeorm';
import type { InsatsCode, OrderKind } from '@hemtjanst/domain';
import { CodedRecord } from '../../database/unit-record.entity.js';

@Entity('ramtid_order')
export class RamtidOrderEntity extends CodedRecord {
  @Column({ name: 'brukare_id', type: 'uuid' })
  readonly brukareId: string;

  @Column({ name: 'from_date', type: 'date' })
  readonly fromDate: string;

  @Column({ name: 'to_date', type: 'date', nullable: true })
  readonly toDate: string | null;

  @Column({ name: 'hours_per_month', type: 'double precision' })
  readonly hoursPerMonth: number;

  @Column({ type: 'text' })
  readonly kind: OrderKind;

  @Column({ type: 'text', array: true })
  readonly insatser: readonly InsatsCode[];

  @Column({ name: 'double_staffing', type: 'boolean' })
  readonly doubleStaffing: boolean;

  @Column({ type: 'text', nullable: true })
  readonly goal: string | null;

  @Column({ name: 'received_on', type: 'date', nullable: true })
  readonly receivedOn: string | null;
}
