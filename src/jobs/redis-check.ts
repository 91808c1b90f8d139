import { Redis } from 'ioredis';
import { StartFault } from '../config/start-fault.js';

/** BullMQ needs it, and says so: the only setting that guarantees the correct behaviour. */
const NEEDED_POLICY = 'noeviction';

/**
 * Refuses a Redis that would throw jobs away. In production that ends the start; elsewhere an unreachable Redis is
 * accepted, because jobs wait in PostgreSQL until it comes back.
 */
export async function checkRedis(url: string, isProduction: boolean): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
    connectTimeout: 4000,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const faults = await faultsOf(redis);
    if (isProduction && faults.length > 0) throw new StartFault(faults);
  } catch (error) {
    if (error instanceof StartFault) throw error;
    if (isProduction)
      throw new StartFault(`REDIS_URL: Redis cannot be reached (${error instanceof Error ? error.message : ''})`);
  } finally {
    redis.disconnect();
  }
}

async function faultsOf(redis: Redis): Promise<readonly string[]> {
  const settings = await redis.info();
  const read = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(settings)?.[1]?.trim() ?? '';
  const [major = 0, minor = 0] = read('redis_version').split('.').map(Number);
  return [
    ...(read('maxmemory_policy') === NEEDED_POLICY ? [] : [`Redis: maxmemory-policy must be ${NEEDED_POLICY}`]),
    ...(read('aof_enabled') === '1' ? [] : ['Redis: appendonly must be yes']),
    ...(major > 6 || (major === 6 && minor >= 2) ? [] : ['Redis: version 6.2 or newer is needed']),
  ];
}
