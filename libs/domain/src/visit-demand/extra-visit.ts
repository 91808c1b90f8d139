import type { InsatsCode } from '../genomforandeplan/insats.js';
import type { HelperVisit, StartWindow } from '../genomforandeplan/visit-template.js';
import { isOrderValidOn } from '../ramtid-order/ordered-time.js';
import type { RamtidOrder } from '../ramtid-order/ramtid-order.js';
import { weekOf } from '../time/iso-week.js';
import type { IsoWeek, LocalDate, Minutes } from '../time/units.js';
import { windowAtHome, type AbsencesOfBrukare } from './absence-of-brukare.js';
import type { DroppedDemand, VisitDemand } from './visit-demand.js';

/** A visit of one day that no genomförandeplan calls for: somebody asked for it that day. It draws on its order's ramtid. */
export interface ExtraVisit {
  readonly id: string;
  readonly orderId: string;
  readonly onDate: LocalDate;
  readonly window: StartWindow;
  readonly serviceMinutes: Minutes;
  /** Null: one employee. */
  readonly helper: HelperVisit | null;
  readonly insatser: readonly InsatsCode[];
  readonly competences: readonly string[];
  readonly isTimeCritical: boolean;
}

const MARK = 'extra-';

/** Is the demand an extra visit's, by its id? */
export const isExtraDemand = (demandId: string): boolean => demandId.startsWith(MARK);

/** The id of the one demand an extra visit makes. */
export const extraDemandId = ({ id, onDate }: Pick<ExtraVisit, 'id' | 'onDate'>): string =>
  `${MARK}${id}:${weekOf(onDate)}:1`;

/** What a week's extra visits demand of these orders; one on a day without a valid order, or without the brukare, is dropped. */
export function extraDemands(
  extraVisits: readonly ExtraVisit[],
  orders: readonly RamtidOrder[],
  week: IsoWeek,
  absences: AbsencesOfBrukare,
): { readonly demands: readonly VisitDemand[]; readonly dropped: readonly DroppedDemand[] } {
  const orderById = new Map(orders.map((order) => [order.id, order]));
  const placed = extraVisits
    .filter(({ onDate }) => weekOf(onDate) === week)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((extra) => {
      const order = orderById.get(extra.orderId);
      return order === undefined ? [] : [placeExtra(extra, order, week, absences)];
    });
  return {
    demands: placed.flatMap((one) => ('serviceMinutes' in one ? [one] : [])),
    dropped: placed.flatMap((one) => ('reason' in one ? [one] : [])),
  };
}

function placeExtra(
  extra: ExtraVisit,
  order: RamtidOrder,
  week: IsoWeek,
  absences: AbsencesOfBrukare,
): VisitDemand | DroppedDemand {
  const { brukareId } = order;
  const templateId = `${MARK}${extra.id}`;
  const window = windowAtHome(extra, absences.get(brukareId) ?? [], extra.onDate);
  if (!isOrderValidOn(order, extra.onDate) || window === null) {
    const reason = window === null ? 'brukare-absent' : 'order-not-valid';
    return { templateId, brukareId, onDate: extra.onDate, reason };
  }
  return {
    id: extraDemandId(extra),
    templateId,
    orderId: extra.orderId,
    brukareId,
    week,
    occurrence: 1,
    allowedDates: [extra.onDate],
    window,
    serviceMinutes: extra.serviceMinutes,
    helper: extra.helper,
    insatser: extra.insatser,
    competences: extra.competences,
    // As what is agreed: it was promised, if only today.
    priority: 2,
    isTimeCritical: extra.isTimeCritical,
    gap: null,
    minDaysBetween: 1,
    isProposed: false,
  };
}
