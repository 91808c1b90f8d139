import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  replanAnswer,
  replanChoice,
  replanQuestion,
  weeklyPlanAnswer,
  type ReplanAnswer,
  type ReplanChoice,
  type ReplanQuestion,
  type WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { ReplanDayService } from './replan-day.service.js';

/** The sick morning: the rest of a day planned anew, and one of the ways opened as a draft. */
@ApiTags('Veckoplaner: planera om dagen')
@Controller('units/:unitId/weekly-plans/:planId/replan-day')
@Access({ roles: ['planerare', 'samordnare'] })
export class ReplanDayController {
  constructor(private readonly days: ReplanDayService) {}

  /** Asks for ways to plan the day anew; changes nothing. Takes some seconds. */
  @Post()
  @HttpCode(200)
  @ZodAnswer(replanAnswer)
  ask(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodBody(replanQuestion) question: ReplanQuestion,
  ): Promise<ReplanAnswer> {
    return this.days.ask(caller, unitId, planId, question);
  }

  @Post('accept')
  @Idempotent()
  @ZodAnswer(weeklyPlanAnswer, 201)
  accept(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(replanChoice) choice: ReplanChoice,
  ): Promise<WeeklyPlanAnswer> {
    return this.days.accept(caller, unitId, planId, seenVersion, choice);
  }
}
