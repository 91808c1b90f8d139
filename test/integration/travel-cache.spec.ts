import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import { FakeOsrm } from '../../libs/osrm-client/src/testing/fake-osrm.js';
import { Database } from '../../src/database/database.js';
import { TravelCacheRepository } from '../../src/modules/travel-times/travel-cache.repository.js';
import { CachedSource } from '../../src/travel/cached-source.js';
import { EstimateSource } from '../../src/travel/estimate-source.js';
import { withFallback } from '../../src/travel/fallback-source.js';
import { OsrmSource } from '../../src/travel/osrm-source.js';
import { placeKeyOf } from '../../src/travel/travel-cache.js';
import {
  TravelSourceError,
  type KeepableSource,
  type TravelRectangle,
  type TravelTable,
} from '../../src/travel/travel-time-source.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let cache: TravelCacheRepository;
beforeAll(async () => {
  app = await startTestApp();
  cache = app.app.get(TravelCacheRepository);
});
afterAll(() => app.close());

/** Places along a parallel, a hundredth of a degree apart. */
const place = (index: number): Coordinate => ({ lon: 12 + index / 100, lat: 57.7 });
const places = (...indexes: readonly number[]): Coordinate[] => indexes.map(place);

/** From place a to place b takes 100 × (b − a) seconds, the way back ten seconds more; notes every pair it is asked for. */
class CountingSource implements KeepableSource {
  readonly kind = 'street-network';
  readonly asked: string[] = [];
  version: string;
  isDown = false;

  constructor(readonly mapId: string) {
    this.version = mapId;
  }

  mapIdNow(): Promise<string> {
    return this.isDown ? this.down() : Promise.resolve(this.version);
  }

  async table(mode: TravelMode, all: readonly Coordinate[]): Promise<TravelTable> {
    const { seconds, meters, fromSnapMeters, mapId } = await this.rectangle(mode, all, all);
    const estimated = new Uint8Array(seconds.length);
    return { seconds, meters, snapMeters: fromSnapMeters, estimated, source: this.kind, mapId };
  }

  rectangle(_mode: TravelMode, from: readonly Coordinate[], to: readonly Coordinate[]): Promise<TravelRectangle> {
    if (this.isDown) return this.down();
    const pairs = from.flatMap((a) => to.map((b) => [Math.round((a.lon - 12) * 100), Math.round((b.lon - 12) * 100)]));
    this.asked.push(...pairs.map(([a, b]) => `${a}→${b}`));
    const seconds = Int32Array.from(pairs, ([a, b]) => (b >= a ? 100 * (b - a) : 100 * (a - b) + 10));
    return Promise.resolve({
      seconds,
      meters: seconds.map((one) => one * 4),
      fromSnapMeters: Float64Array.from(from, () => 3),
      toSnapMeters: Float64Array.from(to, () => 3),
      mapId: this.version,
    });
  }

  private down(): Promise<never> {
    return Promise.reject(new TravelSourceError('TRAVEL_SOURCE_DOWN', 'the counting source is down'));
  }
}

it('asks for a new address one row and one column, and for what is kept nothing', async () => {
  const source = new CountingSource('map-row-and-column');
  const cached = new CachedSource(source, cache);
  await cached.table('cykel', places(0, 1, 2));
  expect(source.asked).toHaveLength(9);
  source.asked.length = 0;

  const table = await cached.table('cykel', places(0, 1, 2, 3));
  expect([...source.asked].sort()).toEqual(['0→3', '1→3', '2→3', '3→0', '3→1', '3→2', '3→3']);
  // prettier-ignore
  expect([...table.seconds]).toEqual([
    0, 100, 200, 300,
    110, 0, 100, 200,
    210, 110, 0, 100,
    310, 210, 110, 0,
  ]);
  expect([...table.snapMeters]).toEqual([3, 3, 3, 3]);
  source.asked.length = 0;

  expect((await cached.table('cykel', places(3, 1))).seconds).toEqual(Int32Array.of(0, 210, 200, 0));
  expect(source.asked).toEqual([]);
});

