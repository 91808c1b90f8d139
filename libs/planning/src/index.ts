// The only place where domain and solver meet.
export * from './ride-table.js';
export { type GroupWeek, groupWeeks } from './week-scope.js';
export {
  type TravelQuestion,
  type WeekProblem,
  type WeekProblemKey,
  buildWeekProblem,
  travelQuestion,
} from './build-week-problem.js';
export type { Pin } from './problem/warm-start.js';
export { type GroupPlan, readWeekSolution } from './read-week-solution.js';
export { type IncumbentFigures, incumbentReader } from './incumbent-figures.js';
export { mergeGroupPlans } from './merge-group-plans.js';
export type * from './rules/planning-rule.js';
export type * from './replan/board-answers.js';
export {
  type ContextQuestion,
  type PlanContext,
  type PlanContextInput,
  type PlanScope,
  type PublishedPlan,
  contextQuestion,
  openPlan,
  withPlan,
} from './replan/plan-context.js';
export { type DropTarget, type Subject, priceMove, rankPlaces } from './replan/price-move.js';
export { applyEdit } from './replan/apply-edit.js';
export { releaseStranded } from './replan/release-stranded.js';
export { type RuleDescription, describeRules } from './rules/planning-rules.js';
export { explainWhyHere, explainWhyNot } from './explain/explain-place.js';
export { loanScope } from './explain/loans.js';
export { waysOut } from './explain/ways-out.js';
export { type DaySearch, type ReplanRequest, replanDay } from './replan/replan-day.js';
export type { ReplanProgress } from './replan/day-progress.js';
export { MOVED_START_SECONDS } from './rules/disruption.js';
