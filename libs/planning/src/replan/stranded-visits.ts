import type { UnassignedDemand } from '@hemtjanst/domain';
import { isWithAbsent } from './absent-staff.js';
import type { PlanContext } from './plan-context.js';

/**
 * Why a visit cannot stay where the plan has it: who had it was marked absent since, the shift was taken away or cut, or
 * nobody asks for the visit any more.
 */
export type StrandedReason = 'employee-absent' | 'shift-changed' | 'not-needed';

export interface StrandedVisit {
  readonly demandId: string;
  readonly reason: StrandedReason;
}

/** The visits of the group that the plan has somewhere, and the week as it is now has nowhere. */
export function strandedVisits({ scope, plan, rowOfDemand, open }: PlanContext): readonly StrandedVisit[] {
  const ofGroup = new Set(
    scope.unit.brukare.filter(({ workGroupId }) => workGroupId === scope.workGroupId).map(({ id }) => id),
  );
  return plan.visits.flatMap((visit): readonly StrandedVisit[] => {
    if (!ofGroup.has(visit.brukareId)) return [];
    const row = rowOfDemand.get(visit.demandId);
    if (row === undefined) return [{ demandId: visit.demandId, reason: 'not-needed' }];
    if (open.shiftOf(row) >= 0) return [];
    const reason = isWithAbsent(scope.unit, visit) ? 'employee-absent' : 'shift-changed';
    return [{ demandId: visit.demandId, reason }];
  });
}

const REASON_TEXT: Readonly<Record<Exclude<StrandedReason, 'not-needed'>, string>> = {
  'employee-absent': 'Medarbetaren som hade besöket är frånvarande.',
  'shift-changed': 'Passet som hade besöket är borttaget eller ändrat.',
};

/** The left-out demands, each that was stranded with that as its first reason, also when it has waited a while. */
export function withStrandedReasons(
  context: PlanContext,
  unassigned: readonly UnassignedDemand[],
): readonly UnassignedDemand[] {
  const reasonOf = new Map(strandedVisits(context).map(({ demandId, reason }) => [demandId, reason]));
  const waiting = new Map(context.plan.unassigned.filter(wasStranded).map((demand) => [demand.demandId, demand]));
  return unassigned.map((demand) => {
    const reason = reasonOf.get(demand.demandId);
    if (reason === undefined || reason === 'not-needed') return waiting.get(demand.demandId) ?? demand;
    return { ...demand, reasons: [{ code: reason, text: REASON_TEXT[reason] }], waysOut: [ANOTHER_EMPLOYEE] };
  });
}

const ANOTHER_EMPLOYEE = { code: 'another-employee', text: 'Lägg besöket hos någon annan, eller planera om dagen.' };

const wasStranded = ({ reasons }: UnassignedDemand): boolean =>
  reasons.some(({ code }) => Object.hasOwn(REASON_TEXT, code));
