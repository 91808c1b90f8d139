import { Column, Entity } from 'typeorm';
import type { Gender, KeyKind, Pet } from '@hemtjanst/domain';
import { CodedRecord } from '../../database/unit-record.entity.js';

@Entity('brukare')
export class BrukareEntity extends CodedRecord {
  @Column({ type: 'text' })
  readonly name: string;

  @Column({ name: 'birth_year', type: 'smallint' })
  readonly birthYear: number;

  @Column({ type: 'text', nullable: true })
  readonly gender: Gender | null;

  @Column({ type: 'text' })
  readonly address: string;

  @Column({ type: 'double precision', nullable: true })
  readonly lat: number | null;

  @Column({ type: 'double precision', nullable: true })
  readonly lon: number | null;

  @Column({ name: 'work_group_id', type: 'uuid' })
  readonly workGroupId: string;

  @Column({ name: 'kontaktman_id', type: 'uuid', nullable: true })
  readonly kontaktmanId: string | null;

  @Column({ name: 'fast_omsorgskontakt_id', type: 'uuid', nullable: true })
  readonly fastOmsorgskontaktId: string | null;

  @Column({ name: 'key_kind', type: 'text' })
  readonly keyKind: KeyKind;

  @Column({ type: 'smallint' })
  readonly floor: number;

  @Column({ name: 'has_lift', type: 'boolean' })
  readonly hasLift: boolean;

  @Column({ name: 'door_minutes', type: 'smallint', nullable: true })
  readonly doorMinutes: number | null;

  @Column({ name: 'is_protected', type: 'boolean' })
  readonly isProtected: boolean;

  @Column({ name: 'wished_gender', type: 'text', nullable: true })
  readonly wishedGender: Gender | null;

  @Column({ type: 'text', array: true })
  readonly pets: readonly Pet[];

  @Column({ name: 'is_smoker', type: 'boolean' })
  readonly isSmoker: boolean;

  @Column({ type: 'text', nullable: true })
  readonly language: string | null;
}
