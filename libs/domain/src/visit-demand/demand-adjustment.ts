import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import type { LocalDate } from '../time/units.js';
import { visitDemandOf, type TemplatePlacement } from './place-template-in-week.js';
import type { VisitDemand } from './visit-demand.js';

/** One change to a week's demands, decided before the search: a visit more, on other days, or not this week. */
export interface DemandAdjustment {
  readonly kind: 'added' | 'moved' | 'leftOut';
  readonly demandId: string;
  readonly templateId: string;
  readonly orderId: string;
  /** The days the visit may have; of a visit that is left out, the days it could have had. */
  readonly allowedDates: readonly LocalDate[];
}

/** An extra visit must never take the place of one that is agreed. */
const EXTRA_PRIORITY = 3;

/** The demand of an added visit: as its template says, on the days it was given. */
export function addedDemand(
  placement: Pick<TemplatePlacement, 'brukareId' | 'week'> & { readonly template: VisitTemplate },
  occurrence: number,
  allowedDates: readonly LocalDate[],
): VisitDemand {
  const demand = visitDemandOf(placement, occurrence, allowedDates, placement.template.window);
  return { ...demand, priority: EXTRA_PRIORITY };
}

/** The demands with what was moved and without what was left out; added visits come from {@link addedDemand}. */
export function withAdjustments(
  demands: readonly VisitDemand[],
  adjustments: readonly DemandAdjustment[],
): readonly VisitDemand[] {
  if (adjustments.length === 0) return demands;
  const byDemand = new Map(adjustments.map((adjustment) => [adjustment.demandId, adjustment]));
  return demands.flatMap((demand) => {
    const adjustment = byDemand.get(demand.id);
    if (adjustment?.kind === 'leftOut') return [];
    return [adjustment?.kind === 'moved' ? { ...demand, allowedDates: adjustment.allowedDates } : demand];
  });
}
