import type { InsatsCode } from '../genomforandeplan/insats.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import type { VisitDemand } from '../visit-demand/visit-demand.js';

/** Left out first to last: cleaning can wait longer than company, company longer than food and medicine. */
const CAN_WAIT: readonly InsatsCode[] = ['stad', 'tvatt', 'promenad', 'social', 'inkop', 'apotek'];

/**
 * May the planner add, move or leave out visits of this template for the ramtid's sake? Only where the day is the planner's
 * to choose, or nobody has agreed on the visit yet; where every insats of it can wait; and where no other visit hangs on it.
 */
export function isFlexibleTemplate(
  template: VisitTemplate,
  ofOrder: readonly VisitTemplate[],
  { flexibleInsatser }: Pick<UnitSettings, 'flexibleInsatser'>,
): boolean {
  return (
    (template.recurrence.kind === 'floating' || template.isProposed) &&
    template.insatser.every((insats) => flexibleInsatser.includes(insats)) &&
    !template.isTimeCritical &&
    template.priority > 1 &&
    template.gap === null &&
    ofOrder.every(({ gap }) => gap?.afterTemplateId !== template.id)
  );
}

/** Visits that can best be done without first: the same list for the same visits, in whatever order they come. */
export const byHowWellItCanWait = (a: VisitDemand, b: VisitDemand): number =>
  b.priority - a.priority ||
  Number(b.isProposed) - Number(a.isProposed) ||
  waitRank(a.insatser) - waitRank(b.insatser) ||
  b.serviceMinutes - a.serviceMinutes ||
  (a.id < b.id ? -1 : 1);

/** Of the insats that can wait the least. */
export function waitRank(insatser: readonly InsatsCode[]): number {
  return Math.max(
    ...insatser.map((insats) => (CAN_WAIT.includes(insats) ? CAN_WAIT.indexOf(insats) : CAN_WAIT.length)),
  );
}
