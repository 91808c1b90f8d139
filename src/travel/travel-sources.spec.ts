import { join } from 'node:path';
import type { Coordinate } from '@hemtjanst/domain';
import { FakeOsrm } from '../../libs/osrm-client/src/testing/fake-osrm.js';
import { EstimateSource } from './estimate-source.js';
import { withFallback } from './fallback-source.js';
import { OsrmSource, osrmUrlsOf } from './osrm-source.js';
import { parseTravelOption, parseTravelOptionStrictly } from './parse-travel-option.js';
import { StreetSource } from './street-source.js';
import { TravelSourceError, type TravelTable, type TravelTimeSource } from './travel-time-source.js';

const demoMap = join(__dirname, '../../data/goteborg-centrum.osm.pbf');
const jarntorget: Coordinate = { lon: 11.9527, lat: 57.6997 };
const korsvagen: Coordinate = { lon: 11.9866, lat: 57.6967 };
/** In the forest east of Landvetter, far from any street of the map. */
const nowhere: Coordinate = { lon: 12.6, lat: 57.6 };

// Starting a thread on a busy machine takes longer than Jest's five seconds.
jest.setTimeout(60_000);

const opened: { close?(): Promise<void> }[] = [];
function open<T extends { close?(): Promise<void> }>(source: T): T {
  opened.push(source);
  return source;
}
afterEach(async () => {
  for (const source of opened.splice(0)) await source.close?.();
});

describe('EstimateSource', () => {
  it('takes the straight line with a detour, and marks every cell', async () => {
    // One hundredth of a degree of latitude is 1 112 m; × 1.3 is 1 446 m, at 14 km/h 372 s
    const table = await new EstimateSource().table('cykel', [{ lon: 12, lat: 57.7 }, { lon: 12, lat: 57.71 }]); // prettier-ignore
    expect([...table.seconds]).toEqual([0, 372, 372, 0]);
    expect([...table.meters]).toEqual([0, 1446, 1446, 0]);
    expect([...table.estimated]).toEqual([1, 1, 1, 1]);
    expect(table.source).toBe('estimate');
  });

  it.each([
    // 1 112 m × 1.3 at 4.8 and 17 km/h, × 1.4 at 20 km/h
    ['gang', 1084],
    ['elcykel', 306],
    ['bil', 280],
  ] as const)('gives %s %i seconds', async (mode, seconds) => {
    const table = await new EstimateSource().table(mode, [{ lon: 12, lat: 57.7 }, { lon: 12, lat: 57.71 }]); // prettier-ignore
    expect(table.seconds[1]).toBe(seconds);
  });
});

describe('StreetSource', () => {
  it('answers from a thread, several questions at a time', async () => {
    const source = open(new StreetSource(demoMap));
    const [byBicycle, assisted] = await Promise.all([
      source.table('cykel', [jarntorget, korsvagen]),
      source.table('elcykel', [jarntorget, korsvagen]),
    ]);
    expect(byBicycle.seconds[1]).toBeGreaterThan(assisted.seconds[1]);
    expect(byBicycle.mapId).toBe(source.mapId);
    expect([...byBicycle.estimated]).toEqual([0, 0, 0, 0]);
  });

  it('draws the way between two places on the streets of the map', async () => {
    const source = open(new StreetSource(demoMap));
    const legs = [
      { from: jarntorget, to: korsvagen },
      { from: jarntorget, to: nowhere },
    ];
    const [line, none] = await source.lines('cykel', legs);
    expect(none).toBeNull();
    expect(line?.length).toBeGreaterThan(20);
    const [first, last] = [line?.at(0) ?? [0, 0], line?.at(-1) ?? [0, 0]];
    // Within some 60 m of both squares: the doors are moved to their street.
    expect(Math.hypot(first[0] - jarntorget.lon, first[1] - jarntorget.lat)).toBeLessThan(0.001);
    expect(Math.hypot(last[0] - korsvagen.lon, last[1] - korsvagen.lat)).toBeLessThan(0.001);
  });

  it('lets the caller give up', async () => {
    const source = open(new StreetSource(demoMap));
    const controller = new AbortController();
    const asked = source.table('cykel', [jarntorget, korsvagen], controller.signal);
    controller.abort(new Error('the plan was cancelled'));
    await expect(asked).rejects.toThrow('the plan was cancelled');
  });

  it('names a map that is not there', () => {
    expect(() => new StreetSource('nowhere.osm.pbf')).toThrow(expect.objectContaining({ code: 'TRAVEL_MAP_UNUSABLE' }));
  });

  it('names a map that is something else', async () => {
    const source = open(new StreetSource(__filename));
    await expect(source.table('cykel', [jarntorget])).rejects.toMatchObject({ code: 'TRAVEL_MAP_UNUSABLE' });
  });

  it('does not hide a fault in the program behind a fallback', async () => {
    const noPlace = undefined as unknown as Coordinate;
    const source = open(withFallback([new StreetSource(demoMap), new EstimateSource()]));
    await expect(source.table('cykel', [noPlace])).rejects.toThrow(/^street network: /);
  });

  it('fails what is waiting when it is closed', async () => {
    const source = new StreetSource(demoMap);
    const asked = expect(source.table('cykel', [jarntorget])).rejects.toMatchObject({ code: 'TRAVEL_SOURCE_DOWN' });
    await source.close();
    await asked;
  });
});

