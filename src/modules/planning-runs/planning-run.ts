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
  /** Of the best plan so far, like the rest; null until every group has one. */
  readonly plannedEfficiency: number | null;
  /** Distinct employees per brukare in 14 days: the mean, and the share of brukare who meet more than ten. */
  readonly facesMean: number | null;
  readonly facesAbove10: number | null;
  readonly contactPersonShare: number | null;
}
