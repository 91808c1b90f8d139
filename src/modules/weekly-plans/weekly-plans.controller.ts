import { Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  planCompareQuery,
  planComparisonAnswer,
  plannedVisitListAnswer,
  plannedVisitQuery,
  unassignedDemandListAnswer,
  visitPinAnswer,
  visitPinChange,
  weeklyPlanAnswer,
  weeklyPlanPageAnswer,
  weeklyPlanQuery,
  type PlanCompareQuery,
  type PlanComparisonAnswer,
  type PlannedVisitAnswer,
  type PlannedVisitQuery,
  type UnassignedDemandAnswer,
  type VisitPinAnswer,
  type VisitPinChange,
  type WeeklyPlanAnswer,
  type WeeklyPlanPageAnswer,
  type WeeklyPlanQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { IfMatch } from '../../http/version.js';
import { WeeklyPlansService } from './weekly-plans.service.js';

@ApiTags('Veckoplaner')
@Controller('units/:unitId/weekly-plans')
export class WeeklyPlansController {
  constructor(private readonly weeklyPlans: WeeklyPlansService) {}

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(weeklyPlanPageAnswer)
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
  async listUnassigned(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
  ): Promise<{ readonly items: readonly UnassignedDemandAnswer[] }> {
    return { items: await this.weeklyPlans.listUnassigned(caller, unitId, planId) };
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
}
