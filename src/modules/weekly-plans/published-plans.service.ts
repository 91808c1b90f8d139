import { Injectable } from '@nestjs/common';
import { datesBetween, instantOfDate, localDate, localOf, weekOf } from '@hemtjanst/domain';
import { PublishedPlansRepository } from './published-plans.repository.js';
import type { PublishedVisit, RouteOfPlan, RouteQuestion } from './published-visit.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';

interface TimeAtBrukare {
  readonly brukareId: string;
  readonly startsAt: Date;
}

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

  /** Tells of a time at a brukare whether a published plan covers it; asked once for the days `from`–`to`. */
  async findPlannedDays(unitId: string, from: string, to: string): Promise<(time: TimeAtBrukare) => boolean> {
    const weeks = [...new Set(datesBetween(localDate(from), localDate(to)).map(weekOf))];
    const covered = await this.published.findCoveredWeeks(unitId, weeks);
    const isCovered = new Set(covered.map(({ brukareId, week }) => `${brukareId} ${week}`));
    return ({ brukareId, startsAt }) => isCovered.has(`${brukareId} ${weekOf(localOf(instantOfDate(startsAt)).date)}`);
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