describe('OsrmSource', () => {
  let fake: FakeOsrm;
  beforeEach(async () => {
    fake = await FakeOsrm.start();
  });
  afterEach(() => fake.stop());

  it('asks the server of the mode', async () => {
    const source = open(new OsrmSource(osrmUrlsOf(`${fake.baseUrl}/{mode}`, ['cykel', 'elcykel'])));
    await source.table('elcykel', [jarntorget, korsvagen]).catch(() => undefined);
    expect(fake.paths[0]).toMatch(/^\/elcykel\/table\/v1\/elcykel\//);
  });

  it('serves both bicycle modes from one URL, and no others', async () => {
    const source = open(new OsrmSource(osrmUrlsOf(fake.baseUrl, ['gang', 'cykel', 'elcykel', 'bil'])));
    expect((await source.table('cykel', [jarntorget, korsvagen])).seconds[1]).toBeGreaterThan(400);
    expect((await source.table('elcykel', [jarntorget, korsvagen])).source).toBe('osrm');
    await expect(source.table('gang', [jarntorget, korsvagen])).rejects.toMatchObject({ code: 'TRAVEL_MODE_MISSING' });
  });

  it.each([
    // The profile in an address is ignored by OSRM: the loaded data decide, and only the speed tells.
    ['elcykel', 15],
    ['cykel', 20],
    ['gang', 15],
    ['bil', 5],
  ] as const)('refuses a server for %s that rides at %i km/h', async (mode, kmh) => {
    fake.kmh = kmh;
    const source = open(new OsrmSource({ [mode]: fake.baseUrl }));
    await expect(source.table(mode, [jarntorget, korsvagen])).rejects.toMatchObject({ code: 'TRAVEL_PROFILE_WRONG' });
  });

  it.each([['elcykel', 20], ['cykel', 15], ['gang', 5], ['bil', 40]] as const)(
    'takes a server for %s that rides at %i km/h',
    async (mode, kmh) => {
      fake.kmh = kmh;
      const source = open(new OsrmSource({ [mode]: fake.baseUrl }));
      expect((await source.table(mode, [jarntorget, korsvagen])).source).toBe('osrm');
    },
  ); // prettier-ignore

  it('goes to the streets where the server rides at another speed, and says why', async () => {
    const told: string[] = [];
    const osrm = new OsrmSource({ elcykel: fake.baseUrl });
    const source = open(withFallback([osrm, new StreetSource(demoMap)], (_, error) => told.push(error.code)));
    expect((await source.table('elcykel', [jarntorget, korsvagen])).source).toBe('street-network');
    expect(told).toEqual(['TRAVEL_PROFILE_WRONG']);
  });

  it('tells the version of the data the server was started with', async () => {
    fake.dataVersion = 'w47';
    const source = open(new OsrmSource({ cykel: fake.baseUrl }));
    expect((await source.table('cykel', [jarntorget, korsvagen])).mapId).toBe(`${source.mapId}@w47`);
    expect(await source.mapIdNow('cykel', jarntorget)).toBe(`${source.mapId}@w47`);
    fake.dataVersion = null;
    expect(await source.mapIdNow('cykel', jarntorget)).toBeNull();
  });

  it('gives a row of a new address as the whole table has it', async () => {
    const source = open(new OsrmSource({ cykel: fake.baseUrl }));
    const all = await source.table('cykel', [jarntorget, korsvagen]);
    const row = await source.rectangle('cykel', [jarntorget], [jarntorget, korsvagen]);
    expect([...row.seconds]).toEqual([...all.seconds.slice(0, 2)]);
  });

  it('is told apart from other servers by its id', () => {
    expect(new OsrmSource({ cykel: 'http://a:5000' }).mapId).not.toBe(new OsrmSource({ cykel: 'http://b:5000' }).mapId);
  });
});

/** A source that gives the same figure for every pair, or fails. */
function sourceOf(kind: TravelTimeSource['kind'], seconds: number | 'down'): TravelTimeSource {
  return {
    kind,
    mapId: `${kind}-map`,
    table: (_mode, places): Promise<TravelTable> => {
      if (seconds === 'down') return Promise.reject(new TravelSourceError('TRAVEL_SOURCE_DOWN', `${kind} is down`));
      const cells = new Int32Array(places.length ** 2).fill(seconds);
      return Promise.resolve({
        seconds: cells,
        meters: cells.slice(),
        snapMeters: new Float64Array(places.length),
        estimated: new Uint8Array(cells.length),
        source: kind,
        mapId: `${kind}-map`,
      });
    },
  };
}

describe('withFallback', () => {
  it('takes the first source that answers, and says which', async () => {
    const failed: string[] = [];
    const source = withFallback([sourceOf('osrm', 'down'), sourceOf('street-network', 60)], (_, error) =>
      failed.push(error.message),
    );
    expect(source.kind).toBe('osrm');
    const table = await source.table('cykel', [jarntorget, korsvagen]);
    expect([table.seconds[1], table.source, table.mapId]).toEqual([60, 'street-network', 'street-network-map']);
    expect([source.kind, source.mapId]).toEqual(['street-network', 'street-network-map']);
    expect(failed).toEqual(['osrm is down']);
  });

  it('ends with an estimate, marked as one', async () => {
    const source = withFallback([sourceOf('osrm', 'down'), sourceOf('street-network', 'down'), new EstimateSource()]);
    const table = await source.table('cykel', [jarntorget, korsvagen]);
    expect([table.source, source.kind, [...table.estimated]]).toEqual(['estimate', 'estimate', [1, 1, 1, 1]]);
  });

  it('fills pairs without a way with an estimate, and marks those only', async () => {
    const source = open(withFallback([new StreetSource(demoMap)]));
    const table = await source.table('cykel', [jarntorget, korsvagen, nowhere]);
    expect([...table.estimated]).toEqual([0, 0, 1, 0, 0, 1, 1, 1, 0]);
    expect(table.source).toBe('street-network');
    // 38 km as the crow flies
    expect(table.seconds[2]).toBeGreaterThan(2 * 3600);
    expect(table.seconds[8]).toBe(0);
  });

  it('fails when nothing answers', async () => {
    await expect(withFallback([sourceOf('osrm', 'down')]).table('cykel', [])).rejects.toThrow('osrm is down');
  });

  it('does not ask elsewhere for who gave up', async () => {
    const aborted = AbortSignal.abort(new Error('cancelled'));
    const source = withFallback([new EstimateSource(), sourceOf('street-network', 60)]);
    await expect(source.table('cykel', [jarntorget], aborted)).rejects.toThrow('cancelled');
  });
});

describe('the travel option', () => {
  const settings = { mapPath: demoMap };

  it.each([
    ['street', 'street-network'],
    ['estimate', 'estimate'],
    ['osrm:http://localhost:5000', 'osrm'],
    ['osrm:http://osrm-{mode}:5000', 'osrm'],
  ])('%s is %s', (option, kind) => {
    expect(open(parseTravelOption(option, settings)).kind).toBe(kind);
    expect(open(parseTravelOptionStrictly(option, settings)).kind).toBe(kind);
  });

  it.each(['', 'google', 'osrm:', 'osrm:localhost:5000', 'osrm:http://'])('refuses "%s"', (option) => {
    expect(() => parseTravelOption(option, settings)).toThrow(
      expect.objectContaining({ code: 'TRAVEL_OPTION_UNKNOWN' }),
    );
  });

  it('goes from an OSRM that is down to the streets', async () => {
    const fake = await FakeOsrm.start();
    const url = fake.baseUrl;
    await fake.stop();
    const source = open(parseTravelOption(`osrm:${url}`, settings));
    expect((await source.table('cykel', [jarntorget, korsvagen])).source).toBe('street-network');
  });

  it('goes on to the estimate where there is no map either', async () => {
    const fake = await FakeOsrm.start();
    const url = fake.baseUrl;
    await fake.stop();
    const told: string[] = [];
    const onFallback = (_: unknown, error: TravelSourceError): unknown => told.push(error.code);
    const source = open(parseTravelOption(`osrm:${url}`, { mapPath: 'nowhere.osm.pbf', onFallback }));
    expect((await source.table('cykel', [jarntorget, korsvagen])).source).toBe('estimate');
    expect(told).toEqual(['TRAVEL_MAP_UNUSABLE', 'TRAVEL_SOURCE_DOWN']);
  });
});

describe('an OSRM that dies in the middle of a matrix', () => {
  const places = Array.from({ length: 201 }, (_, index) => ({ lon: 11.95 + index * 1e-4, lat: 57.7 }));
  const streets = new StreetSource(demoMap);
  let onStreets: TravelTable;
  beforeAll(async () => {
    onStreets = await streets.table('cykel', places);
  });
  afterAll(() => streets.close());

  it.each([0, 4, 8])('after %i of 9 tiles leaves none of its times in the table', async (tiles) => {
    const fake = await FakeOsrm.start();
    fake.misbehave = ({ number }) => (number >= tiles ? 'broken-connection' : undefined);
    const osrm = open(new OsrmSource({ cykel: fake.baseUrl }));
    const table = await withFallback([osrm, streets]).table('cykel', places);
    await fake.stop();
    expect(table.source).toBe('street-network');
    expect(table.seconds).toEqual(onStreets.seconds);
  });
});
