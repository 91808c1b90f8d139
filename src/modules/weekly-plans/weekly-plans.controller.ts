import { Controller, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ledgerAdjustmentListAnswer,
  listFileQuery,
  newPlanningRun,
  planCheckAnswer,
  planCompareQuery,
  planComparisonAnswer,
  plannedVisitListAnswer,
  plannedVisitQuery,
  planningRunAnswer,
  publishRequest,
  strandedVisitListAnswer,
  travelReportAnswer,
  unassignedDemandListAnswer,
  visitPinAnswer,
  visitPinChange,
  weeklyPlanAnswer,
  weeklyPlanPageAnswer,
  weeklyPlanQuery,
  type LedgerAdjustmentAnswer,
  type ListFileQuery,
  type NewPlanningRun,
  type PlanCheckAnswer,
  type PlanCompareQuery,
  type PlanComparisonAnswer,
  type PlannedVisitAnswer,
  type PlannedVisitQuery,
  type PlanningRunAnswer,
  type PublishRequest,
  type StrandedVisitAnswer,
  type TravelReportAnswer,
  type UnassignedDemandAnswer,
  type VisitPinAnswer,
  type VisitPinChange,
  type WeeklyPlanAnswer,
  type WeeklyPlanPageAnswer,
  type WeeklyPlanQuery,
} from '@hemtjanst/contracts';
import type { Response } from 'express';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import {
  ledgerAdjustmentsFile,
  plannedVisitsFile,
  strandedVisitsFile,
  unassignedFile,
  weeklyPlansFile,
} from './weekly-plans.file.js';
import { PublishPlanService } from './publish-plan.service.js';
import { StartPlanService } from './start-plan.service.js';
import { travelReportFile } from './travel-report.file.js';
import { StrandedVisitsService } from './stranded-visits.service.js';
import { TravelReportService } from './travel-report.service.js';
import { WeeklyPlansService } from './weekly-plans.service.js';

@ApiTags('Veckoplaner')
@Controller('units/:unitId/weekly-plans')
export class WeeklyPlansController {
  constructor(
    private readonly startPlan: StartPlanService,
    private readonly weeklyPlans: WeeklyPlansService,
    private readonly publishPlan: PublishPlanService,
    private readonly travelReports: TravelReportService,
    private readonly stranded: StrandedVisitsService,
  ) {}

  /** The run is answered at once; the plan is there when it is done. */
  @Post()
  @HttpCode(202)
  @Access({ roles: ['planerare', 'samordnare'] })
  @Idempotent()
  @ZodAnswer(planningRunAnswer, 202)
  async start(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newPlanningRun) wish: NewPlanningRun,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanningRunAnswer> {
    const run = await this.startPlan.start(caller, unitId, wish);
    response.setHeader('Location', `/api/units/${unitId}/planning-runs/${run.id}`);
    return run;
  }

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(weeklyPlanPageAnswer)
  @ListsAlsoAsFile(weeklyPlansFile)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(weeklyPlanQuery) query: WeeklyPlanQuery,
  ): Promise<WeeklyPlanPageAnswer> {
    return this.weeklyPlans.list(caller, unitId, query);
  }

  @Get(':planId')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(weeklyPlanAnswer)
  get(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
  ): Promise<WeeklyPlanAnswer> {
    return this.weeklyPlans.get(caller, unitId, planId);
  }

  @Get(':planId/visits')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(plannedVisitListAnswer)
  @ListsAlsoAsFile(plannedVisitsFile)
  async listVisits(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(plannedVisitQuery) query: PlannedVisitQuery,
  ): Promise<{ readonly items: readonly PlannedVisitAnswer[] }> {
    return { items: await this.weeklyPlans.listVisits(caller, unitId, planId, query) };
  }

  @Get(':planId/unassigned')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(unassignedDemandListAnswer)
  @ListsAlsoAsFile(unassignedFile)
  async listUnassigned(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<{ readonly items: readonly UnassignedDemandAnswer[] }> {
    return { items: await this.weeklyPlans.listUnassigned(caller, unitId, planId) };
  }

  /** Visits that lie with somebody who was marked absent after the plan was made. */
  @Get(':planId/stranded-visits')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(strandedVisitListAnswer)
  @ListsAlsoAsFile(strandedVisitsFile)
  async listStranded(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<{ readonly items: readonly StrandedVisitAnswer[] }> {
    return { items: await this.stranded.list(caller, unitId, planId) };
  }

  /** Flexible visits that were added, moved or left out so that the ramtid is kept. */
  @Get(':planId/ledger-adjustments')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(ledgerAdjustmentListAnswer)
  @ListsAlsoAsFile(ledgerAdjustmentsFile)
  async listLedgerAdjustments(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<{ readonly items: readonly LedgerAdjustmentAnswer[] }> {
    return { items: await this.weeklyPlans.listLedgerAdjustments(caller, unitId, planId) };
  }

  @Get(':planId/compare')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(planComparisonAnswer)
  compare(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(planCompareQuery) query: PlanCompareQuery,
  ): Promise<PlanComparisonAnswer> {
    return this.weeklyPlans.compare(caller, unitId, planId, query.with);
  }

  @Patch(':planId/visits/:visitId')
  @Access({ roles: ['planerare', 'samordnare'] })
  @ZodAnswer(visitPinAnswer)
  pinVisit(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodParam('visitId') visitId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(visitPinChange) change: VisitPinChange,
  ): Promise<VisitPinAnswer> {
    return this.weeklyPlans.pinVisit(caller, unitId, planId, visitId, seenVersion, change.pinned);
  }

  /** What publishing would say now. */
  @Get(':planId/check')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(planCheckAnswer)
  check(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
  ): Promise<PlanCheckAnswer> {
    return this.publishPlan.check(caller, unitId, planId);
  }

  /** Restidsrapporten: what publishing would say about time and ways, shift by shift. */
  @Get(':planId/travel-report')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(travelReportAnswer)
  @ListsAlsoAsFile(travelReportFile)
  travelReport(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<TravelReportAnswer> {
    return this.travelReports.report(caller, unitId, planId);
  }

  @Post(':planId/publish')
  @HttpCode(200)
  @Access({ roles: ['planerare', 'enhetschef'] })
  @Idempotent()
  @ZodAnswer(weeklyPlanAnswer)
  publish(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(publishRequest) request: PublishRequest,
  ): Promise<WeeklyPlanAnswer> {
    return this.publishPlan.publish(caller, unitId, planId, seenVersion, request.overrideReason);
  }
}
