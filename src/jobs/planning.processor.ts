import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DelayedError, type Job } from 'bullmq';
import { Env } from '../config/env.js';
import { JobExecution } from './job-execution.js';
import { PLANNING_QUEUE, SHORT_CONCURRENCY, SHORT_PLANNING_QUEUE, WORKER_SETTINGS } from './queue-settings.js';

const BUSY_UNIT_RETRY_MILLISECONDS = 1000;

/** A queue's end of a worker: hands every delivered id to {@link JobExecution}. */
abstract class QueueProcessor extends WorkerHost {
  private readonly logger = new Logger(this.constructor.name);

  constructor(private readonly execution: JobExecution) {
    super();
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

/** The long jobs, as many at once as the settings say. */
@Processor(PLANNING_QUEUE, WORKER_SETTINGS)
export class PlanningProcessor extends QueueProcessor implements OnApplicationBootstrap {
  constructor(
    execution: JobExecution,
    private readonly env: Env,
  ) {
    super(execution);
  }

  onApplicationBootstrap(): void {
    this.worker.concurrency = this.env.workerConcurrency;
  }
}

/** The short jobs, beside whatever long ones are running. */
@Processor(SHORT_PLANNING_QUEUE, { ...WORKER_SETTINGS, concurrency: SHORT_CONCURRENCY })
export class ShortPlanningProcessor extends QueueProcessor {
  constructor(execution: JobExecution) {
    super(execution);
  }
}
