import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStreetNetwork, mapIdOf, type StreetNetwork } from './street-network.js';
import { tinyPbf } from './testing/tiny-pbf.js';

// Reading a whole town on a busy machine takes longer than Jest's five seconds.
jest.setTimeout(60_000);

const projectRoot = join(__dirname, '../../..');
const demoMap = join(projectRoot, 'data/goteborg-centrum.osm.pbf');
const sharedFolder = join(projectRoot, '../shared');

describe('the map of the demo', () => {
  let network: StreetNetwork;
  beforeAll(async () => {
    network = await loadStreetNetwork(demoMap);
  });

  it('covers central Göteborg', () => {
    const [west, south, east, north] = network.bounds();
    expect([west, south, east, north].map((degrees) => Math.round(degrees * 100) / 100)).toEqual([
      11.86, 57.65, 12.09, 57.76,
    ]);
  });

  it('takes a bicycle from Järntorget to Korsvägen in ten to sixteen minutes, faster with assistance, slower on foot', () => {
    const places = [{ lon: 11.9527, lat: 57.6997 }, { lon: 11.9866, lat: 57.6967 }]; // prettier-ignore
    const [onFoot, byBicycle, assisted] = (['gang', 'cykel', 'elcykel'] as const).map(
      (mode) => network.matrix(mode, places).durations[1],
    );
    expect(byBicycle).toBeGreaterThan(10 * 60);
    expect(byBicycle).toBeLessThan(16 * 60);
    expect(assisted).toBeLessThan(byBicycle);
    expect(onFoot).toBeGreaterThan(byBicycle);
  });

  it('answers with the same seconds in a matrix and in a route', () => {
    const places = [{ lon: 11.9527, lat: 57.6997 }, { lon: 11.9866, lat: 57.6967 }]; // prettier-ignore
    const { durations, distances } = network.matrix('elcykel', places);
    const route = network.route('elcykel', places[0], places[1]);
    expect([route?.seconds, route?.meters]).toEqual([durations[1], distances[1]]);
  });

  it('reaches every address from every other, in every mode', () => {
    const inhabited = network.streetPoints(200).filter((point) => point.isInLargestComponent);
    const places = inhabited.filter((_, index) => index % 250 === 0);
    expect(places.length).toBeGreaterThan(10);
    for (const mode of ['gang', 'cykel', 'elcykel', 'bil'] as const) {
      expect(network.matrix(mode, places).durations.every((seconds) => seconds >= 0)).toBe(true);
    }
  });

  it('gives the same id for the same file, for its bytes, and before it is loaded', async () => {
    expect(mapIdOf(demoMap)).toBe(network.mapId);
    expect((await loadStreetNetwork(readFileSync(demoMap))).mapId).toBe(network.mapId);
  });
});

it('reads the heights of the nodes, which tell how steep a street is', async () => {
  // 10 m up over some 119 m of street eastwards
  const places = [{ lon: 11.97, lat: 57.7, ele: '10' }, { lon: 11.972, lat: 57.7, ele: '20,0' }]; // prettier-ignore
  const network = await loadStreetNetwork(tinyPbf([{ tags: { highway: 'residential' }, places }]));
  const { durations, distances } = network.matrix('cykel', places);
  // 8.4 %: 15 km/h × (1 − 0.08 × 8.4) up, 15 km/h down
  expect(distances[1]).toBe(119);
  expect([durations[1], durations[2]]).toEqual([87, 29]);
});

