import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { PLANNING_QUEUE } from './queue-settings.js';

const PATIENCE_MILLISECONDS = 3000;

/** The BullMQ queue that wakes a worker. It carries only the id, may lose everything, and may deliver twice. */
@Injectable()
export class JobQueue {
  private readonly logger = new Logger(JobQueue.name);

  constructor(@InjectQueue(PLANNING_QUEUE) private readonly queue: Queue) {
    // Without a listener a lost connection would end the process; BullMQ reconnects by itself.
    queue.on('error', (error) => this.logger.warn(`queue: ${error.name}`));
  }

  /** Puts the job in the queue unless it is there. Nothing is kept in the queue once the job has run. */
  async put(job: { readonly id: string; readonly kind: string }): Promise<void> {
    const options = { jobId: job.id, removeOnComplete: true, removeOnFail: true };
    await withinPatience(this.queue.add(job.kind, { jobId: job.id }, options));
  }

  /** Does the queue still have it? A job it has finished with, or lost, is gone. */
  async has(jobId: string): Promise<boolean> {
    const found: unknown = await withinPatience(this.queue.getJob(jobId));
    return found !== undefined && found !== null;
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
