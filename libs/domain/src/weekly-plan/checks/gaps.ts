import type { Violation } from '../../violation.js';
import { epochOf, type PlanIndex } from './plan-index.js';
import { atVisit } from './violation-at.js';

/** From the end of the earlier visit to the start of the later one; either may be unassigned, then nothing is bound. */
export function checkGaps({ plan, demandById }: PlanIndex): readonly Violation[] {
  const visitByDemand = new Map(plan.visits.map((visit) => [visit.demandId, visit]));
  return plan.visits.flatMap((visit) => {
    const gap = demandById.get(visit.demandId)?.gap ?? null;
    const before = gap === null ? undefined : visitByDemand.get(gap.afterDemandId);
    if (gap === null || before === undefined) return [];
    const between = epochOf(visit.startsAt) - epochOf(before.endsAt);
    const minutesBetween = Math.floor(between / 60);
    if (between < gap.minMinutes * 60) {
      const text = `Det går ${minutesBetween} min efter föregående besök, minst ${gap.minMinutes} min är avtalat.`;
      return [atVisit(visit, { rule: 'gap-too-short', amount: gap.minMinutes * 60 - between, text })];
    }
    if (gap.maxMinutes !== null && between > gap.maxMinutes * 60) {
      const text = `Det går ${minutesBetween} min efter föregående besök, högst ${gap.maxMinutes} min är avtalat.`;
      return [atVisit(visit, { rule: 'gap-too-long', amount: between - gap.maxMinutes * 60, text })];
    }
    return [];
  });
}
