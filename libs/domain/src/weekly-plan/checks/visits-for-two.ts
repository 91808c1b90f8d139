import type { Violation } from '../../violation.js';
import type { VisitDemand } from '../../visit-demand/visit-demand.js';
import type { PlannedVisit } from '../weekly-plan.js';
import { epochOf, type PlanIndex } from './plan-index.js';
import { atVisit } from './violation-at.js';

/** Where two are needed, two different employees come, at the agreed times to each other; nowhere else do two come. */
export function checkVisitsForTwo({ plan, demandById }: PlanIndex): readonly Violation[] {
  return plan.visits.flatMap((visit) => {
    const demand = demandById.get(visit.demandId);
    return demand === undefined ? [] : [...checkHelper(visit, demand), ...checkOffset(visit, demand)];
  });
}

function checkHelper(visit: PlannedVisit, demand: VisitDemand): readonly Violation[] {
  const needed = demand.helper === null ? 1 : 2;
  const employees = new Set(visit.employeeIds);
  if (visit.employeeIds.length > employees.size) {
    return [atVisit(visit, { rule: 'same-employee-twice', text: 'Samma medarbetare står två gånger på besöket.' })];
  }
  if (needed === 2 && (employees.size < 2 || visit.helper === null)) {
    return [atVisit(visit, { rule: 'helper-missing', text: 'Besöket kräver två medarbetare men har en.' })];
  }
  if (needed === 1 && (employees.size > 1 || visit.helper !== null)) {
    return [atVisit(visit, { rule: 'helper-not-agreed', text: 'Besöket har två medarbetare men en är avtalad.' })];
  }
  return [];
}

/** Offsets are minutes from the first one's start to the helper's; both edges are allowed. */
function checkOffset(visit: PlannedVisit, { helper }: VisitDemand): readonly Violation[] {
  if (helper === null || visit.helper === null) return [];
  const offset = epochOf(visit.helper.startsAt) - epochOf(visit.startsAt);
  const beyond = Math.max(helper.earliestOffset * 60 - offset, offset - helper.latestOffset * 60);
  if (beyond <= 0) return [];
  const text = `De två medarbetarna börjar ${Math.round(offset / 60)} min isär, avtalat är ${helper.earliestOffset}–${helper.latestOffset} min.`;
  return [atVisit(visit, { rule: 'helper-not-simultaneous', amount: beyond, text })];
}
