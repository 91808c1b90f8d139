import type { BrukareAnswer, EmployeeAnswer, PlannedVisitAnswer, VisitDemandAnswer } from '@hemtjanst/contracts';
import type { Texts } from '../../text/sv.js';

/** Who and what the plan's ids stand for; each map is empty until it has been fetched. */
export interface PlanPeople {
  readonly employees: ReadonlyMap<string, EmployeeAnswer>;
  readonly brukare: ReadonlyMap<string, BrukareAnswer>;
  readonly demands: ReadonlyMap<string, VisitDemandAnswer>;
}

/** What is special about a visit: each mark has a sign and a word. */
export interface VisitMarks {
  readonly isByContact: boolean;
  readonly isForTwo: boolean;
  readonly isPinned: boolean;
  readonly isProposed: boolean;
  readonly isTimeCritical: boolean;
  /** This employee has not been with the brukare for 14 days. */
  readonly isNewFace: boolean;
}

export function marksOf(visit: PlannedVisitAnswer, employeeId: string, people: PlanPeople): VisitMarks {
  const brukare = people.brukare.get(visit.brukareId);
  return {
    isByContact: brukare?.kontaktmanId === employeeId || brukare?.fastOmsorgskontaktId === employeeId,
    isForTwo: visit.employeeIds.length > 1,
    isPinned: visit.pinned,
    isProposed: visit.isProposed,
    isTimeCritical: people.demands.get(visit.visitDemandId)?.isTimeCritical === true,
    isNewFace: visit.newFaceEmployeeIds.includes(employeeId),
  };
}

export const markWords = (
  marks: VisitMarks,
  words: Texts['week']['marks'] & { readonly newFace: string },
): readonly string[] =>
  [
    marks.isByContact && words.contact,
    marks.isNewFace && words.newFace,
    marks.isTimeCritical && words.critical,
    marks.isForTwo && words.double,
    marks.isPinned && words.locked,
    marks.isProposed && words.proposed,
  ].filter((word) => word !== false);
