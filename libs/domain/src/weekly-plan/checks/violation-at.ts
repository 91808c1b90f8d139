import type { Violation } from '../../violation.js';
import type { PlannedRoute, PlannedVisit } from '../weekly-plan.js';
import type { VisitPart } from './plan-index.js';

type Finding = Pick<Violation, 'rule' | 'text'> & Partial<Pick<Violation, 'severity' | 'amount'>>;

const NOWHERE = { shiftId: null, visitId: null, employeeId: null, brukareId: null, date: null } as const;

/** Hard, without amount, where the finding does not say otherwise. */
export const violation = (finding: Finding & Partial<Violation>): Violation => ({
  severity: 'hard',
  amount: null,
  ...NOWHERE,
  ...finding,
});

export const atVisit = (visit: PlannedVisit, finding: Finding): Violation =>
  violation({
    ...finding,
    visitId: visit.id,
    brukareId: visit.brukareId,
    date: visit.date,
    employeeId: visit.employeeIds[0] ?? null,
    shiftId: visit.shiftIds[0] ?? null,
  });

export const atPart = (part: VisitPart, finding: Finding): Violation => ({
  ...atVisit(part.visit, finding),
  employeeId: part.employeeId,
  shiftId: part.shiftId,
});

export const atRoute = (route: PlannedRoute, finding: Finding, visitId: string | null = null): Violation =>
  violation({ ...finding, shiftId: route.shiftId, employeeId: route.employeeId, date: route.date, visitId });
