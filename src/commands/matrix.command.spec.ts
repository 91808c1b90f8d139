import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeOsrm } from '../../libs/osrm-client/src/testing/fake-osrm.js';
import { runMatrix } from './matrix.command.js';

const demoMap = join(__dirname, '../../data/goteborg-centrum.osm.pbf');
const points = { points: [{ lon: 11.9527, lat: 57.6997 }, { lon: 11.9866, lat: 57.6967 }, { lon: 12.6, lat: 57.6 }] }; // prettier-ignore

let folder: string;
let faults: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ramrutt-matrix-'));
  faults = [];
  writeFileSync(join(folder, 'points.json'), JSON.stringify(points));
});
afterEach(() => rmSync(folder, { recursive: true }));

function matrix(...args: string[]): Promise<number> {
  return runMatrix(args, { stdout: () => undefined, stderr: (line) => void faults.push(line), cwd: folder });
}

interface TableFile {
  readonly durations: readonly (readonly (number | null)[])[];
  readonly distances: readonly (readonly (number | null)[])[];
  readonly snapMeters: readonly (number | null)[];
}

function writtenTable(): TableFile {
  return JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')) as TableFile;
}

const asked = ['--map', demoMap, '--points', 'points.json', '--out', 'table.json'];

it('writes times and distances, null where there is no way', async () => {
  expect(await matrix(...asked, '--mode', 'elcykel', '--travel', 'street')).toBe(0);
  const { durations, distances, snapMeters } = writtenTable();
  expect(durations[0][0]).toBe(0);
  expect(durations[0][1]).toBeGreaterThan(400);
  expect(distances[0][1]).toBeGreaterThan(2000);
  expect([durations[0][2], durations[2][0], distances[2][1], snapMeters[2]]).toEqual([null, null, null, null]);
});

it('names the points without a street, and what is likely wrong with each', async () => {
  const wrong = [{ lon: 57.6997, lat: 11.9527 }, { lon: 0, lat: 0 }, { lon: 8.5, lat: 55.6 }, { lon: 12.6, lat: 57.6 }]; // prettier-ignore
  writeFileSync(join(folder, 'points.json'), JSON.stringify({ points: [...points.points.slice(0, 2), ...wrong] }));
  expect(await matrix(...asked, '--mode', 'cykel')).toBe(0);
  expect(faults.slice(0, 4)).toEqual([
    'points[2] has no street within 500 m: lon and lat are swapped',
    'points[3] has no street within 500 m: it is 0,0, so the address was never found',
    'points[4] has no street within 500 m: it lies outside Sweden',
    'points[5] has no street within 500 m: is the map of this area, or does it lie on an island of its own?',
  ]);
  expect(writtenTable().durations[0][1]).toBeGreaterThan(400);
});

it('asks OSRM where that is the source', async () => {
  const fake = await FakeOsrm.start();
  try {
    expect(
      await matrix(
        '--points',
        'points.json',
        '--out',
        'table.json',
        '--mode',
        'gang',
        '--travel',
        `osrm:${fake.baseUrl}`,
      ),
    ).toBe(0);
    expect(fake.paths[0]).toContain('/table/v1/gang/11.952700,57.699700;');
    expect(writtenTable().snapMeters).toEqual([0, 0, 0]);
  } finally {
    await fake.stop();
  }
});

it('ends with 3 where OSRM is down', async () => {
  const fake = await FakeOsrm.start();
  const url = fake.baseUrl;
  await fake.stop();
  expect(await matrix(...asked, '--mode', 'cykel', '--travel', `osrm:${url}`)).toBe(3);
  expect(faults[0]).toMatch(/^OSRM for cykel: OSRM_UNREACHABLE no answer/);
});

it.each([
  [['--mode', 'moped'], '--mode moped: one of gang, cykel, elcykel, bil expected'],
  [['--mode', 'cykel', '--travel', 'kompass'], /^travel source "kompass": street, estimate or osrm:/],
  [['--mode', 'cykel', '--map', 'saknas.osm.pbf'], /^MAP_MISSING .*saknas.osm.pbf cannot be read/],
  [['--mode', 'cykel', '--map', 'points.json'], /^MAP_DAMAGED .*points.json is not a whole OSM PBF file/],
  [['--mode', 'cykel', '--points', 'saknas.json'], 'saknas.json: cannot be read'],
  [[], '--mode is missing'],
  [['--mod', 'cykel'], /--mod/],
] as const)('ends with 2 for %j, saying what is wrong', async (args, fault) => {
  expect(await matrix(...asked, ...args)).toBe(2);
  expect(faults[0]).toEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault));
});

it('tells every fault of the points at once', async () => {
  const wrong = { points: [{ lon: 11.95 }, { lon: 200, lat: 57.7 }, 'här', { lon: 11.95, lat: '57,7' }] };
  writeFileSync(join(folder, 'points.json'), JSON.stringify(wrong));
  expect(await matrix(...asked, '--mode', 'cykel')).toBe(2);
  expect(faults).toEqual([
    'points.json: points[0].lat is missing: a number of degrees −90…90 expected',
    'points.json: points[1].lon is 200: a number of degrees −180…180 expected',
    'points.json: points[2] is not an object: {"lon": 11.97, "lat": 57.70} expected',
    'points.json: points[3].lat is "57,7": a number of degrees −90…90 expected',
  ]);
});

it.each(['{"points":', '[]', '{"punkter":[]}'])('ends with 2 for a points file that holds %s', async (content) => {
  writeFileSync(join(folder, 'points.json'), content);
  expect(await matrix(...asked, '--mode', 'cykel')).toBe(2);
  expect(faults[0]).toMatch(/^points.json: /);
});
