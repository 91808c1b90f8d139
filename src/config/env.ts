import path from 'node:path';
import { z } from 'zod';
import { StartFault } from './start-fault.js';

/** Used where nobody set a secret; refused in production. */
const DEVELOPMENT_SECRET = 'ramrutt-development-secret-not-for-production';
const WEAK_DATABASE_PASSWORDS: readonly string[] = ['', 'postgres', 'password', 'ramrutt', 'example', 'changeme'];

const optionalUrl = (protocols: RegExp, example: string) =>
  z
    .url({ protocol: protocols, error: `must be an address such as ${example}` })
    .optional()
    .transform((value) => value ?? null);
const yesNo = z.enum(['yes', 'no'], { error: 'must be yes or no' });

const schema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
    .default('development'),
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int('must be a whole number')
    .min(0, 'must be 0–65535')
    .max(65535, 'must be 0–65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  RAMRUTT_DATA_DIR: z.string().min(1).default('.data'),
  MAP_FILE: z.string().min(1).default('data/goteborg-centrum.osm.pbf'),
  DATABASE_URL: optionalUrl(/^postgres(ql)?$/, 'postgres://user:password@host:5432/ramrutt'),
  REDIS_URL: optionalUrl(/^rediss?$/, 'redis://host:6379'),
  OSRM_URL_CYKEL: optionalUrl(/^https?$/, 'http://osrm-cykel:5000'),
  OSRM_URL_ELCYKEL: optionalUrl(/^https?$/, 'http://osrm-elcykel:5000'),
  OSRM_URL_BIL: optionalUrl(/^https?$/, 'http://osrm-bil:5000'),
  OSRM_URL_GANG: optionalUrl(/^https?$/, 'http://osrm-gang:5000'),
  SESSION_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  DOOR_CODE_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  RUN_WORKER: yesNo.optional(),
  WORKER_CONCURRENCY: z.coerce.number({ error: 'must be a number' }).int().min(1).max(16).default(1),
  ADMIN_USERNAME: z.string().min(3, 'must be at least 3 characters').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'must be at least 12 characters').optional(),
  DEMO: yesNo.optional(),
  TRUST_PROXY: yesNo.default('no'),
});

/** The settings of one process, read once at start and given out by {@link ConfigModule}. */
export abstract class Env {
  abstract readonly mode: 'development' | 'test' | 'production';
  abstract readonly port: number;
  abstract readonly host: string;
  /** Absolute folder of the embedded PostgreSQL and of what the service may rebuild. */
  abstract readonly dataFolder: string;
  /** Absolute path of the OpenStreetMap extract. */
  abstract readonly mapFile: string;
  /** Null: the embedded PostgreSQL in {@link dataFolder}. */
  abstract readonly databaseUrl: string | null;
  /** Null: the queue lives in PostgreSQL. */
  abstract readonly redisUrl: string | null;
  abstract readonly osrmUrls: Readonly<Record<'cykel' | 'elcykel' | 'bil' | 'gang', string | null>>;
  /** Mixed into every stored session hash. */
  abstract readonly sessionSecret: string;
  /** Seals door codes; null: none can be kept or shown. A code sealed with another secret is lost. */
  abstract readonly doorCodeSecret: string | null;
  /** Does the API process also work the job queue? */
  abstract readonly runsWorker: boolean;
  /** Jobs one worker process runs side by side. */
  abstract readonly workerConcurrency: number;
  /** May the demo unit and its demo accounts be used? */
  abstract readonly demo: boolean;
  /** The first admin, made where there is no account yet; null: nobody is made. */
  abstract readonly firstAdmin: { readonly username: string; readonly password: string } | null;
  /** Is there a proxy in front that sets X-Forwarded-For? */
  abstract readonly trustsProxy: boolean;
}

/**
 * The settings in `source`, or one {@link StartFault} that names every fault at once.
 *
 * @example readEnv(process.env).port // 3000 when nothing is set
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(withoutEmpty(source));
  if (!parsed.success) {
    throw new StartFault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const values = parsed.data;
  const faults = [
    ...timeZoneFaults(),
    ...adminFaults(values),
    ...(values.NODE_ENV === 'production' ? productionFaults(values) : []),
  ];
  if (faults.length > 0) throw new StartFault(faults);
  return {
    mode: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    dataFolder: path.resolve(values.RAMRUTT_DATA_DIR),
    mapFile: path.resolve(values.MAP_FILE),
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    osrmUrls: {
      cykel: values.OSRM_URL_CYKEL,
      elcykel: values.OSRM_URL_ELCYKEL,
      bil: values.OSRM_URL_BIL,
      gang: values.OSRM_URL_GANG,
    },
    sessionSecret: values.SESSION_SECRET ?? DEVELOPMENT_SECRET,
    doorCodeSecret: values.DOOR_CODE_SECRET ?? (values.NODE_ENV === 'production' ? null : DEVELOPMENT_SECRET),
    runsWorker: values.RUN_WORKER === undefined ? values.DATABASE_URL === null : values.RUN_WORKER === 'yes',
    workerConcurrency: values.WORKER_CONCURRENCY,
    demo: values.DEMO === undefined ? values.NODE_ENV === 'development' : values.DEMO === 'yes',
    firstAdmin: firstAdminOf(values),
    trustsProxy: values.TRUST_PROXY === 'yes',
  };
}

function firstAdminOf({
  ADMIN_USERNAME: username,
  ADMIN_PASSWORD: password,
}: z.infer<typeof schema>): Env['firstAdmin'] {
  return username === undefined || password === undefined
    ? null
    : { username: username.trim().toLowerCase(), password };
}

/** An empty variable is an unset one: compose files and shells write `REDIS_URL=` for "none". */
function withoutEmpty(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

function productionFaults(values: z.infer<typeof schema>): readonly string[] {
  const faults: string[] = [];
  if (values.SESSION_SECRET === undefined) {
    faults.push('SESSION_SECRET: must be set in production (at least 32 random characters)');
  } else if (values.SESSION_SECRET === DEVELOPMENT_SECRET || new Set(values.SESSION_SECRET).size < 10) {
    faults.push('SESSION_SECRET: is a default or too simple; use at least 32 random characters');
  }
  if (values.DATABASE_URL === null) {
    faults.push('DATABASE_URL: must be set in production; the embedded PostgreSQL is for trying out');
  } else if (WEAK_DATABASE_PASSWORDS.includes(new URL(values.DATABASE_URL).password)) {
    faults.push('DATABASE_URL: holds no password or a default one');
  }
  if (values.DEMO === 'yes') faults.push('DEMO: demo accounts have known passwords and cannot be used in production');
  return faults;
}

function adminFaults(values: z.infer<typeof schema>): readonly string[] {
  const isHalf = (values.ADMIN_USERNAME === undefined) !== (values.ADMIN_PASSWORD === undefined);
  return isHalf ? ['ADMIN_USERNAME, ADMIN_PASSWORD: set both, or neither'] : [];
}

/** Every local time in the product is read in Europe/Stockholm: a Node without that zone would plan at wrong hours. */
function timeZoneFaults(): readonly string[] {
  try {
    const july = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', hour: 'numeric', hour12: false });
    if (july.format(new Date('2026-07-01T10:00:00Z')) === '12') return [];
  } catch {
    // An unknown zone throws; the line below says so.
  }
  return ['this Node has no time zone data for Europe/Stockholm'];
}
