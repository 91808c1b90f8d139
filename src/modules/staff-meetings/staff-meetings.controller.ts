import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  newStaffMeeting,
  staffMeetingAnswer,
  staffMeetingListAnswer,
  staffMeetingQuery,
  type NewStaffMeeting,
  type StaffMeetingAnswer,
  type StaffMeetingQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { staffMeetingsFile } from './staff-meetings.file.js';
import { StaffMeetingsService } from './staff-meetings.service.js';

@ApiTags('Effektivitet')
@Controller('units/:unitId/staff-meetings')
export class StaffMeetingsController {
  constructor(private readonly meetings: StaffMeetingsService) {}

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(staffMeetingListAnswer)
  @ListsAlsoAsFile(staffMeetingsFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(staffMeetingQuery) query: StaffMeetingQuery,
  ): Promise<{ readonly items: readonly StaffMeetingAnswer[] }> {
    return { items: await this.meetings.list(caller, unitId, query) };
  }

  @Post()
  @Access({ roles: ['samordnare', 'enhetschef'] })
  @Idempotent()
  @ZodAnswer(staffMeetingAnswer, 201)
  add(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newStaffMeeting) meeting: NewStaffMeeting,
  ): Promise<StaffMeetingAnswer> {
    return this.meetings.add(caller, unitId, meeting);
  }

  @Delete(':meetingId')
  @HttpCode(204)
  @Access({ roles: ['samordnare', 'enhetschef'] })
  remove(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('meetingId') meetingId: string,
  ): Promise<void> {
    return this.meetings.remove(caller, unitId, meetingId);
  }
}
