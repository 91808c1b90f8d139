import { Column, Entity } from 'typeorm';
import { AbsenceRecord } from '../../database/absence-record.entity.js';

@Entity('employee_absence')
export class EmployeeAbsenceEntity extends AbsenceRecord {
  @Column({ name: 'employee_id', type: 'uuid' })
  readonly employeeId: string;
}
