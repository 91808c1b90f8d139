import type { PlanWeekPayload } from '../../jobs/job-catalogue.js';
import type { PlanningJob } from '../../jobs/planning-job.js';

/** One calculation of a week: the job, and what was asked for. They share their id. */
export interface PlanningRun {
  readonly job: PlanningJob;
  readonly wish: PlanWeekPayload;
}

/** How far a run has come, as the processor reports it. */
export interface RunProgress {
  readonly percent: number;
  readonly bestObjective: number | null;
  readonly unassignedVisits: number | null;
  /** Known when the plan is complete. */
  readonly plannedEfficiency: number | null;
}
