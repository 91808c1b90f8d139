import { Column } from 'typeorm';
import { UnitRecord } from './unit-record.entity.js';

/** Somebody is away in a half-open interval of local time. */
export abstract class AbsenceRecord extends UnitRecord {
  @Column({ name: 'from_date', type: 'date' })
  readonly fromDate: string;

  @Column({ name: 'from_minute', type: 'smallint' })
  readonly fromMinute: number;

  @Column({ name: 'to_date', type: 'date' })
  readonly toDate: string;

  @Column({ name: 'to_minute', type: 'smallint' })
  readonly toMinute: number;

  @Column({ type: 'text', nullable: true })
  readonly reason: string | null;
}
