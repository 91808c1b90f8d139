import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  addedExtraVisitAnswer,
  extraVisitListAnswer,
  extraVisitQuery,
  newDraft,
  newExtraVisit,
  type AddedExtraVisitAnswer,
  type ExtraVisitAnswer,
  type ExtraVisitQuery,
  type NewDraft,
  type NewExtraVisit,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { ExtraVisitsService } from '../visit-demands/extra-visits.service.js';
import { PlanExtraVisitService } from './plan-extra-visit.service.js';
import { extraVisitsFile } from './extra-visits.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';

/** A visit more today: kept, taken up into a draft, and placed there like any other (`places`, then `edits`). */
@ApiTags('Veckoplaner: extra besök')
@Controller('units/:unitId')
@Access({ roles: ['planerare', 'samordnare'] })
export class ExtraVisitsController {
  constructor(
    private readonly extraVisits: ExtraVisitsService,
    private readonly inPlans: PlanExtraVisitService,
  ) {}

  @Get('extra-visits')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(extraVisitListAnswer)
  @ListsAlsoAsFile(extraVisitsFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(extraVisitQuery) { date }: ExtraVisitQuery,
  ): Promise<{ readonly items: readonly ExtraVisitAnswer[] }> {
    return { items: await this.extraVisits.list(caller, unitId, date) };
  }

  @Delete('extra-visits/:extraVisitId')
  @HttpCode(204)
  withdraw(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('extraVisitId') extraVisitId: string,
    @IfMatch() seenVersion: number,
  ): Promise<void> {
    return this.inPlans.withdraw(caller, unitId, extraVisitId, seenVersion);
  }

  @Post('weekly-plans/:planId/extra-visits')
  @Idempotent()
  @ZodAnswer(addedExtraVisitAnswer, 201)
  create(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(newExtraVisit) wish: NewExtraVisit,
  ): Promise<AddedExtraVisitAnswer> {
    return this.inPlans.create(caller, unitId, planId, seenVersion, wish);
  }

  @Post('weekly-plans/:planId/extra-visits/:extraVisitId')
  @Idempotent()
  @ZodAnswer(addedExtraVisitAnswer, 201)
  add(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodParam('extraVisitId') extraVisitId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(newDraft) { own }: NewDraft,
  ): Promise<AddedExtraVisitAnswer> {
    return this.inPlans.add(caller, unitId, planId, seenVersion, { extraVisitId, own });
  }
}
