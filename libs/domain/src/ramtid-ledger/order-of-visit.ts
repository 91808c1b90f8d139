import { isOrderValidOn } from '../ramtid-order/ordered-time.js';
import type { OrderKind } from '../ramtid-order/ramtid-order.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import { localOf } from '../time/civil-time.js';
import { weekdayOf } from '../time/local-date.js';
import type { Weekday } from '../time/units.js';
import { countedTimes, type LedgerVisit, type OrderWithTemplates } from './ledger-visit.js';

/** Of orders that fit a visit equally well, the one of the earlier kind is drawn on. */
const KIND_RANK: Readonly<Record<OrderKind, number>> = {
  hemtjanst: 1,
  tryggt_mottagande: 2,
  avlosning: 3,
  ledsagning: 4,
  larm: 5,
};

/** Farther than any time of the day: nothing is agreed for that weekday. */
const NOTHING_AGREED = 1440;

/**
 * The order a registered visit draws on. The planned visit says so where there is one. Else it is a valid order of the
 * brukare: larm orders for larm and no others, and of several the one with an agreed visit nearest in time of day, because
 * an order may be split between two utförare by their working hours (Tryggt mottagande, domain.md section 4).
 * Null: no order is valid that day.
 *
 * @param orders the orders of the visit's brukare
 */
export function orderOfVisit(visit: LedgerVisit, orders: readonly OrderWithTemplates[]): string | null {
  if (visit.plannedOrderId !== null) return visit.plannedOrderId;
  const { date, secondOfDay } = localOf(countedTimes(visit).startsAt);
  const minute = Math.floor(secondOfDay / 60);
  const ranked = orders
    .filter(({ order }) => isOrderValidOn(order, date) && (order.kind === 'larm') === (visit.kind === 'larm'))
    .map(({ order, templates }) => ({ order, distance: distanceTo(templates, weekdayOf(date), minute) }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        KIND_RANK[a.order.kind] - KIND_RANK[b.order.kind] ||
        (a.order.id < b.order.id ? -1 : 1),
    );
  return ranked[0]?.order.id ?? null;
}

/** Minutes from a time of day to the nearest start window agreed for the weekday; 0 inside one. */
function distanceTo(templates: readonly VisitTemplate[], weekday: Weekday, minute: number): number {
  return Math.min(
    NOTHING_AGREED,
    ...templates
      .filter(({ recurrence }) => recurrence.kind === 'floating' || recurrence.days.includes(weekday))
      .map(({ window }) => Math.max(0, window.earliest - minute, minute - window.latest)),
  );
}
