import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitsModule } from '../units/units.module.js';
import { EmployeeAbsenceEntity } from './employee-absence.entity.js';
import { EmployeeAbsenceRepository } from './employee-absence.repository.js';
import { EmployeeAbsencesService } from './employee-absences.service.js';
import { EmployeeEntity } from './employee.entity.js';
import { EmployeeRepository } from './employee.repository.js';
import { EmployeesController } from './employees.controller.js';
import { EmployeesService } from './employees.service.js';
import { ShiftEntity } from './shift.entity.js';
import { ShiftRepository } from './shift.repository.js';
import { ShiftsController } from './shifts.controller.js';
import { ShiftsService } from './shifts.service.js';

/** Employees, their shifts and absences. */
@Module({
  imports: [UnitsModule, TypeOrmModule.forFeature([EmployeeEntity, ShiftEntity, EmployeeAbsenceEntity])],
  controllers: [EmployeesController, ShiftsController],
  providers: [
    EmployeeRepository,
    ShiftRepository,
    EmployeeAbsenceRepository,
    EmployeesService,
    ShiftsService,
    EmployeeAbsencesService,
  ],
  exports: [EmployeesService, ShiftsService, EmployeeAbsencesService],
})
export class EmployeesModule {}
