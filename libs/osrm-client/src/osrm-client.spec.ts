import { OsrmClient, type OsrmClientOptions } from './osrm-client.js';
import { OsrmError } from './osrm-error.js';
import { FakeOsrm, type Misbehaviour } from './testing/fake-osrm.js';

const places = [
  { lon: 11.95, lat: 57.7 },
  { lon: 11.96, lat: 57.7 },
  { lon: 11.97, lat: 57.7 },
];

let fake: FakeOsrm;
let client: OsrmClient;

function connect(options: Partial<OsrmClientOptions> = {}): OsrmClient {
  client = new OsrmClient({ baseUrl: fake.baseUrl, retryPauseMs: 1, ...options });
  return client;
}

beforeEach(async () => {
  fake = await FakeOsrm.start();
  connect();
});
afterEach(async () => {
  await client.close();
  await fake.stop();
});

/** Along a parallel, 0.001° (about 59 m) apart. */
function placesInARow(count: number): { lon: number; lat: number }[] {
  return Array.from({ length: count }, (_, index) => ({ lon: 11.9 + index * 0.001, lat: 57.7 }));
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return error instanceof OsrmError ? error.code : String(error);
  }
}

describe('table', () => {
  it('gives whole seconds and metres row by row', async () => {
    const { seconds, meters, snapMeters } = await client.table(places);
    // 0.01° of longitude at 57.7° is 594 m, 142.6 s at 15 km/h
    expect([...meters]).toEqual([0, 594, 1188, 594, 0, 594, 1188, 594, 0]);
    expect([...seconds]).toEqual([0, 143, 285, 143, 0, 143, 285, 143, 0]);
    expect([...snapMeters]).toEqual([0, 0, 0]);
  });

  it('asks with longitude first, without hints', async () => {
    await client.table(places.slice(0, 2));
    expect(fake.paths).toEqual([
      '/table/v1/profile/11.950000,57.700000;11.960000,57.700000?annotations=duration,distance&generate_hints=false',
    ]);
  });

  it('cuts what is larger than the server allows into tiles, and joins them', async () => {
    const row = placesInARow(250);
    const { seconds } = await client.table(row);
    expect(fake.paths).toHaveLength(9);
    // From the first to the last: 249 × 59.4 m = 14 795 m, 3 551 s
    expect(Math.abs(seconds[249] - 3551)).toBeLessThan(2);
    for (const [i, j] of [[0, 1], [99, 100], [249, 0], [150, 249]]) expect(seconds[i * 250 + j]).toBe(Math.round(Math.abs(i - j) * 14.26)); // prettier-ignore
  });

  it('keeps every request below the 7 kB that proxies let through', async () => {
    await client.table(placesInARow(250));
    expect(Math.max(...fake.paths.map((path) => path.length))).toBeLessThan(7000);
  });

  it('makes smaller tiles where coordinates would not fit into one request', async () => {
    connect({ tileSide: 100, profile: 'p'.repeat(5000) });
    const { seconds } = await client.table(placesInARow(120));
    expect(seconds.every((value) => value >= 0)).toBe(true);
    expect(Math.max(...fake.paths.map((path) => path.length))).toBeLessThan(7000);
  });

  it('answers for a single place too, which OSRM refuses', async () => {
    expect([...(await client.table(places.slice(0, 1))).seconds]).toEqual([0]);
    expect([...(await client.table([])).seconds]).toEqual([]);
  });

  it.each<[Misbehaviour, number]>([
    ['null-cell', 1],
    ['null-in-distances-only', 1],
    ['null-row', 3],
  ])('marks %s as unreachable, never as 0', async (fault, cells) => {
    fake.misbehave = () => fault;
    const { seconds, meters } = await client.table(places);
    expect([...seconds].filter((value) => value === -1)).toHaveLength(cells);
    expect([...meters].filter((value) => value === -1)).toHaveLength(cells);
    expect(seconds[2]).toBe(-1);
    expect(seconds[3]).toBe(143);
  });

  it.each<[Misbehaviour, string]>([
    ['html', 'OSRM_BAD_ANSWER'],
    ['cut-json', 'OSRM_BAD_ANSWER'],
    ['nan', 'OSRM_BAD_ANSWER'],
    ['negative', 'OSRM_BAD_ANSWER'],
    ['text-for-number', 'OSRM_BAD_ANSWER'],
    ['row-missing', 'OSRM_BAD_ANSWER'],
    ['cell-missing', 'OSRM_BAD_ANSWER'],
    ['ok-with-500', 'OSRM_SERVER_ERROR'],
    ['status-500', 'OSRM_SERVER_ERROR'],
    ['broken-connection', 'OSRM_UNREACHABLE'],
    ['too-big', 'OSRM_REFUSED'],
    ['no-segment', 'OSRM_NO_SEGMENT'],
  ])('refuses %s with %s', async (fault, code) => {
    fake.misbehave = () => fault;
    expect(await codeOf(client.table(places))).toBe(code);
  });

  it('names the place without a street by its index in the whole list, not in the tile', async () => {
    connect({ tileSide: 3, parallel: 1 });
    // The tile of rows 3, 4, 5 and columns 0, 1, 2 sends its places in that order: its coordinate 1 is place 4.
    fake.misbehave = ({ path }) => (path.includes('/profile/11.903000') ? 'no-segment' : undefined);
    await expect(client.table(placesInARow(6))).rejects.toMatchObject({ code: 'OSRM_NO_SEGMENT', placeIndex: 4 });
  });

  it('never asks for a single place, which OSRM refuses', async () => {
    connect({ tileSide: 3 });
    expect((await client.table(placesInARow(7))).seconds.every((value) => value >= 0)).toBe(true);
  });
});

