import { Column, Entity } from 'typeorm';
import type { Employee, Gender, TravelMode } from '@hemtjanst/domain';
import { CodedRecord } from '../../database/unit-record.entity.js';

@Entity('employee')
export class EmployeeEntity extends CodedRecord {
  @Column({ type: 'text' })
  readonly name: string;

  @Column({ name: 'work_group_id', type: 'uuid' })
  readonly workGroupId: string;

  @Column({ type: 'text' })
  readonly title: Employee['title'];

  @Column({ type: 'text' })
  readonly employment: Employee['employment'];

  @Column({ name: 'employment_rate', type: 'double precision', nullable: true })
  readonly employmentRate: number | null;

  @Column({ type: 'text', array: true })
  readonly competences: readonly string[];

  @Column({ type: 'text' })
  readonly mode: TravelMode;

  @Column({ type: 'text', nullable: true })
  readonly gender: Gender | null;

  @Column({ type: 'text', array: true })
  readonly languages: readonly string[];

  @Column({ name: 'tolerates_dogs', type: 'boolean' })
  readonly toleratesDogs: boolean;

  @Column({ name: 'tolerates_cats', type: 'boolean' })
  readonly toleratesCats: boolean;

  @Column({ name: 'tolerates_smoke', type: 'boolean' })
  readonly toleratesSmoke: boolean;
}