it('asks another mode for itself', async () => {
  const source = new CountingSource('map-modes');
  const cached = new CachedSource(source, cache);
  await cached.table('cykel', places(0, 1));
  await cached.table('elcykel', places(0, 1));
  expect(source.asked).toHaveLength(8);
});

it('asks only for the pairs that are missing where two groups meet', async () => {
  const source = new CountingSource('map-groups');
  const cached = new CachedSource(source, cache);
  await cached.table('gang', places(0, 1));
  await cached.table('gang', places(2, 3));
  source.asked.length = 0;
  const table = await cached.table('gang', places(0, 1, 2, 3));
  expect(source.asked.length).toBeLessThanOrEqual(12);
  expect(table.seconds[3]).toBe(300);
});

it('counts two brukare in one entrance as one place', async () => {
  const source = new CountingSource('map-entrance');
  const table = await new CachedSource(source, cache).table('cykel', places(0, 1, 0));
  expect(source.asked).toHaveLength(4);
  expect([...table.seconds]).toEqual([0, 100, 0, 110, 0, 110, 0, 100, 0]);
});

it('keeps that there is no way as no way', async () => {
  const source = new CountingSource('map-no-way');
  const rectangle = source.rectangle.bind(source);
  source.rectangle = async (mode, from, to) => {
    const answer = await rectangle(mode, from, to);
    return { ...answer, seconds: answer.seconds.map((one) => (one === 100 ? -1 : one)), fromSnapMeters: answer.fromSnapMeters.fill(Infinity) }; // prettier-ignore
  };
  const cached = new CachedSource(source, cache);
  await cached.table('cykel', places(0, 1));
  source.asked.length = 0;
  const table = await cached.table('cykel', places(0, 1));
  expect(source.asked).toEqual([]);
  expect([...table.seconds]).toEqual([0, -1, 110, 0]);
  expect(table.snapMeters[0]).toBe(Infinity);
});

describe('a changed map', () => {
  it('is asked anew: nothing of the old one is used', async () => {
    const source = new CountingSource('map-old');
    const cached = new CachedSource(source, cache);
    await cached.table('cykel', places(0, 1));
    source.version = 'map-new';
    source.asked.length = 0;
    const table = await cached.table('cykel', places(0, 1));
    expect(source.asked).toHaveLength(4);
    expect(table.mapId).toBe('map-new');
  });

  it('in the middle of a question gives a whole table of the new one, and keeps no cell of it as the old one (F19)', async () => {
    const source = new CountingSource('map-swapped');
    const cached = new CachedSource(source, cache);
    await cached.table('cykel', places(0, 1));
    const rectangle = source.rectangle.bind(source);
    let questions = 0;
    source.rectangle = (mode, from, to) => {
      questions += 1;
      if (questions === 2) source.version = 'map-swapped-2';
      return rectangle(mode, from, to);
    };
    const table = await cached.table('cykel', places(0, 1, 2));
    expect(table.mapId).toBe('map-swapped-2');
    const kept = await cache.load('map-swapped', 'cykel', places(0, 1, 2).map(placeKeyOf));
    expect([...kept.isKept]).toEqual([1, 1, 0, 1, 1, 0, 0, 0, 0]);
  });

  it('is swept when nobody asked for it during a week, and an address after a quarter', async () => {
    const source = new CountingSource('map-forgotten');
    await new CachedSource(source, cache).table('cykel', places(70, 71));
    await app.database.query(`UPDATE travel_map_version SET noted_at = now() - interval '8 days' WHERE map_id = $1`, [
      'map-forgotten',
    ]);
    await app.database.query(`UPDATE travel_place SET used_on = current_date - 91 WHERE lon_microdegrees = 12700000`);
    await cache.sweep({ versions: 7, places: 90 });
    expect(await app.database.query(`SELECT 1 FROM travel_row WHERE map_id = 'map-forgotten'`)).toEqual([]);
    expect(await app.database.query(`SELECT 1 FROM travel_place WHERE lon_microdegrees = 12700000`)).toEqual([]);
    expect(await app.database.query(`SELECT 1 FROM travel_place WHERE lon_microdegrees = 12710000`)).toHaveLength(1);
  });
});

