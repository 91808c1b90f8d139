import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Env } from '../../config/env.js';
import { CLOSE_MONTHS } from '../../jobs/job-catalogue.js';
import { PlanningJobs } from '../../jobs/planning-jobs.js';
import { MonthClosingService } from './month-closing.service.js';

const LOOK_EVERY_MILLISECONDS = 10 * 60 * 1000;

/**
 * Asks for the closing of months whose time has come, in every process that works the queue: at the start, which catches up
 * what passed while nothing ran, and every ten minutes. The database says what is due; asking twice is one job.
 */
@Injectable()
export class MonthClosingSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MonthClosingSchedule.name);
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly closings: MonthClosingService,
    private readonly jobs: PlanningJobs,
    private readonly env: Env,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.env.runsWorker) return;
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MILLISECONDS);
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
  }

  /** One job for each unit that has a month to close. */
  async enqueueDue(): Promise<void> {
    for (const unitId of await this.closings.findUnitsWithDueMonths()) {
      await this.jobs.enqueue({ definition: CLOSE_MONTHS, unitId, payload: {}, dedupKey: 'due', createdBy: null });
    }
  }

  private look(): void {
    if (this.looking !== null) return;
    this.looking = this.enqueueDue()
      .catch((error: unknown) => this.logger.warn(`month closing: ${error instanceof Error ? error.name : 'unknown'}`))
      .finally(() => (this.looking = null));
  }
}
