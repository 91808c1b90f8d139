import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { TravelMode } from '@hemtjanst/domain';
import { Database } from '../../src/database/database.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { migrate } from '../../src/database/migrate.js';
import { TravelCacheRepository } from '../../src/modules/travel-times/travel-cache.repository.js';
import type { NewRow, PlaceKey } from '../../src/travel/travel-cache.js';

/**
 * How long 850 addresses × 3 modes take to keep and to load, and one more address to add, against an embedded
 * PostgreSQL: `npx tsx test/bench/travel-cache.ts`. Goal: all three modes load within a second.
 */
const addresses = 850;
const modes: readonly TravelMode[] = ['gang', 'cykel', 'elcykel'];

const parent = mkdtempSync(join(tmpdir(), 'ramrutt-bench-'));
chmodSync(parent, 0o755);
const postgres = await startEmbeddedPostgres(join(parent, 'postgres'), { durable: true });
const dataSource = new DataSource(dataSourceOptions(postgres.url));
try {
  await migrate(postgres.url);
  await dataSource.initialize();
  await measure(new TravelCacheRepository(new Database(dataSource)));
} finally {
  await dataSource.destroy();
  await postgres.stop();
  rmSync(parent, { recursive: true, force: true });
}

async function measure(cache: TravelCacheRepository): Promise<void> {
  const places: PlaceKey[] = Array.from({ length: addresses + 1 }, (_, index) => ({
    lonMicrodegrees: 11_900_000 + 37 * index,
    latMicrodegrees: 57_700_000 + 11 * index,
  }));
  const known = places.slice(0, addresses);
  await timed('keep 850 × 850 × 3', async () => {
    for (const mode of modes) await cache.save('bench-map', mode, known, rowsAmong(addresses));
  });
  for (let round = 1; round <= 3; round++) {
    await timed(`load 850 × 850 × 3, round ${round}`, async () => {
      const tables = [];
      for (const mode of modes) tables.push(await cache.load('bench-map', mode, known));
      if (tables.some((table) => table.isKept.includes(0))) throw new Error('a pair is missing');
    });
  }
  await timed('load one group of 120 × 120 × 3', async () => {
    for (const mode of modes) await cache.load('bench-map', mode, known.slice(300, 420));
  });
  await timed('add one address, one mode', () => cache.save('bench-map', 'cykel', places, newAddress()));
}

function rowsAmong(count: number): NewRow[] {
  const to = Array.from({ length: count }, (_, index) => index);
  return to.map((from) => ({ from, snapMeters: 4.2, to, ...figures(from, to) }));
}

/** One row, and one cell in the row of every other place. */
function newAddress(): NewRow[] {
  const all = Array.from({ length: addresses + 1 }, (_, index) => index);
  const column = all.slice(0, addresses).map((from) => ({ from, snapMeters: 4.2, to: [addresses], ...figures(from, [addresses]) })); // prettier-ignore
  return [{ from: addresses, snapMeters: 4.2, to: all, ...figures(addresses, all) }, ...column];
}

function figures(from: number, to: readonly number[]): Pick<NewRow, 'seconds' | 'meters'> {
  const seconds = to.map((place) => ((from * 7919 + place * 104_729) % 3600) + (from === place ? 0 : 30));
  return { seconds, meters: seconds.map((one) => one * 4) };
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const wall = Math.round(performance.now() - start);
  process.stdout.write(`${what}: ${wall} ms, of them ${Math.round((user + system) / 1000)} ms CPU in Node\n`);
}
