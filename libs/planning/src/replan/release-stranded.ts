import { type PlanContext, withPlan } from './plan-context.js';
import { planOfGroup } from './plan-of-group.js';
import { strandedVisits } from './stranded-visits.js';

/**
 * The plan with every stranded visit of the group left out, with its reason: an edit starts from here, so that nothing
 * disappears unseen behind it. The same context where nothing is stranded.
 *
 * A shift that is gone has no cost any more: the objective grows by what the visits weigh, the rides saved are not
 * counted. Bounds of the week before somebody fell ill are none.
 */
export function releaseStranded(context: PlanContext): PlanContext {
  const stranded = strandedVisits(context);
  if (stranded.length === 0) return context;
  const plan = planOfGroup(context, context.open.read());
  const weight = stranded.reduce((sum, { demandId }) => {
    const row = context.rowOfDemand.get(demandId);
    return sum + (row === undefined ? 0 : context.problem.visits[row].unassignedCost);
  }, 0);
  const { objective } = plan.metrics;
  const metrics = { ...plan.metrics, objective: objective + weight, lowerBound: null, attainableEfficiency: null };
  return withPlan(context, { ...plan, metrics });
}
