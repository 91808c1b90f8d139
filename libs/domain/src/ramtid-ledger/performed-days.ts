import { groupBy } from '../group-by.js';
import { localOf } from '../time/civil-time.js';
import type { LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import {
  countedTimes,
  epochMinuteOf,
  type LedgerVisit,
  type OrderWithTemplates,
  type VisitTimes,
} from './ledger-visit.js';
import { orderOfVisit } from './order-of-visit.js';

/** What was performed on an order on one day, in minutes. */
export interface PerformedDay {
  /** Null: the brukare had no valid order. */
  readonly orderId: string | null;
  readonly brukareId: string;
  /** Answered larm of a brukare without an order for it: kept apart from other time without an order. */
  readonly isStrayLarm: boolean;
  /** The day the visits began. */
  readonly onDate: LocalDate;
  /** As registered at the door. */
  readonly registeredMinutes: number;
  /** With adjusted times instead of registered ones: what is paid. */
  readonly performedMinutes: number;
  readonly visits: number;
  readonly adjustedVisits: number;
  /** Visits whose end was never registered: no minutes until somebody corrects them. */
  readonly openVisits: number;
  readonly declinedVisits: number;
  readonly bomVisits: number;
}

/**
 * Registered visits as days of orders. The same registrations give the same days, in whatever order and however often they
 * come. Nobody is in one home twice at once: overlapping registrations of one employee count once. Two employees at once
 * count twice only where the order includes double staffing and the unit counts it so (domain.md section 1).
 */
export function performedDays(
  visits: readonly LedgerVisit[],
  orders: readonly OrderWithTemplates[],
  settings: Pick<UnitSettings, 'doubleStaffingCounts'>,
): readonly PerformedDay[] {
  const ordersOf = groupBy(orders, ({ order }) => order.brukareId);
  const orderById = new Map(orders.map(({ order }) => [order.id, order]));
  const unique = [...new Map(visits.map((visit) => [visit.registrationId, visit])).values()];
  const days = groupBy(
    unique.map((visit) => ({
      visit,
      orderId: orderOfVisit(visit, ordersOf.get(visit.brukareId) ?? []),
      onDate: localOf(countedTimes(visit).startsAt).date,
    })),
    ({ visit, orderId, onDate }) => `${visit.brukareId} ${orderId ?? (visit.kind === 'larm' ? 'larm' : '')} ${onDate}`,
  );
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofDay]) => {
      const first = ofDay[0];
      if (first === undefined) return [];
      const isDouble = first.orderId !== null && orderById.get(first.orderId)?.doubleStaffing === true;
      const countsEach = isDouble && settings.doubleStaffingCounts === 2;
      const { orderId, onDate } = first;
      const isStrayLarm = orderId === null && first.visit.kind === 'larm';
      return [{ orderId, brukareId: first.visit.brukareId, isStrayLarm, onDate, ...sumsOf(ofDay, countsEach) }];
    });
}

function sumsOf(ofDay: readonly { readonly visit: LedgerVisit }[], countsEach: boolean) {
  const all = ofDay.map(({ visit }) => visit);
  const done = all.filter(({ kind }) => kind === 'besok' || kind === 'larm');
  return {
    registeredMinutes: minutesPresent(done, ({ registered }) => registered, countsEach),
    performedMinutes: minutesPresent(done, countedTimes, countsEach),
    visits: done.length,
    adjustedVisits: done.filter(({ adjusted }) => adjusted !== null).length,
    openVisits: done.filter((visit) => countedTimes(visit).endsAt === null).length,
    declinedVisits: all.filter(({ kind }) => kind === 'avbojt').length,
    bomVisits: all.filter(({ kind }) => kind === 'bom').length,
  };
}

/** Minutes in which each employee is there, or at least one. */
function minutesPresent(
  visits: readonly LedgerVisit[],
  timesOf: (visit: LedgerVisit) => VisitTimes,
  countsEach: boolean,
): number {
  const present = groupBy(visits, ({ employeeId }) => (countsEach ? employeeId : ''));
  return [...present.values()].reduce((sum, own) => sum + minutesOfUnion(own.map(timesOf)), 0);
}

function minutesOfUnion(times: readonly VisitTimes[]): number {
  const periods = times
    .flatMap(({ startsAt, endsAt }) =>
      endsAt === null ? [] : [[epochMinuteOf(startsAt), epochMinuteOf(endsAt)] as const],
    )
    .sort(([a], [b]) => a - b);
  let [total, coveredTo] = [0, -Infinity];
  for (const [from, to] of periods) {
    total += Math.max(0, to - Math.max(from, coveredTo));
    coveredTo = Math.max(coveredTo, to);
  }
  return total;
}
