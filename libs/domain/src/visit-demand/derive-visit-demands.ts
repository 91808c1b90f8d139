import { compareText, groupBy } from '../group-by.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import { proposeVisitPattern } from '../genomforandeplan/propose-visit-pattern.js';
import { isOrderValidOn } from '../ramtid-order/ordered-time.js';
import type { RamtidOrder } from '../ramtid-order/ramtid-order.js';
import { datesOfWeek } from '../time/iso-week.js';
import type { IsoWeek, LocalDate } from '../time/units.js';
import type { CareUnit } from '../unit/care-unit.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { absencesOfBrukare, type AbsencesOfBrukare } from './absence-of-brukare.js';
import { addedDemand, withAdjustments, type DemandAdjustment } from './demand-adjustment.js';
import { extraDemands } from './extra-visit.js';
import { datesForGappedTemplates, linkGaps } from './gaps.js';
import { placeTemplateInWeek, type TemplateWeek } from './place-template-in-week.js';
import type { DroppedDemand, VisitDemand } from './visit-demand.js';

/** What a week's demands are made of. */
export interface DemandSource {
  readonly unit: Pick<CareUnit, 'brukare' | 'orders' | 'templates' | 'extraVisits' | 'absences'>;
  readonly week: IsoWeek;
  readonly settings: UnitSettings;
  /** Only brukare of these groups; absent: the whole unit. */
  readonly workGroupIds?: readonly string[] | null;
  /** What was decided for this week on top of the templates, so that the ramtid is kept; absent: nothing. */
  readonly adjustments?: readonly DemandAdjustment[];
}

export interface DerivedDemands {
  /** Ordered by order, template and occurrence: the same unit and week always give the same list. */
  readonly demands: readonly VisitDemand[];
  readonly dropped: readonly DroppedDemand[];
}

/**
 * The visits that must be placed in a week: from each order's agreed templates, or from a proposed pattern where none are
 * agreed. Ids do not depend on the order of rows in any file, and stay the same when another visit is dropped.
 */
export function deriveVisitDemands(source: DemandSource): DerivedDemands {
  const dates = datesOfWeek(source.week);
  const absences = absencesOfBrukare(source.unit.absences);
  const orders = ordersToPlan(source, dates);
  const placed = orders.flatMap(({ order, templates }) => placeOrder(order, templates, dates, absences, source));
  const adjustments = source.adjustments ?? [];
  const planned = orders.map(({ order }) => order);
  const extra = extraDemands(source.unit.extraVisits, planned, source.week, absences);
  const agreed = [...withAdjustments(linkGaps(placed), adjustments), ...addedTo(orders, adjustments, source.week)];
  return {
    demands: [...agreed, ...extra.demands],
    dropped: [...placed.flatMap(({ dropped }) => dropped), ...extra.dropped],
  };
}

/** Visits that were added to these orders; one whose template is gone is not demanded any more. */
function addedTo(
  orders: readonly OrderWithTemplates[],
  adjustments: readonly DemandAdjustment[],
  week: IsoWeek,
): readonly VisitDemand[] {
  const ofOrder = new Map(orders.map((one) => [one.order.id, one]));
  return adjustments
    .filter(({ kind }) => kind === 'added')
    .flatMap(({ orderId, templateId, demandId, allowedDates }) => {
      const { order, templates = [] } = ofOrder.get(orderId) ?? {};
      const template = templates.find(({ id }) => id === templateId);
      if (order === undefined || template === undefined) return [];
      const occurrence = Number(demandId.slice(demandId.lastIndexOf(':') + 1));
      return [addedDemand({ template, brukareId: order.brukareId, week }, occurrence, allowedDates)];
    });
}

interface OrderWithTemplates {
  readonly order: RamtidOrder;
  readonly templates: readonly VisitTemplate[];
}

/** Orders that are valid on some day of the week, with what is agreed or else proposed for them. */
function ordersToPlan(
  { unit, settings, workGroupIds }: DemandSource,
  dates: readonly LocalDate[],
): readonly OrderWithTemplates[] {
  const groups = workGroupIds ?? null;
  const planned = new Set(
    unit.brukare.filter(({ workGroupId }) => groups === null || groups.includes(workGroupId)).map(({ id }) => id),
  );
  const agreed = groupBy(unit.templates, ({ orderId }) => orderId);
  return [...unit.orders]
    .filter((order) => planned.has(order.brukareId) && dates.some((date) => isOrderValidOn(order, date)))
    .sort((a, b) => compareText(a.id, b.id))
    .map((order) => ({
      order,
      templates: [...(agreed.get(order.id) ?? proposeVisitPattern(order, settings).templates)].sort((a, b) =>
        compareText(a.id, b.id),
      ),
    }));
}

function placeOrder(
  order: RamtidOrder,
  templates: readonly VisitTemplate[],
  dates: readonly LocalDate[],
  absences: AbsencesOfBrukare,
  { week, settings }: DemandSource,
): readonly TemplateWeek[] {
  const placed = templates.map((template) =>
    placeTemplateInWeek({
      template,
      brukareId: order.brukareId,
      week,
      dates,
      settings,
      isValidOn: (date) => isOrderValidOn(order, date),
      absences: absences.get(order.brukareId) ?? [],
    }),
  );
  return datesForGappedTemplates(placed);
}
