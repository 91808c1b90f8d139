import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { KnownJobs } from './job-definition.js';
import { PLANNING_QUEUE, SHORT_PLANNING_QUEUE } from './queue-settings.js';

const PATIENCE_MILLISECONDS = 3000;

interface QueuedJob {
  readonly id: string;
  readonly kind: string;
}

/** The BullMQ queues that wake a worker. They carry only the id, may lose everything, and may deliver twice. */
@Injectable()
export class JobQueue {
  private readonly logger = new Logger(JobQueue.name);

  constructor(
    @InjectQueue(PLANNING_QUEUE) private readonly long: Queue,
    @InjectQueue(SHORT_PLANNING_QUEUE) private readonly short: Queue,
    private readonly known: KnownJobs,
  ) {
    // Without a listener a lost connection would end the process; BullMQ reconnects by itself.
    for (const queue of [long, short]) queue.on('error', (error) => this.logger.warn(`queue: ${error.name}`));
  }

  /** Puts the job in the queue unless it is there. Nothing is kept in the queue once the job has run. */
  async put(job: QueuedJob): Promise<void> {
    const options = { jobId: job.id, removeOnComplete: true, removeOnFail: true };
    await withinPatience(this.queueOf(job).add(job.kind, { jobId: job.id }, options));
  }

  /** Does the queue still have it? A job it has finished with, or lost, is gone. */
  async has(job: QueuedJob): Promise<boolean> {
    const found: unknown = await withinPatience(this.queueOf(job).getJob(job.id));
    return found !== undefined && found !== null;
  }

  private queueOf({ kind }: QueuedJob): Queue {
    return this.known.laneOf(kind) === 'short' ? this.short : this.long;
  }
}

/** A Redis that is away makes BullMQ wait for ever; the reconciler tries again later instead. */
async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([work, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