describe('a map that cannot be used', () => {
  it('is named when the file is missing', async () => {
    await expect(loadStreetNetwork('nowhere/map.osm.pbf')).rejects.toThrow(
      /^MAP_MISSING nowhere\/map.osm.pbf cannot be read/,
    );
  });

  it('is named when the file is cut', async () => {
    const cut = readFileSync(demoMap).subarray(0, 300_000);
    await expect(loadStreetNetwork(cut)).rejects.toThrow(/^MAP_DAMAGED the given map is not a whole OSM PBF file/);
  });

  it('is named when it is something else', async () => {
    await expect(loadStreetNetwork(Buffer.from('<osm version="0.6"></osm>'))).rejects.toThrow(/^MAP_DAMAGED/);
  });

  const goteborg = [{ lon: 11.97, lat: 57.7 }, { lon: 11.98, lat: 57.7 }]; // prettier-ignore
  const jutland = [{ lon: 8.57, lat: 55.68 }, { lon: 8.58, lat: 55.68 }]; // prettier-ignore

  it('is read where it holds a street', async () => {
    const network = await loadStreetNetwork(tinyPbf([{ tags: { highway: 'residential' }, places: goteborg }]));
    // 0.01° of longitude at 57.7° is 594 m
    expect(network.matrix('cykel', goteborg).distances[1]).toBe(594);
  });

  it('is named when it holds no street', async () => {
    const canal = tinyPbf([{ tags: { waterway: 'canal' }, places: goteborg }]);
    await expect(loadStreetNetwork(canal)).rejects.toThrow(
      /^MAP_WITHOUT_STREETS the given map holds no way with a highway tag: take an extract with streets/,
    );
  });

  it('is named when it is of another country', async () => {
    const danish = tinyPbf([{ tags: { highway: 'residential' }, places: jutland }]);
    await expect(loadStreetNetwork(danish)).rejects.toThrow(
      /^MAP_OUTSIDE_SWEDEN the given map holds no street in Sweden: take an extract of the municipality/,
    );
  });

  it('is named when the mode has no street in it', async () => {
    const network = await loadStreetNetwork(tinyPbf([{ tags: { highway: 'footway' }, places: goteborg }]));
    expect(() => network.matrix('bil', goteborg)).toThrow(/^MAP_WITHOUT_STREETS the map has no street for bil/);
  });

  it('is named when it is empty', async () => {
    await expect(loadStreetNetwork(new Uint8Array())).rejects.toThrow(/^MAP_/);
  });
});

interface AgreementTable {
  readonly points: readonly { readonly lon: number; readonly lat: number }[];
  readonly durations: readonly (readonly number[])[];
  readonly distances: readonly (readonly number[])[];
}

describe('agreement with OSRM on the same streets', () => {
  const map = join(sharedFolder, 'osm/stockholm-combined.osm.pbf');
  const recorded = join(sharedFolder, 'osrm-agreement');
  if (!existsSync(map) || !existsSync(recorded)) {
    it('was skipped: ../shared/osm and ../shared/osrm-agreement are not here', () => {
      process.stdout.write(`SKIPPED agreement with OSRM: ${recorded} is missing\n`);
      expect(existsSync(recorded) && existsSync(map)).toBe(false);
    });
    return;
  }

  let network: StreetNetwork;
  beforeAll(async () => {
    network = await loadStreetNetwork(map, { modes: ['cykel', 'elcykel'] });
  });

  it.each([
    ['cykel', 'bicycle-200.json'],
    ['elcykel', 'ebike-200.json'],
  ] as const)('%s: median within 2 %%, nine of ten trips within 6 %%', (mode, file) => {
    const table = JSON.parse(readFileSync(join(recorded, file), 'utf8')) as AgreementTable;
    const matrix = network.matrix(mode, table.points);
    const durationRatios = ratios(matrix.durations, table.durations);
    const distanceRatios = ratios(matrix.distances, table.distances);
    expect(Math.abs(quantile(durationRatios, 0.5) - 1)).toBeLessThan(0.02);
    expect(quantile(durationRatios, 0.05)).toBeGreaterThan(0.94);
    expect(quantile(durationRatios, 0.95)).toBeLessThan(1.06);
    expect(Math.abs(quantile(distanceRatios, 0.5) - 1)).toBeLessThan(0.01);
    expect(durationRatios).toHaveLength(200 * 199);
    // Two trips of less than 30 s are a quarter away: one turn in each (Inteckningsvägen, Ellen Fries Gata) where two
    // one-way halves of a street meet, whose angle OSRM reads otherwise.
    const farAway = matrix.durations.filter((seconds, cell) => {
      const recordedSeconds = table.durations[Math.floor(cell / 200)][cell % 200];
      return recordedSeconds > 30 && Math.abs(seconds / recordedSeconds - 1) > 0.25;
    });
    expect(farAway).toHaveLength(0);
    expect(durationRatios.filter((ratio) => Math.abs(ratio - 1) > 0.25).length).toBeLessThanOrEqual(2);
  });
});

function ratios(ours: Int32Array, theirs: readonly (readonly number[])[]): number[] {
  return theirs
    .flatMap((row, i) => row.map((value, j) => (i === j ? Number.NaN : ours[i * row.length + j] / value)))
    .filter((ratio) => !Number.isNaN(ratio))
    .sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))];
}
