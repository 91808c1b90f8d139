import { Column, Entity } from 'typeorm';
import { AbsenceRecord } from '../../database/absence-record.entity.js';

@Entity('brukare_absence')
export class BrukareAbsenceEntity extends AbsenceRecord {
  @Column({ name: 'brukare_id', type: 'uuid' })
  readonly brukareId: string;
}
