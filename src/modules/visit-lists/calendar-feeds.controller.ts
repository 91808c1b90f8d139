import { Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  calendarFeedAnswer,
  calendarFeedState,
  calendarSecret,
  ownCalendarQuery,
  type CalendarFeedAnswer,
  type CalendarFeedState,
  type OwnCalendarQuery,
} from '@hemtjanst/contracts';
import { Access, Public } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { Produces } from '../../http/produces.interceptor.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

@ApiTags('Besökslistor')
@Controller()
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Get('visit-lists/mine/calendar')
  @Access({ roles: ['omsorgspersonal'] })
  @Produces('text/calendar')
  @Header('Content-Disposition', 'attachment; filename="arbetspass.ics"')
  download(@CurrentCaller() caller: Caller, @ZodQuery(ownCalendarQuery) query: OwnCalendarQuery): Promise<string> {
    return this.feeds.download(caller, query);
  }

  @Get('visit-lists/mine/calendar-feed')
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(calendarFeedState)
  state(@CurrentCaller() caller: Caller): Promise<CalendarFeedState> {
    return this.feeds.state(caller);
  }

  /** A repeat makes another secret rather than giving the same: the answer is kept nowhere. */
  @Post('visit-lists/mine/calendar-feed')
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(calendarFeedAnswer, 201)
  open(@CurrentCaller() caller: Caller): Promise<CalendarFeedAnswer> {
    return this.feeds.open(caller);
  }

  @Delete('visit-lists/mine/calendar-feed')
  @HttpCode(204)
  @Access({ roles: ['omsorgspersonal'] })
  revoke(@CurrentCaller() caller: Caller): Promise<void> {
    return this.feeds.revoke(caller);
  }

  /** Calendar programs cannot log in: the secret in the address is the key, and it opens nothing but these times. */
  @Get('calendar-feeds/:secret')
  @Public()
  @Produces('text/calendar')
  @Header('Cache-Control', 'private, no-store')
  read(@ZodParam('secret', calendarSecret) secret: string): Promise<string> {
    return this.feeds.read(secret);
  }
}
