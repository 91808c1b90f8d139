import type { GenomforandeplanAnswer, GenomforandeplanVersionListAnswer } from '@hemtjanst/contracts';
import { addDays, instantOfDate, type RamtidOrder, type UnitSettings } from '@hemtjanst/domain';
import type { KeptFollowUp } from './follow-up.repository.js';
import type { KeptPlan } from './genomforandeplan.repository.js';
import { templateToContract, templateToDomain } from './visit-template.mapper.js';

/** What an answer about an order's plan is made of. */
export interface PlanOfOrder {
  readonly ramtidOrderId: string;
  readonly brukareId: string;
  readonly order: RamtidOrder;
  /** Null: nothing is agreed or proposed yet. */
  readonly plan: KeptPlan | null;
  /** Of the order, the latest first. */
  readonly followUps: readonly KeptFollowUp[];
}

export function planAnswer(
  { ramtidOrderId, brukareId, order, plan, followUps }: PlanOfOrder,
  { planWithinDays }: Pick<UnitSettings, 'planWithinDays'>,
): GenomforandeplanAnswer {
  const goals = plan?.goals ?? [];
  return {
    ramtidOrderId,
    brukareId,
    version: plan?.version ?? 0,
    status: plan?.status ?? 'saknas',
    source: plan?.source ?? null,
    agreedOn: plan?.agreedOn ?? null,
    madeBy: plan?.madeBy ?? null,
    madeAt: instantOrNull(plan?.createdAt),
    confirmedBy: plan?.confirmedBy ?? null,
    confirmedAt: instantOrNull(plan?.confirmedAt),
    templates: (plan?.templates ?? []).map((row) => templateToContract(templateToDomain(row, order.id))),
    wishes: plan?.wishes ?? null,
    kontaktmanId: plan?.kontaktmanId ?? null,
    fastOmsorgskontakt: plan?.fastOmsorgskontakt ?? null,
    goals: goals.map((goal) => ({ ...goal })),
    orderGoal: order.goal,
    isOrderGoalMissing: order.goal !== null && goals.every(({ orderGoal }) => orderGoal !== order.goal),
    agreeBy: addDays(order.receivedOn ?? order.from, planWithinDays),
    followUpOn: nextFollowUp(plan, followUps),
    followUps: followUps.map(followUpAnswer),
  };
}

export const versionAnswer = (plan: KeptPlan): GenomforandeplanVersionListAnswer['items'][number] => ({
  version: plan.version,
  status: plan.status,
  source: plan.source,
  agreedOn: plan.agreedOn,
  madeBy: plan.madeBy,
  madeAt: instantOrNull(plan.createdAt),
  confirmedBy: plan.confirmedBy,
  confirmedAt: instantOrNull(plan.confirmedAt),
  replacedAt: instantOrNull(plan.replacedAt),
});

/** A follow-up made after the plan was agreed sets the next date; one made before it was about an earlier version. */
function nextFollowUp(plan: KeptPlan | null, followUps: readonly KeptFollowUp[]): string | null {
  if (plan === null || plan.status === 'foreslagen') return null;
  const last = followUps.find(({ followedUpOn }) => followedUpOn >= plan.agreedOn);
  return last?.nextFollowUpOn ?? plan.followUpOn;
}

const followUpAnswer = (followUp: KeptFollowUp): GenomforandeplanAnswer['followUps'][number] => ({
  id: followUp.id,
  version: followUp.version,
  followedUpOn: followUp.followedUpOn,
  outcome: followUp.outcome,
  note: followUp.note,
  nextFollowUpOn: followUp.nextFollowUpOn,
  recordedBy: followUp.recordedBy,
  recordedAt: instantOfDate(followUp.recordedAt),
});

const instantOrNull = (date: Date | null | undefined): string | null => (date ? instantOfDate(date) : null);
