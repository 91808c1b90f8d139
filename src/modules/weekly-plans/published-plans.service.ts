import { Injectable } from '@nestjs/common';
import { PublishedPlansRepository } from './published-plans.repository.js';
import type { PublishedVisit, RouteOfPlan, RouteQuestion } from './published-visit.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';

/** What the later stages of the flow (day routes, visit lists, registered times, reports) may ask about plans. */
@Injectable()
export class PublishedPlansService {
  constructor(
    private readonly published: PublishedPlansRepository,
    private readonly plans: WeeklyPlanRepository,
  ) {}

  /** A visit of a plan that is or was published in one of the units; null: none. */
  findVisit(unitIds: readonly string[], visitId: string): Promise<PublishedVisit | null> {
    return this.published.findVisit(unitIds, visitId);
  }

  /** Published visits of the days `from`–`to`, both included, in order of time. */
  findVisits(unitId: string, from: string, to: string, workGroupId: string | null): Promise<readonly PublishedVisit[]> {
    return this.published.findVisits(unitId, from, to, workGroupId);
  }

  findVisitsByIds(visitIds: readonly string[]): Promise<readonly PublishedVisit[]> {
    return this.published.findVisitsByIds(visitIds);
  }

  /** Routes of the published plans, or of one plan of any status. */
  findRoutes(question: RouteQuestion): Promise<readonly RouteOfPlan[]> {
    return this.published.findRoutes(question);
  }

  async hasPlan(unitId: string, planId: string): Promise<boolean> {
    return (await this.plans.findInUnit(unitId, planId)) !== null;
  }
}
