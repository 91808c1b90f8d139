import { Module } from '@nestjs/common';
import { BrukareModule } from '../brukare/brukare.module.js';
import { EmployeesModule } from '../employees/employees.module.js';
import { GenomforandeplanModule } from '../genomforandeplan/genomforandeplan.module.js';
import { RamtidOrdersModule } from '../ramtid-orders/ramtid-orders.module.js';
import { StaffMeetingsModule } from '../staff-meetings/staff-meetings.module.js';
import { UnitsModule } from '../units/units.module.js';
import { VisitDemandsModule } from '../visit-demands/visit-demands.module.js';
import { UnitExportsController } from './unit-exports.controller.js';
import { UnitExportsService } from './unit-exports.service.js';
import { UnitImportsController } from './unit-imports.controller.js';
import { UnitImportsService } from './unit-imports.service.js';

/** Unit folders in, through the modules that keep their parts. */
@Module({
  imports: [
    UnitsModule,
    EmployeesModule,
    StaffMeetingsModule,
    BrukareModule,
    RamtidOrdersModule,
    GenomforandeplanModule,
    VisitDemandsModule,
  ],
  controllers: [UnitImportsController, UnitExportsController],
  providers: [UnitImportsService, UnitExportsService],
  exports: [UnitImportsService],
})
export class UnitImportsModule {}
