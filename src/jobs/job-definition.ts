import type { z } from 'zod';

/**
 * Where a job waits its turn. `long`: minutes, one at a time per unit. `short`: seconds, and somebody waits for it at the
 * screen; it has workers of its own, so that a week being calculated never stands in its way.
 */
export type JobLane = 'long' | 'short';

/** One kind of job. The payload holds ids and choices, never personal data: the queue stores it in clear text. */
export interface JobDefinition<Payload> {
  /** Lower case with hyphens; also the name in the queue. */
  readonly kind: string;
  readonly payload: z.ZodType<Payload>;
  readonly lane: JobLane;
}

/** The kinds of jobs this process knows. */
export class KnownJobs {
  constructor(readonly definitions: readonly JobDefinition<unknown>[]) {}

  /** A kind that this process does not know waits among the long ones, until it is told that nobody handles it. */
  laneOf(kind: string): JobLane {
    return this.definitions.find((definition) => definition.kind === kind)?.lane ?? 'long';
  }

  kindsOf(lane: JobLane): readonly string[] {
    return this.definitions.filter((definition) => definition.lane === lane).map(({ kind }) => kind);
  }
}
