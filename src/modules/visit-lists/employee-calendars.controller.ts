import { Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  calendarFeedAnswer,
  calendarFeedState,
  ownCalendarQuery,
  type CalendarFeedAnswer,
  type CalendarFeedState,
  type OwnCalendarQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { Produces } from '../../http/produces.interceptor.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

/** The same calendar from the office's side: handed out to who cannot fetch it, and closed when a phone is lost. */
@ApiTags('Besökslistor')
@Controller('units/:unitId/employees/:employeeId')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
export class EmployeeCalendarsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Get('calendar')
  @Produces('text/calendar')
  @Header('Content-Disposition', 'attachment; filename="arbetspass.ics"')
  download(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('employeeId') employeeId: string,
    @ZodQuery(ownCalendarQuery) query: OwnCalendarQuery,
  ): Promise<string> {
    return this.feeds.downloadFor(caller, { unitId, employeeId }, query);
  }

  @Get('calendar-feed')
  @ZodAnswer(calendarFeedState)
  state(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('employeeId') employeeId: string,
  ): Promise<CalendarFeedState> {
    return this.feeds.stateFor(caller, { unitId, employeeId });
  }

  /** A repeat makes another secret rather than giving the same: the answer is kept nowhere. */
  @Post('calendar-feed')
  @ZodAnswer(calendarFeedAnswer, 201)
  open(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('employeeId') employeeId: string,
  ): Promise<CalendarFeedAnswer> {
    return this.feeds.openFor(caller, { unitId, employeeId });
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  revoke(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('employeeId') employeeId: string,
  ): Promise<void> {
    return this.feeds.revokeFor(caller, { unitId, employeeId });
  }
}
