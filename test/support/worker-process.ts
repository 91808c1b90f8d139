import { DelayedError, Worker } from 'bullmq';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { DatabaseAddress } from '../../src/database/database-address.js';
import { DatabaseNotifications } from '../../src/database/database-notifications.js';
import { KnownJobs } from '../../src/jobs/job-definition.js';
import { JobExecution } from '../../src/jobs/job-execution.js';
import type { JobHandlers } from '../../src/jobs/job-handlers.js';
import { PlanningJobRepository } from '../../src/jobs/planning-job.repository.js';
import { PLANNING_QUEUE, WORKER_SETTINGS, queueConnection } from '../../src/jobs/queue-settings.js';
import { COUNTING, CountingRunner } from './counting-job.js';

/**
 * A worker process for tests to kill: the real queue, table and execution, with the counting job as only handler.
 * Arguments: database address, Redis address or "-".
 */
async function work(databaseUrl: string, redisUrl: string | null): Promise<void> {
  const source = await new DataSource(dataSourceOptions(databaseUrl)).initialize();
  const database = new Database(source);
  const notifications = new DatabaseNotifications(new DatabaseAddress(databaseUrl));
  const runner = new CountingRunner((sql, parameters) => database.rows(sql, parameters), String(process.pid));
  const handlers = { find: () => ({ definition: COUNTING, runner }) } as unknown as JobHandlers;
  const execution = new JobExecution(
    database,
    new PlanningJobRepository(database),
    handlers,
    new KnownJobs([COUNTING]),
    notifications,
  );
  execution.onModuleInit();
  const worker = new Worker<{ readonly jobId: string }>(
    PLANNING_QUEUE,
    async (job, token) => {
      if ((await execution.execute(job.data.jobId)) === 'handled') return;
      await job.moveToDelayed(Date.now() + 500, token);
      throw new DelayedError();
    },
    { ...WORKER_SETTINGS, connection: queueConnection(redisUrl, databaseUrl) },
  );
  worker.on('error', () => undefined);
  await worker.waitUntilReady();
  process.stdout.write('ready\n');
}

const [databaseUrl = '', redisUrl = '-'] = process.argv.slice(2);
void work(databaseUrl, redisUrl === '-' ? null : redisUrl);
