import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  dayReplanningAnswer,
  replanChoice,
  replanQuestion,
  weeklyPlanAnswer,
  type DayReplanningAnswer,
  type ReplanChoice,
  type ReplanQuestion,
  type WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import type { Request, Response } from 'express';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam } from '../../http/contract.js';
import { EventStreams } from '../../http/event-streams.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { Produces } from '../../http/produces.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { DayReplanningsService } from './day-replannings.service.js';

/** The sick morning: the rest of a day planned anew, watched and stopped, and one of the ways opened as a draft. */
@ApiTags('Veckoplaner: planera om dagen')
@Controller('units/:unitId/weekly-plans/:planId/day-replannings')
@Access({ roles: ['planerare', 'samordnare'] })
export class DayReplanningsController {
  constructor(
    private readonly days: DayReplanningsService,
    private readonly streams: EventStreams,
  ) {}

  /** Asks for ways to plan the day anew; changes nothing. The same question while it is worked on is one calculation. */
  @Post()
  @HttpCode(202)
  @Idempotent()
  @ZodAnswer(dayReplanningAnswer, 202)
  ask(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodBody(replanQuestion) question: ReplanQuestion,
  ): Promise<DayReplanningAnswer> {
    return this.days.ask(caller, unitId, planId, question);
  }

  @Get(':runId')
  @ZodAnswer(dayReplanningAnswer)
  get(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodParam('runId') runId: string,
  ): Promise<DayReplanningAnswer> {
    return this.days.get(caller, unitId, planId, runId);
  }

  @Get(':runId/progress')
  @Produces('text/event-stream')
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'Server-sent events: läget vid varje ändring, tills beräkningen är slut; förslagen hämtas' })
  async watch(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodParam('runId') runId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const events = await this.days.watch(caller, unitId, planId, runId);
    this.streams.open(request, response, { events, knows: (id) => this.days.knowsEvent(id) });
  }

  /** Cancelling twice has the effect of once: the second is told that the calculation has ended. */
  @Post(':runId/cancel')
  @HttpCode(202)
  @ZodAnswer(dayReplanningAnswer, 202)
  cancel(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodParam('runId') runId: string,
  ): Promise<DayReplanningAnswer> {
    return this.days.cancel(caller, unitId, planId, runId);
  }

  @Post(':runId/accept')
  @Idempotent()
  @ZodAnswer(weeklyPlanAnswer, 201)
  accept(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodParam('runId') runId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(replanChoice) choice: ReplanChoice,
  ): Promise<WeeklyPlanAnswer> {
    return this.days.accept(caller, { unitId, planId, runId }, seenVersion, choice);
  }
}
