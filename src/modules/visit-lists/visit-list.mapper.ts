import type { VisitListAnswer, VisitListStopAnswer } from '@hemtjanst/contracts';
import type { VisitList, VisitListStop } from '@hemtjanst/domain';

/** @param plan the published version the list is made from; null when nothing is published for the day */
export function visitListAnswer(
  list: VisitList,
  plan: { readonly id: string; readonly version: number } | null,
): VisitListAnswer {
  return {
    employeeId: list.employeeId,
    date: list.onDate,
    planId: plan?.id ?? null,
    planVersion: plan?.version ?? null,
    shiftStartsAt: list.shiftStartsAt,
    shiftEndsAt: list.shiftEndsAt,
    stops: list.stops.map(stopAnswer),
  };
}

const stopAnswer = (stop: VisitListStop): VisitListStopAnswer => ({
  kind: stop.kind,
  startsAt: stop.startsAt,
  endsAt: stop.endsAt,
  plannedVisitId: stop.visitId,
  brukareId: stop.brukareId,
  title: stop.title,
  address: stop.address,
  lat: stop.coordinate?.lat ?? null,
  lon: stop.coordinate?.lon ?? null,
  keyKind: stop.keyKind,
  doorCodeFrom: null,
  insatser: [...stop.insatser],
  isNewFace: stop.isNewFace,
  withEmployeeId: stop.withEmployeeId,
  notes: [...stop.notes],
  nextRide: stop.nextRide === null ? null : { ...stop.nextRide, handlingParts: [...stop.nextRide.handlingParts] },
});

/** What only the one who stands at the door needs is left out where somebody else looks. */
export const withoutDoors = (answer: VisitListAnswer): VisitListAnswer => ({
  ...answer,
  stops: answer.stops.map((stop) => ({
    ...stop,
    keyKind: null,
    notes: [],
    // What the way up and the key take tells of the door.
    nextRide: stop.nextRide === null ? null : { ...stop.nextRide, handlingParts: [] },
  })),
});
