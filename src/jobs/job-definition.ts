import type { z } from 'zod';

/** One kind of job. The payload holds ids and choices, never personal data: the queue stores it in clear text. */
export interface JobDefinition<Payload> {
  /** Lower case with hyphens; also the name in the queue. */
  readonly kind: string;
  readonly payload: z.ZodType<Payload>;
}

/** The kinds of jobs this process knows. */
export class KnownJobs {
  constructor(readonly definitions: readonly JobDefinition<unknown>[]) {}
}
