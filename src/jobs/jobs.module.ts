import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Env } from '../config/env.js';
import { KnownJobs, type JobDefinition } from './job-definition.js';
import { JobExecution } from './job-execution.js';
import { JobHandlers } from './job-handlers.js';
import { JobQueue } from './job-queue.js';
import { JobRelay } from './job-relay.js';
import { PlanningJobRepository } from './planning-job.repository.js';
import { PlanningJobs } from './planning-jobs.js';
import { PlanningProcessor, ShortPlanningProcessor } from './planning.processor.js';
import { PLANNING_QUEUE, SHORT_PLANNING_QUEUE, queueConnection } from './queue-settings.js';

/** Planning jobs for every module; works the queue only where the settings say so. */
@Module({})
export class JobsModule {
  static register(env: Env, databaseUrl: string, definitions: readonly JobDefinition<unknown>[]): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      imports: [
        BullModule.forRoot({ connection: queueConnection(env.redisUrl, databaseUrl) }),
        BullModule.registerQueue({ name: PLANNING_QUEUE }, { name: SHORT_PLANNING_QUEUE }),
        DiscoveryModule,
      ],
      providers: [
        { provide: KnownJobs, useValue: new KnownJobs(definitions) },
        PlanningJobRepository,
        JobQueue,
        JobRelay,
        JobHandlers,
        JobExecution,
        PlanningJobs,
        ...(env.runsWorker ? [PlanningProcessor, ShortPlanningProcessor] : []),
      ],
      exports: [PlanningJobs, JobExecution],
    };
  }
}
