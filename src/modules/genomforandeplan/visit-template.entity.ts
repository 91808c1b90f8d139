import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { InsatsCode, Priority, Weekday } from '@hemtjanst/domain';

@Entity('visit_template')
export class VisitTemplateEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'genomforandeplan_id', type: 'uuid' })
  readonly genomforandeplanId: string;

  @Column({ name: 'is_current', type: 'boolean', default: true })
  readonly isCurrent: boolean;

  @Column({ type: 'text' })
  readonly code: string;

  /** Place in the plan, from 0. */
  @Column({ type: 'smallint' })
  readonly position: number;

  @Column({ type: 'text', array: true })
  readonly insatser: readonly InsatsCode[];

  /** Fixed days; null where the visit floats. */
  @Column({ type: 'smallint', array: true, nullable: true })
  readonly weekdays: readonly Weekday[] | null;

  @Column({ type: 'smallint', nullable: true })
  readonly times: number | null;

  @Column({ name: 'every_weeks', type: 'smallint', nullable: true })
  readonly everyWeeks: number | null;

  @Column({ name: 'earliest_minute', type: 'smallint' })
  readonly earliestMinute: number;

  @Column({ name: 'latest_minute', type: 'smallint' })
  readonly latestMinute: number;

  @Column({ name: 'service_minutes', type: 'smallint' })
  readonly serviceMinutes: number;

  @Column({ name: 'helper_minutes', type: 'smallint', nullable: true })
  readonly helperMinutes: number | null;

  @Column({ name: 'helper_earliest', type: 'smallint', nullable: true })
  readonly helperEarliest: number | null;

  @Column({ name: 'helper_latest', type: 'smallint', nullable: true })
  readonly helperLatest: number | null;

  @Column({ type: 'text', array: true })
  readonly competences: readonly string[];

  @Column({ type: 'smallint' })
  readonly priority: Priority;

  @Column({ name: 'is_time_critical', type: 'boolean' })
  readonly isTimeCritical: boolean;

  @Column({ name: 'after_code', type: 'text', nullable: true })
  readonly afterCode: string | null;

  @Column({ name: 'gap_min_minutes', type: 'smallint', nullable: true })
  readonly gapMinMinutes: number | null;

  @Column({ name: 'gap_max_minutes', type: 'smallint', nullable: true })
  readonly gapMaxMinutes: number | null;

  @Column({ name: 'min_days_between', type: 'smallint' })
  readonly minDaysBetween: number;

  @Column({ name: 'is_proposed', type: 'boolean' })
  readonly isProposed: boolean;
}
