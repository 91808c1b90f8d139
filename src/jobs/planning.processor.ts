import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DelayedError, type Job } from 'bullmq';
import { Env } from '../config/env.js';
import { JobExecution } from './job-execution.js';
import { PLANNING_QUEUE, WORKER_SETTINGS } from './queue-settings.js';

const BUSY_UNIT_RETRY_MILLISECONDS = 1000;

/** The queue's end of a worker: hands every delivered id to {@link JobExecution}. */
@Processor(PLANNING_QUEUE, WORKER_SETTINGS)
export class PlanningProcessor extends WorkerHost implements OnApplicationBootstrap {
  private readonly logger = new Logger(PlanningProcessor.name);

  constructor(
    private readonly execution: JobExecution,
    private readonly env: Env,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.worker.concurrency = this.env.workerConcurrency;
  }

  async process(job: Job<{ readonly jobId: string }>, token?: string): Promise<void> {
    const delivery = await this.execution.execute(job.data.jobId);
    if (delivery === 'handled') return;
    await job.moveToDelayed(Date.now() + BUSY_UNIT_RETRY_MILLISECONDS, token);
    throw new DelayedError();
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`queue worker: ${error.name}`);
  }

  @OnWorkerEvent('stalled')
  onStalled(jobId: string): void {
    this.logger.warn(`job ${jobId} lost its worker and is taken up again`);
  }
}
