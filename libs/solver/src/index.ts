export type {
  Continuity,
  Coupling,
  Pause,
  Problem,
  ProblemShift,
  ProblemVisit,
  Spacing,
  StartWindow,
  WarmStart,
} from './problem.js';
export type {
  CostBreakdown,
  SolvedRoute,
  SolvedStop,
  SolveOptions,
  SolveProgress,
  SolveResult,
  StopCriterion,
  UnassignedReason,
  UnassignedVisit,
} from './result.js';
export { solve } from './solve.js';
export { assertProblem, ProblemError } from './assert-problem.js';
export { maxIterations } from './stop/max-iterations.js';
export { maxRuntime } from './stop/max-runtime.js';
export { noImprovement } from './stop/no-improvement.js';
export { anyOf } from './stop/any-of.js';
export { verifySolution, type SolutionViolation } from './verify-solution.js';
