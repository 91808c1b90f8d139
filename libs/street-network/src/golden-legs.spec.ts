import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPbf } from './read-pbf.js';
import { StreetNetwork } from './street-network.js';
import type { StreetCoordinate } from './mode-network.js';
import type { StreetMap } from './street-map.js';

/**
 * Five trips in Hägersten–Liljeholmen, checked by hand on the map: the streets one rides, how long they are, and what
 * 15 km/h (4.17 m/s) and the turns make of it. Turns cost 4 s to the right and 8 s to the left for a right angle.
 */
interface GoldenLeg {
  readonly trip: string;
  readonly from: StreetCoordinate;
  readonly to: StreetCoordinate;
  readonly streets: readonly string[];
  readonly meters: number;
  /** Ride at 15 km/h and what the turns may add, seconds. */
  readonly ride: number;
  readonly turnsAtMost: number;
}

const legs: readonly GoldenLeg[] = [
  {
    trip: 'through Gröndal and on along the water to Liljeholmen: one road, hardly a turn',
    from: { lon: 17.989281, lat: 59.314064 },
    to: { lon: 18.022302, lat: 59.312987 },
    streets: ['Gröndalsvägen', 'Lövholmsvägen'],
    meters: 2057,
    ride: 494,
    turnsAtMost: 5,
  },
  {
    trip: 'Långbro to Älvsjö: up Vivelvägen, one corner, Johan Skyttes väg',
    from: { lon: 17.995217, lat: 59.27475 },
    to: { lon: 17.977174, lat: 59.280229 },
    streets: ['Vivelvägen', 'Johan Skyttes Väg'],
    meters: 1427,
    ride: 342,
    turnsAtMost: 10,
  },
  {
    trip: 'Midsommarkransen to Telefonplan, round the square of Svandammsplan',
    from: { lon: 18.007392, lat: 59.299396 },
    to: { lon: 17.999713, lat: 59.299425 },
    streets: ['Midsommarvägen', 'Tellusborgsvägen', 'Svandammsplan', 'Telefonvägen'],
    meters: 692,
    ride: 166,
    turnsAtMost: 32,
  },
  {
    trip: 'Aspudden to Gröndal: 900 m as the crow flies, but the motorway is crossed at Lövholmsvägen only',
    from: { lon: 17.994003, lat: 59.306339 },
    to: { lon: 17.994986, lat: 59.314406 },
    streets: ['Blommensbergsvägen', 'Lövholmsvägen', 'Gröndalsvägen'],
    meters: 2382,
    ride: 572,
    turnsAtMost: 25,
  },
  {
    trip: 'Årsta to Liljeholmen: Årstabergsvägen over the junction with Södertäljevägen',
    from: { lon: 18.029882, lat: 59.298429 },
    to: { lon: 18.019006, lat: 59.3028 },
    streets: ['Årstabergsvägen'],
    meters: 859,
    ride: 206,
    turnsAtMost: 45,
  },
];

const file = join(__dirname, '../../../../shared/osm/hagersten-liljeholmen.osm.pbf');

describe('golden legs of the district', () => {
  if (!existsSync(file)) {
    it('were skipped: ../shared/osm is not here', () => {
      process.stdout.write(`SKIPPED golden legs: ${file} is missing\n`);
      expect(existsSync(file)).toBe(false);
    });
    return;
  }

  let map: StreetMap;
  let network: StreetNetwork;
  beforeAll(async () => {
    map = await readPbf(file);
    network = new StreetNetwork(map);
  });

  it.each(legs)('$trip', ({ from, to, streets, meters, ride, turnsAtMost }) => {
    const route = network.route('cykel', from, to);
    expect(namedStreets(map, route?.geometry ?? [])).toEqual(streets);
    expect(route?.meters).toBe(meters);
    expect(route?.seconds).toBeGreaterThanOrEqual(ride);
    expect(route?.seconds).toBeLessThanOrEqual(ride + turnsAtMost);
  });

  it('are a quarter faster with assistance, turns costing the same', () => {
    for (const { from, to } of legs) {
      const [ordinary, assisted] = (['cykel', 'elcykel'] as const).map((mode) => network.route(mode, from, to)?.seconds ?? 0); // prettier-ignore
      expect(assisted / ordinary).toBeGreaterThanOrEqual(0.75);
      expect(assisted / ordinary).toBeLessThan(0.82);
    }
  });
});

/** The streets a line runs along, in their order; pieces without a name are passed over. */
function namedStreets(map: StreetMap, line: readonly (readonly [number, number])[]): string[] {
  const nameOf = new Map<string, string>();
  for (const way of map.ways) {
    way.nodes.forEach((node, index) => {
      const next = way.nodes[index + 1];
      if (next === undefined || way.tags.name === undefined) return;
      nameOf.set(pieceKey([node.lon, node.lat], [next.lon, next.lat]), way.tags.name);
      nameOf.set(pieceKey([next.lon, next.lat], [node.lon, node.lat]), way.tags.name);
    });
  }
  const names = line.map((place, index) => nameOf.get(pieceKey(place, line[index + 1] ?? place)) ?? '');
  return names.filter((name) => name !== '').filter((name, index, all) => name !== all[index - 1]);
}

const pieceKey = (a: readonly [number, number], b: readonly [number, number]): string => [...a, ...b].join();
