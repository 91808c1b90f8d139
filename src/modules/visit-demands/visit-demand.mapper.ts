import type { VisitDemandAnswer, VisitDemandListAnswer } from '@hemtjanst/contracts';
import { formatMinuteOfDay, type DroppedDemand, type VisitDemand } from '@hemtjanst/domain';
import type { CareUnitCodes } from './care-unit.service.js';

export const demandToContract = (demand: VisitDemand, { orders, brukare }: CareUnitCodes): VisitDemandAnswer => ({
  id: demand.id,
  templateCode: demand.templateId,
  ramtidOrderId: orders.idOf(demand.orderId),
  brukareId: brukare.idOf(demand.brukareId),
  occurrence: demand.occurrence,
  allowedDates: [...demand.allowedDates],
  window: {
    earliest: formatMinuteOfDay(demand.window.earliest),
    latest: formatMinuteOfDay(demand.window.latest),
  },
  serviceMinutes: demand.serviceMinutes,
  helper: demand.helper === null ? null : { ...demand.helper },
  insatser: [...demand.insatser],
  competences: [...demand.competences],
  priority: demand.priority,
  isTimeCritical: demand.isTimeCritical,
  gap: demand.gap === null ? null : { ...demand.gap },
  minDaysBetween: demand.minDaysBetween,
  isProposed: demand.isProposed,
});

export const droppedToContract = (
  dropped: DroppedDemand,
  { brukare }: CareUnitCodes,
): VisitDemandListAnswer['dropped'][number] => ({
  templateCode: dropped.templateId,
  brukareId: brukare.idOf(dropped.brukareId),
  onDate: dropped.onDate,
  reason: dropped.reason,
  text: REASON_TEXTS[dropped.reason],
});

const REASON_TEXTS: Readonly<Record<DroppedDemand['reason'], string>> = {
  'brukare-absent': 'Brukaren är borta.',
  'order-not-valid': 'Beställningen gäller inte den dagen.',
  'red-day': 'Insatsen utförs inte på röd dag.',
  'other-week': 'Besöket infaller en annan vecka.',
};
