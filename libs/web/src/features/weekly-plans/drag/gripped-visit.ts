import type { PlannedVisitAnswer, UnassignedDemandAnswer } from '@hemtjanst/contracts';
import { shortName } from '../people-names.js';
import type { PlanPeople } from '../people.js';
import type { DraggedVisit } from './drag-store.js';

/** What the board shows, for reading off what an element stands for. */
export interface Grippable {
  readonly visits: ReadonlyMap<string, PlannedVisitAnswer>;
  readonly unassigned: readonly UnassignedDemandAnswer[];
  readonly people: PlanPeople;
  readonly unknownName: string;
}

/** The visit that an element of the board or of the tray stands for; null: it is neither, or not there any more. */
export function grippedVisit(element: HTMLElement, shown: Grippable, gripMinutes: number): DraggedVisit | null {
  const { visit: visitId, visitShift: shiftId, from } = element.dataset;
  if (visitId !== undefined && shiftId !== undefined) {
    const visit = shown.visits.get(visitId);
    return visit === undefined ? null : placedVisit(visit, { shiftId, minute: Number(from) }, shown, gripMinutes);
  }
  const demand = shown.unassigned.find(({ visitDemandId }) => visitDemandId === element.dataset['trayDemand']);
  if (demand === undefined) return null;
  return {
    visitDemandId: demand.visitDemandId,
    name: nameOf(demand.brukareId, shown),
    minutes: demand.serviceMinutes,
    from: null,
    main: null,
    gripMinutes: 0,
  };
}

function placedVisit(
  visit: PlannedVisitAnswer,
  from: { readonly shiftId: string; readonly minute: number },
  shown: Grippable,
  gripMinutes: number,
): DraggedVisit {
  const [mainShiftId, helperShiftId] = visit.shiftIds;
  const isHelper = helperShiftId === from.shiftId && mainShiftId !== undefined;
  return {
    visitDemandId: visit.visitDemandId,
    name: nameOf(visit.brukareId, shown),
    minutes: isHelper ? (visit.helper?.serviceMinutes ?? visit.serviceMinutes) : visit.serviceMinutes,
    from,
    main: isHelper ? { shiftId: mainShiftId, startsAt: visit.startsAt } : null,
    gripMinutes,
  };
}

const nameOf = (brukareId: string, { people, unknownName }: Grippable): string => {
  const name = people.brukare.get(brukareId)?.name;
  return name === undefined ? unknownName : shortName(name);
};
