import {
  createPostgresBackend,
  createRedisBackend,
  setDefaultBackendFactory,
  type ConnectionOptions,
  type WorkerOptions,
} from 'bullmq';

/** One queue per lane; the jobs in it are told apart by name. */
export const PLANNING_QUEUE = 'planning';
export const SHORT_PLANNING_QUEUE = 'planning-short';

/** So many short jobs run at once in a worker, beside the long ones: as many sick calls as come in the same half minute. */
export const SHORT_CONCURRENCY = 2;

/**
 * How soon a dead worker is noticed (measured with these figures: 12–13 s from kill to resumption, against 67 s with
 * BullMQ's defaults) and how many times a job may take its worker down.
 */
export const WORKER_SETTINGS = {
  lockDuration: 10_000,
  stalledInterval: 5000,
  maxStalledCount: 3,
} as const satisfies Partial<WorkerOptions>;

/** A job that has taken down this many workers is given up. */
export const MAX_ATTEMPTS = WORKER_SETTINGS.maxStalledCount + 1;

/** The queue's own tables stand in a schema of their own, made by BullMQ. */
const QUEUE_SCHEMA = 'bullmq';

/**
 * Chooses the backend of BullMQ, which is one for the whole process and must be chosen before any queue exists: Redis
 * where an address is given, PostgreSQL otherwise.
 */
export function queueConnection(redisUrl: string | null, databaseUrl: string): ConnectionOptions {
  if (redisUrl !== null) {
    setDefaultBackendFactory(createRedisBackend);
    return { url: redisUrl, maxRetriesPerRequest: null };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const connection = { connectionString: databaseUrl, schema: QUEUE_SCHEMA, migrate: true, max: 5 };
  // BullMQ types connections as Redis ones whatever the backend is.
  return connection;
}
