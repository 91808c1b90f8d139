import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('unit')
export class UnitEntity {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'text' })
  readonly code: string;

  @Column({ type: 'text' })
  readonly name: string;

  /** Only what differs from the defaults of the domain. */
  @Column({ type: 'jsonb', default: {} })
  readonly settings: Readonly<Record<string, unknown>>;

  @Column({ name: 'settings_version', type: 'integer', default: 1 })
  readonly settingsVersion: number;

  @Column({ name: 'time_zone', type: 'text', default: 'Europe/Stockholm' })
  readonly timeZone: string;
}