describe('a server that is down (F16)', () => {
  it('answers with what is kept of its last version, and that is no estimate', async () => {
    const fake = await FakeOsrm.start();
    fake.dataVersion = 'w47';
    const source = new OsrmSource({ cykel: fake.baseUrl });
    const cached = withFallback([new CachedSource(source, cache), new EstimateSource()]);
    const before = await cached.table('cykel', places(0, 1, 2));
    await fake.stop();
    const after = await cached.table('cykel', places(2, 0));
    expect([after.source, after.mapId]).toEqual(['osrm', `${source.mapId}@w47`]);
    expect([...after.estimated]).toEqual([0, 0, 0, 0]);
    expect(after.seconds[1]).toBe(before.seconds[6]);
    // A place that is not kept: the whole table is an estimate, and says so in every cell.
    const withNew = await cached.table('cykel', places(0, 1, 9));
    expect([withNew.source, [...withNew.estimated]]).toEqual(['estimate', [1, 1, 1, 1, 1, 1, 1, 1, 1]]);
    await cached.close?.();
  });

  it('has its times kept only where it tells the version of its data', async () => {
    const fake = await FakeOsrm.start();
    const source = new OsrmSource({ cykel: fake.baseUrl });
    const cached = new CachedSource(source, cache);
    await cached.table('cykel', places(0, 1));
    expect(await cache.latestVersion(source.mapId, 'cykel')).toBeNull();
    await cached.close();
    await fake.stop();
  });

  it('never leaves an estimate among the kept times', async () => {
    const source = new CountingSource('map-estimates');
    source.isDown = true;
    const table = await withFallback([new CachedSource(source, cache), new EstimateSource()]).table(
      'cykel',
      places(0, 1),
    );
    expect(table.source).toBe('estimate');
    expect(await app.database.query(`SELECT 1 FROM travel_row WHERE map_id = 'map-estimates'`)).toEqual([]);
  });
});

it('goes on without the cache where the database does not answer', async () => {
  const source = new CountingSource('map-no-database');
  const faults: unknown[] = [];
  const broken = Object.assign(Object.create(cache) as TravelCacheRepository, {
    load: () => Promise.reject(new Error('no connection')),
    noteVersion: () => Promise.reject(new Error('no connection')),
  });
  const table = await new CachedSource(source, broken, (error) => faults.push(error)).table('cykel', places(0, 1));
  expect(table.seconds[1]).toBe(100);
  expect(faults).toHaveLength(2);
});

it('stands apart from the transaction around the question: publishing a plan neither waits for it nor fails with it', async () => {
  const source = new CountingSource('map-in-transaction');
  const cached = new CachedSource(source, cache);
  const database = app.app.get(Database);
  const rolledBack = database.runInTransaction(async () => {
    await cached.table('cykel', places(0, 1));
    throw new Error('the plan does not hold');
  });
  await expect(rolledBack).rejects.toThrow('the plan does not hold');
  source.asked.length = 0;
  await cached.table('cykel', places(0, 1));
  expect(source.asked).toEqual([]);
});

it('says nothing of who lives where: coordinates, times and map versions are all there is', async () => {
  const columns = await app.database.query<{ name: string }>(
    `SELECT DISTINCT column_name AS name FROM information_schema.columns
     WHERE table_name IN ('travel_place', 'travel_row', 'travel_map_version') ORDER BY 1`,
  );
  expect(columns.map(({ name }) => name)).toEqual(
    ['from_place_id', 'id', 'lat_microdegrees', 'lon_microdegrees', 'map_id', 'mode', 'noted_at', 'pairs', 'snap_meters', 'used_on'], // prettier-ignore
  );
});
