import type { PlanRows } from './plan-rows.js';

/**
 * The rows of a plan for another plan: the same content under new ids. Nothing is published in the copy.
 *
 * @param newId a fresh UUID per call
 */
export function copiedRows(rows: PlanRows, newId: () => string): PlanRows {
  const newIds = new Map(rows.visits.map((visit) => [visit.id, newId()]));
  const idOf = (visitId: string): string => newIds.get(visitId) ?? visitId;
  return {
    visits: rows.visits.map((visit) => ({ ...visit, id: idOf(visit.id) })),
    staff: rows.staff.map((person) => ({ ...person, visit_id: idOf(person.visit_id) })),
    routes: rows.routes.map((route) => ({
      ...route,
      id: newId(),
      stops: route.stops.map((stop) => (stop.visitId === null ? stop : { ...stop, visitId: idOf(stop.visitId) })),
    })),
    unassigned: rows.unassigned,
  };
}
