export type {
  Continuity,
  Coupling,
  Disruption,
  KnownRoute,
  KnownStop,
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
export { freezePast } from './replan/freeze-past.js';
export { keepEmployees } from './replan/keep-employees.js';
export { findPlaces } from './replan/find-places.js';
export { type FailedTrial, OpenPlan, type PlaceOption, type PlanStep, type Trial } from './replan/open-plan.js';
export type { WhyNot } from './replan/why-not.js';
export { findWaysOut, type WayOut } from './replan/find-ways-out.js';
export { assertProblem, ProblemError } from './assert-problem.js';
export { maxIterations } from './stop/max-iterations.js';
export { maxRuntime } from './stop/max-runtime.js';
export { noImprovement } from './stop/no-improvement.js';
export { anyOf } from './stop/any-of.js';
export { travelBound } from './bounds/travel-bound.js';
export type { ColumnBound, ColumnBoundOptions } from './bounds/column-generation/bound-by-columns.js';
export { loadMasterOpener } from './bounds/column-generation/load-master-opener.js';
export type { MasterOpener } from './bounds/column-generation/master-program.js';
export { dayCostBoundByColumns, travelBoundByColumns } from './bounds/column-generation/travel-bound-by-columns.js';
export { weekBounds, type WeekBounds } from './bounds/week-bounds.js';
export { verifySolution, type SolutionViolation } from './verify-solution.js';
export type { BenchBound, BenchLine, BenchOptions } from './bench-line.js';
export { readSolomon, type SolomonInstance } from './vrptw/read-solomon.js';
export { checkedDistance, checkedDistanceDouble } from './vrptw/check-routes.js';
export { solveVrptw, type VrptwLine, type VrptwObjective, type VrptwOptions } from './vrptw/solve-vrptw.js';
export { loadColumnChooser } from './route-pool/load-column-chooser.js';
export type { ChoiceLimit, ColumnChoice, ColumnChooser } from './route-pool/choose-columns.js';
export { type Column, RoutePool } from './route-pool/route-pool.js';
export { readHhcrsp, type HhcrspInstance } from './order-annealing/read-hhcrsp.js';
export { solveHhcrsp, type HhcrspJob, type HhcrspLine } from './order-annealing/solve-hhcrsp.js';
export { hasWorkingShifts, readHhcrspShifts } from './hhcrsp-shifts/read-hhcrsp-shifts.js';
export { solveHhcrspShifts } from './hhcrsp-shifts/solve-hhcrsp-shifts.js';
export { readHomecareDay } from './homecare-day/read-homecare-day.js';
export { solveHomecareDay, type DayLine } from './homecare-day/solve-homecare-day.js';
export { readSynchronisedWeek, type SynchronisedWeek } from './synchronised-week/read-synchronised-week.js';
export { solveSynchronisedWeek, type SynchronisedWeekLine } from './synchronised-week/solve-synchronised-week.js';
