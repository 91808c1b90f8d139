import type { PlannedVisit, WeeklyPlan } from '@hemtjanst/domain';
import type { VisitMove, VisitPlacement } from './board-answers.js';

/** Every visit that is placed differently in two plans of a week, by the demand it fulfils. */
export function visitMoves(from: WeeklyPlan, to: WeeklyPlan): readonly VisitMove[] {
  const before = new Map(from.visits.map((visit) => [visit.demandId, visit]));
  const after = new Map(to.visits.map((visit) => [visit.demandId, visit]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((demandId): readonly VisitMove[] => {
    const [old, now] = [before.get(demandId), after.get(demandId)];
    const brukareId = (old ?? now)?.brukareId;
    if (brukareId === undefined || isSame(old, now)) return [];
    return [{ demandId, brukareId, from: placementOf(old), to: placementOf(now) }];
  });
}

const isSame = (one: PlannedVisit | undefined, other: PlannedVisit | undefined): boolean =>
  one?.startsAt === other?.startsAt &&
  one?.helper?.startsAt === other?.helper?.startsAt &&
  one?.shiftIds.join() === other?.shiftIds.join();

const placementOf = (visit: PlannedVisit | undefined): VisitPlacement | null =>
  visit === undefined ? null : { startsAt: visit.startsAt, employeeIds: visit.employeeIds };
