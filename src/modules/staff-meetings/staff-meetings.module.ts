import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { UnitsModule } from '../units/units.module.js';
import { StaffMeetingEntity } from './staff-meeting.entity.js';
import { StaffMeetingRepository } from './staff-meeting.repository.js';
import { StaffMeetingsController } from './staff-meetings.controller.js';
import { StaffMeetingsService } from './staff-meetings.service.js';

/** When the staff meet: planned around, and counted as meetings in the report. */
@Module({
  imports: [AuditLogModule, UnitsModule, TypeOrmModule.forFeature([StaffMeetingEntity])],
  controllers: [StaffMeetingsController],
  providers: [StaffMeetingRepository, StaffMeetingsService],
  exports: [StaffMeetingsService],
})
export class StaffMeetingsModule {}
