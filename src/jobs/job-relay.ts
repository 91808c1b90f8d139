import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { JobQueue } from './job-queue.js';
import { PlanningJobRepository } from './planning-job.repository.js';

const RECONCILE_MILLISECONDS = 10_000;

/** Brings jobs from the table to the queue: right after the commit, and again whenever the queue has lost them. */
@Injectable()
export class JobRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobRelay.name);
  private timer: NodeJS.Timeout | null = null;
  private reconciling: Promise<void> | null = null;

  constructor(
    private readonly jobs: PlanningJobRepository,
    private readonly queue: JobQueue,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.startReconciling(), RECONCILE_MILLISECONDS);
    this.startReconciling();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.reconciling;
  }

  /** Puts one job in the queue. When the queue is away the outbox row stays, and {@link reconcile} delivers it later. */
  async deliver(job: { readonly id: string; readonly kind: string }): Promise<void> {
    try {
      await this.queue.put(job);
      await this.jobs.removeFromOutbox(job.id);
    } catch (error) {
      this.logger.warn(`job ${job.id} waits for the queue: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  /** Every unfinished job nobody works on must be in the queue; the table decides, not the queue. */
  async reconcile(): Promise<void> {
    for (const job of await this.jobs.findWaiting()) {
      if (!(await this.queue.has(job))) await this.deliver(job);
    }
  }

  private startReconciling(): void {
    if (this.reconciling !== null) return;
    this.reconciling = this.reconcile()
      .catch((error: unknown) => this.logger.warn(`reconcile: ${error instanceof Error ? error.name : 'unknown'}`))
      .finally(() => (this.reconciling = null));
  }
}
