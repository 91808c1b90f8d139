import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  editStepListAnswer,
  explanationAnswer,
  movePriceAnswer,
  moveQuestion,
  newDraft,
  placeQuestion,
  placesAnswer,
  planEdit,
  planEditAnswer,
  waysOutAnswer,
  weeklyPlanAnswer,
  type EditStepAnswer,
  type ExplanationAnswer,
  type MovePriceAnswer,
  type MoveQuestion,
  type NewDraft,
  type PlaceQuestion,
  type PlacesAnswer,
  type PlanEdit,
  type PlanEditAnswer,
  type WaysOutAnswer,
  type WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { DraftPlansService } from './draft-plans.service.js';
import { EditPlanService } from './edit-plan.service.js';
import { PricePlanService } from './price-plan.service.js';
import { editStepsFile } from './edit-steps.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { listFileQuery, type ListFileQuery } from '@hemtjanst/contracts';

/** A draft of a week, edited by hand: what an edit would cost, the edit, and the way back. */
@ApiTags('Veckoplaner: ändra för hand')
@Controller('units/:unitId/weekly-plans/:planId')
@Access({ roles: ['planerare', 'samordnare'] })
export class PlanEditingController {
  constructor(
    private readonly drafts: DraftPlansService,
    private readonly edits: EditPlanService,
    private readonly prices: PricePlanService,
  ) {}

  @Post('drafts')
  @Idempotent()
  @ZodAnswer(weeklyPlanAnswer, 201)
  createDraft(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodBody(newDraft) { own }: NewDraft,
  ): Promise<WeeklyPlanAnswer> {
    return this.drafts.create(caller, unitId, planId, own);
  }

  @Post('edits')
  @ZodAnswer(planEditAnswer, 201)
  edit(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(planEdit) edit: PlanEdit,
  ): Promise<PlanEditAnswer> {
    return this.edits.edit(caller, unitId, planId, seenVersion, edit);
  }

  @Get('edits')
  @ZodAnswer(editStepListAnswer)
  @ListsAlsoAsFile(editStepsFile)
  async listSteps(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<{ readonly items: readonly EditStepAnswer[] }> {
    return { items: await this.edits.listSteps(caller, unitId, planId) };
  }

  @Post('undo')
  @HttpCode(200)
  @ZodAnswer(planEditAnswer)
  undo(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @IfMatch() seenVersion: number,
  ): Promise<PlanEditAnswer> {
    return this.edits.undo(caller, unitId, planId, seenVersion);
  }

  @Post('redo')
  @HttpCode(200)
  @ZodAnswer(planEditAnswer)
  redo(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @IfMatch() seenVersion: number,
  ): Promise<PlanEditAnswer> {
    return this.edits.redo(caller, unitId, planId, seenVersion);
  }

  /** Asks what one drop would cost; changes nothing. */
  @Post('price-move')
  @HttpCode(200)
  @ZodAnswer(movePriceAnswer)
  priceMove(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodBody(moveQuestion) question: MoveQuestion,
  ): Promise<MovePriceAnswer> {
    return this.prices.priceMove(caller, unitId, planId, question);
  }

  @Post('places')
  @HttpCode(200)
  @ZodAnswer(placesAnswer)
  listPlaces(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodBody(placeQuestion) question: PlaceQuestion,
  ): Promise<PlacesAnswer> {
    return this.prices.listPlaces(caller, unitId, planId, question);
  }

  @Post('explain')
  @HttpCode(200)
  @ZodAnswer(explanationAnswer)
  explain(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodBody(placeQuestion) question: PlaceQuestion,
  ): Promise<ExplanationAnswer> {
    return this.prices.explain(caller, unitId, planId, question);
  }

  @Post('ways-out')
  @HttpCode(200)
  @ZodAnswer(waysOutAnswer)
  listWaysOut(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodBody(placeQuestion) question: PlaceQuestion,
  ): Promise<WaysOutAnswer> {
    return this.prices.listWaysOut(caller, unitId, planId, question);
  }
}