describe('trying again', () => {
  it.each<Misbehaviour>(['broken-connection', 'status-500'])('helps once after %s', async (fault) => {
    fake.misbehave = ({ number }) => (number === 0 ? fault : undefined);
    expect((await client.table(places)).seconds[1]).toBe(143);
    expect(fake.paths).toHaveLength(2);
  });

  it.each<Misbehaviour>(['too-big', 'no-segment', 'html'])('is not done after %s', async (fault) => {
    fake.misbehave = () => fault;
    await codeOf(client.table(places));
    expect(fake.paths).toHaveLength(1);
  });
});

describe('time limits', () => {
  it.each<Misbehaviour>(['silent', 'one-byte-at-a-time'])('end a call to a server that is %s', async (fault) => {
    connect({ callMs: 150 });
    fake.misbehave = () => fault;
    expect(await codeOf(client.table(places))).toBe('OSRM_TIMEOUT');
  });

  it('end a matrix whose parts are each in time', async () => {
    connect({ callMs: 1000, matrixMs: 100, tileSide: 3 });
    fake.misbehave = ({ number }) => (number > 0 ? 'silent' : undefined);
    await expect(client.table(placesInARow(6))).rejects.toThrow(
      'OSRM_TIMEOUT the matrix was not complete within 100 ms',
    );
  });

  it('let the caller give up', async () => {
    fake.misbehave = () => 'silent';
    const controller = new AbortController();
    const asked = codeOf(client.table(places, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 30);
    expect(await asked).toBe('OSRM_ABORTED');
  });
});

describe('the circuit breaker', () => {
  it('leaves a server alone after repeated failures, and tries again after the pause', async () => {
    connect({ breakerFailures: 2, breakerOpenMs: 120 });
    fake.misbehave = () => 'status-500';
    expect(await codeOf(client.table(places))).toBe('OSRM_SERVER_ERROR');
    expect(await codeOf(client.table(places))).toBe('OSRM_CIRCUIT_OPEN');
    expect(fake.paths).toHaveLength(2);

    fake.misbehave = () => undefined;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await client.table(places)).seconds[1]).toBe(143);
  });

  it('does not open because of refusals: the server is well', async () => {
    connect({ breakerFailures: 2 });
    fake.misbehave = () => 'too-big';
    for (let call = 0; call < 5; call++) expect(await codeOf(client.table(places))).toBe('OSRM_REFUSED');
  });
});

it('leaves a connection before the server closes it after 512 requests', async () => {
  connect({ parallel: 1 });
  for (let call = 0; call < 1100; call++) await client.nearest(places[0]);
  // No request was sent twice.
  expect(fake.paths).toHaveLength(1100);
});

it('gives the line of a route as [lon, lat]', async () => {
  const route = await client.route([places[0], places[2]]);
  expect(route).toEqual({ seconds: 285.2, meters: 1188.3, geometry: [[11.95, 57.7], [11.97, 57.7]] }); // prettier-ignore
});

it('tells where the nearest street is', async () => {
  expect(await client.nearest(places[0])).toEqual({
    lon: 11.95,
    lat: 57.7,
    snapMeters: 0,
    street: 'Provgatan',
    dataVersion: null,
  });
});

it('keeps a path in the base URL', async () => {
  connect({ baseUrl: `${fake.baseUrl}/cykel/` });
  await codeOf(client.nearest(places[0]));
  expect(fake.paths[0]).toMatch(/^\/cykel\/nearest\/v1\//);
});

it('says that nobody listens where nobody does', async () => {
  await fake.stop();
  expect(await codeOf(client.nearest(places[0]))).toBe('OSRM_UNREACHABLE');
  fake = await FakeOsrm.start();
});

describe('tableBetween', () => {
  it('gives the rows of some places to others, as the whole matrix has them', async () => {
    const row = placesInARow(230);
    const all = await client.table(row);
    fake.paths.length = 0;
    const { seconds, toSnapMeters } = await client.tableBetween(row.slice(0, 2), row);
    expect([...seconds]).toEqual([...all.seconds.slice(0, 2 * 230)]);
    expect(toSnapMeters).toHaveLength(230);
    // 2 × 230 cells fit one request of 10 000 cells
    expect(fake.paths).toHaveLength(1);
  });

  it('gives one column of all places to a new one', async () => {
    const row = placesInARow(850);
    const { seconds } = await client.tableBetween(row, [row[0]]);
    // 59.4 m apart, 14.3 s each
    expect([seconds[0], seconds[1], seconds[2]]).toEqual([0, 14, 29]);
    expect(fake.paths).toHaveLength(3);
  });

  it('asks nothing where there is nothing to ask', async () => {
    expect((await client.tableBetween([], placesInARow(3))).seconds).toHaveLength(0);
    expect(fake.paths).toHaveLength(0);
  });
});

describe('the version of the map data', () => {
  it('is handed on with tables and places', async () => {
    fake.dataVersion = '2026-w47';
    expect((await client.table(places)).dataVersion).toBe('2026-w47');
    expect((await client.nearest(places[0])).dataVersion).toBe('2026-w47');
  });

  it('must be one for a whole matrix', async () => {
    fake.dataVersion = 'monday';
    fake.misbehave = ({ number }) => {
      if (number === 4) fake.dataVersion = 'tuesday';
      return undefined;
    };
    expect(await codeOf(client.table(placesInARow(250)))).toBe('OSRM_DATA_CHANGED');
  });
});
