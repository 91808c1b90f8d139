import type { StreetCoordinate } from './mode-network.js';
import { StreetNetwork } from './street-network.js';
import type { StreetMode, StreetTags } from './profiles/street-profile.js';
import type { StreetWay } from './street-map.js';
import { at, node, street, townOf } from './testing/tiny-streets.js';

/** Seconds and metres of one trip in a town of the given streets. */
function trip(
  ways: readonly StreetWay[],
  mode: StreetMode,
  from: StreetCoordinate,
  to: StreetCoordinate,
): [number, number] {
  const { durations, distances } = new StreetNetwork(townOf(...ways)).matrix(mode, [from, to]);
  return [durations[1], distances[1]];
}

describe('a straight street', () => {
  const ways = [street([[0, 0], [1500, 0]])]; // prettier-ignore

  it.each([
    // 1000 m at 4.8, 15, 20 and 22 km/h
    ['gang', 750],
    ['cykel', 240],
    ['elcykel', 180],
    ['bil', 164],
  ] as const)('takes %s %i seconds a kilometre', (mode, seconds) => {
    expect(trip(ways, mode, at(200, 0), at(1200, 0))).toEqual([seconds, 1000]);
  });

  it('takes as long back as there, and nothing to where one already is', () => {
    const { durations } = new StreetNetwork(townOf(...ways)).matrix('cykel', [at(200, 0), at(1200, 0)]);
    expect([...durations]).toEqual([0, 240, 240, 0]);
  });

  it('is entered and left at the nearest place of the street, not at its ends', () => {
    const network = new StreetNetwork(townOf(...ways));
    const { distances, snapMeters } = network.matrix('cykel', [at(300, 40), at(800, -25)]);
    expect(distances[1]).toBe(500);
    expect([...snapMeters].map(Math.round)).toEqual([40, 25]);
  });
});

describe('a point off the streets', () => {
  const network = new StreetNetwork(townOf(street([[0, 0], [1500, 0]]))); // prettier-ignore

  it('is reached up to 500 metres from the street', () => {
    expect(network.matrix('cykel', [at(0, 0), at(0, 499)]).durations[1]).toBe(0);
  });

  it('is not reached beyond that, and the distance tells why', () => {
    const { durations, distances, snapMeters } = network.matrix('cykel', [at(0, 0), at(750, 501)]);
    expect([...durations]).toEqual([0, -1, -1, -1]);
    expect([...distances]).toEqual([0, -1, -1, -1]);
    expect(Math.round(snapMeters[1])).toBe(501);
  });

  it('far outside the map has no street at all', () => {
    expect(network.matrix('cykel', [at(0, 0), { lon: 0, lat: 0 }]).snapMeters[1]).toBe(Infinity);
  });
});

describe('a one-way street', () => {
  const oneway = (tags: Record<string, string> = {}): StreetWay[] => [street([[0, 0], [600, 0]], { oneway: 'yes', ...tags })]; // prettier-ignore

  it('is ridden along and pushed against, at 4 km/h', () => {
    expect(trip(oneway(), 'cykel', at(100, 0), at(500, 0))).toEqual([96, 400]);
    expect(trip(oneway(), 'cykel', at(500, 0), at(100, 0))).toEqual([360, 400]);
  });

  it.each<Record<string, string>>([
    { 'oneway:bicycle': 'no' },
    { cycleway: 'opposite' },
    { 'cycleway:left': 'opposite_lane' },
  ])('is ridden against where %j opens it to bicycles', (tags) => {
    expect(trip(oneway(tags), 'elcykel', at(500, 0), at(100, 0))).toEqual([72, 400]);
  });

  it('drawn backwards (oneway=-1) is ridden the other way', () => {
    expect(trip([street([[0, 0], [600, 0]], { oneway: '-1' })], 'cykel', at(500, 0), at(100, 0))).toEqual([96, 400]); // prettier-ignore
  });

  it('means nothing to who walks', () => {
    expect(trip(oneway(), 'gang', at(500, 0), at(200, 0))).toEqual([225, 300]);
  });

  it('sends a car round the block', () => {
    const block = [
      street([[0, 0], [200, 0]], { oneway: 'yes' }),
      street([[200, 0], [200, 100], [0, 100], [0, 0]]),
    ]; // prettier-ignore
    const network = new StreetNetwork(townOf(...block));
    const { distances } = network.matrix('bil', [at(50, 0), at(150, 0)]);
    expect(distances[1]).toBe(100);
    // 50 m on to the corner, 100 + 200 + 100 m round, 50 m in
    expect(distances[2]).toBe(500);
  });
});

describe('ways that are not streets to ride on', () => {
  const past = (tags: Record<string, string>): StreetWay[] => [
    street([[0, 0], [100, 0]]),
    street([[100, 0], [200, 0]], tags),
    street([[200, 0], [300, 0]]),
  ]; // prettier-ignore

  it('are pushed along where they are footways', () => {
    // 25 + 25 m ridden at 15 km/h is 12 s, 100 m pushed at 4 km/h is 90 s
    expect(trip(past({ highway: 'footway' }), 'cykel', at(75, 0), at(225, 0))).toEqual([102, 150]);
  });

  it('are ridden where a footway is open to bicycles', () => {
    expect(trip(past({ highway: 'footway', bicycle: 'yes' }), 'cykel', at(75, 0), at(225, 0))).toEqual([36, 150]);
  });

  it('are carried over at 2 km/h where they are steps', () => {
    expect(trip(past({ highway: 'steps' }), 'cykel', at(100, 0), at(200, 0))).toEqual([180, 100]);
  });

  it('are pushed where the sign says dismount', () => {
    expect(trip(past({ highway: 'cycleway', bicycle: 'dismount' }), 'cykel', at(100, 0), at(200, 0))).toEqual([
      90, 100,
    ]);
  });

  it.each<Record<string, string>>([
    { access: 'private' },
    { highway: 'construction' },
    { highway: 'motorway' },
    { area: 'yes' },
  ])('are closed where %j', (tags) => {
    // The longer piece remains: the other end of the town is 100 m of nothing away.
    const { snapMeters } = new StreetNetwork(townOf(...past(tags))).matrix('cykel', [at(150, 0)]);
    expect(Math.round(snapMeters[0])).toBe(50);
  });

  it('hold a bicycle to the signed speed where it is lower than the cruising speed', () => {
    // 100 m at 10 km/h; a sign of 30 changes nothing
    expect(trip(past({ maxspeed: '10' }), 'elcykel', at(100, 0), at(200, 0))).toEqual([36, 100]);
    expect(trip(past({ maxspeed: '30' }), 'elcykel', at(100, 0), at(200, 0))).toEqual([18, 100]);
  });

  it('slow down on a bad surface', () => {
    // 100 m at 6 km/h
    expect(trip(past({ surface: 'gravel' }), 'elcykel', at(100, 0), at(200, 0))).toEqual([60, 100]);
  });
});

describe('a hill', () => {
  const hill = (incline: string): StreetWay[] => [street([[0, 0], [200, 0]], { incline })]; // prettier-ignore
  const [foot, top] = [at(50, 0), at(150, 0)];

  it('slows an ordinary bicycle far more than an assisted one, and nobody on the way down', () => {
    // 100 m at 15 × 0.6 = 9 km/h, at 20 × 0.85 = 17 km/h, and on foot at 4.8 × 0.85 = 4.08 km/h
    expect(trip(hill('5%'), 'cykel', foot, top)[0]).toBe(40);
    expect(trip(hill('5%'), 'elcykel', foot, top)[0]).toBe(21);
    expect(trip(hill('5%'), 'gang', foot, top)[0]).toBe(88);
    expect(trip(hill('5%'), 'cykel', top, foot)[0]).toBe(24);
  });

  it.each(['up', '5 %', '2.8624°'])('is told by incline=%s', (incline) => {
    expect(trip(hill(incline), 'cykel', foot, top)[0]).toBe(40);
  });

  it('is told from the other end by incline=down, and by a word that says nothing not at all', () => {
    expect(trip(hill('down'), 'cykel', top, foot)[0]).toBe(40);
    expect(trip(hill('yes'), 'cykel', foot, top)[0]).toBe(24);
  });

  it('is never ridden slower than the bicycle is pushed', () => {
    // 20 %: 15 × 0.25 is less than walking pace
    expect(trip(hill('20%'), 'cykel', foot, top)[0]).toBe(90);
  });
});

describe('heights of the nodes', () => {
  const [foot, top] = [at(50, 0), at(150, 0)];
  /** 200 m eastwards with a node in the middle, at the given heights. */
  const slope = (heights: readonly (number | undefined)[], tags: StreetTags = {}): StreetWay[] => {
    const way = street([[0, 0], [100, 0], [200, 0]], tags); // prettier-ignore
    const nodes = way.nodes.map((place, index) => ({ ...place, ...heightOf(heights[index]) }));
    return [{ ...way, nodes }];
  };
  const heightOf = (ele: number | undefined) => (ele === undefined ? {} : { ele });

  it('slow as the same incline does', () => {
    // 10 m over 200 m are 5 %: 100 m at 15 × 0.6 = 9 km/h up, at 15 km/h down
    expect(trip(slope([10, 15, 20]), 'cykel', foot, top)[0]).toBe(40);
    expect(trip(slope([10, undefined, 20]), 'cykel', foot, top)[0]).toBe(40);
    expect(trip(slope([10, 15, 20]), 'cykel', top, foot)[0]).toBe(24);
    expect(trip(slope([10, 15, 20]), 'elcykel', foot, top)[0]).toBe(21);
  });

  it('tell nothing of a stretch where an end has none', () => {
    // 50 m at 9 km/h and 50 m at 15 km/h
    expect(trip(slope([10, 15, undefined]), 'cykel', foot, top)[0]).toBe(32);
    expect(trip(slope([undefined, 15, undefined]), 'cykel', foot, top)[0]).toBe(24);
  });

  it('give way to an incline on the street, and leave steps at the speed of steps', () => {
    expect(trip(slope([10, 10, 10], { incline: '5%' }), 'cykel', foot, top)[0]).toBe(40);
    const steps = { highway: 'steps' };
    expect(trip(slope([10, 15, 20], steps), 'gang', foot, top)).toEqual(trip(slope([], steps), 'gang', foot, top));
  });

  it('do not make a hill of a rounded metre', () => {
    const kerb = (meters: number): StreetWay[] => {
      const way = street([[0, 0], [meters, 0], [200, 0]]); // prettier-ignore
      return [{ ...way, nodes: way.nodes.map((place, index) => (index < 2 ? { ...place, ele: 10 + index } : place)) }];
    };
    // 1 m over 19 m says nothing: 4.6 s at 15 km/h; over 21 m it is 4.8 %: 8.1 s at 9.3 km/h
    expect(trip(kerb(19), 'cykel', at(0, 0), at(19, 0))[0]).toBe(5);
    expect(trip(kerb(21), 'cykel', at(0, 0), at(21, 0))[0]).toBe(8);
  });
});

describe('a turn', () => {
  const corner = (north: number): StreetWay[] => [
    street([[0, 0], [150, 0]], { name: 'Östra gatan' }),
    street([[150, 0], [150, north]], { name: 'Tvärgatan' }),
  ]; // prettier-ignore

  it('costs a bicycle 6 s × 1.4 to the left and 6 s ÷ 1.4 to the right for a right angle', () => {
    // 300 m at 15 km/h is 72 s
    expect(trip(corner(150), 'cykel', at(0, 0), at(150, 150))).toEqual([80, 300]);
    expect(trip(corner(-150), 'cykel', at(0, 0), at(150, -150))).toEqual([76, 300]);
  });

  it('costs a pedestrian nothing', () => {
    expect(trip(corner(150), 'gang', at(0, 0), at(150, 150))).toEqual([225, 300]);
  });

  it('makes two equal ways differ: the one with fewer corners wins', () => {
    const stairs = street([[0, 0], [0, 100], [100, 100], [100, 200], [200, 200]], { name: 'Trappgatan' }); // prettier-ignore
    const bow = street([[0, 0], [200, 0], [200, 200]], { name: 'Raka gatan' }); // prettier-ignore
    const steps = [
      street([[0, -50], [0, 0]], { name: 'Infarten' }),
      ...[stairs, bow].flatMap((way) => way.nodes.slice(1).map((end, index) => ({ nodes: [way.nodes[index], end], tags: { ...way.tags, name: `${way.tags.name} ${index}` } }))),
      street([[200, 200], [200, 250]], { name: 'Utfarten' }),
    ]; // prettier-ignore
    const route = new StreetNetwork(townOf(...steps)).route('cykel', at(0, -50), at(200, 250));
    expect(route?.meters).toBe(500);
    // The bow turns right once and left once: 120 s of riding, 4.3 s and 8.4 s.
    expect(route?.seconds).toBe(133);
  });
});

describe('barriers', () => {
  const gated = (tags: Record<string, string>): StreetWay[] => [
    { nodes: [node(0, 0), node(300, 0, tags), node(400, 0)], tags: { highway: 'residential' } },
  ];

  it('let a bicycle through a bollard and stop a car there', () => {
    expect(trip(gated({ barrier: 'bollard' }), 'cykel', at(200, 0), at(400, 0))).toEqual([48, 200]);
    const { distances, snapMeters } = new StreetNetwork(townOf(...gated({ barrier: 'bollard' }))).matrix('bil', [
      at(200, 0),
      at(400, 0),
    ]);
    // The cut-off 100 m are dropped: the address snaps back to the bollard.
    expect([distances[1], Math.round(snapMeters[1])]).toEqual([100, 100]);
  });

  it('cost two seconds where they are traffic signals', () => {
    expect(trip(gated({ highway: 'traffic_signals' }), 'cykel', at(200, 0), at(400, 0))).toEqual([50, 200]);
  });
});

describe('small components', () => {
  it('are dropped before snapping, so that an address beside a fenced yard belongs to the town', () => {
    const town = [street([[0, 0], [1000, 0]]), street([[500, 0], [500, 400]])]; // prettier-ignore
    const yard = street([[200, 60], [260, 60]], { highway: 'service' }); // prettier-ignore
    const { durations, snapMeters } = new StreetNetwork(townOf(...town, yard)).matrix('cykel', [at(230, 55), at(0, 0)]);
    expect(durations[1]).toBe(55); // 230 m at 15 km/h
    expect(Math.round(snapMeters[0])).toBe(55);
  });

  it('include what a car can enter but never leave', () => {
    const town = [street([[0, 0], [1000, 0]]), street([[500, 0], [500, 300]], { oneway: 'yes' })]; // prettier-ignore
    const { snapMeters } = new StreetNetwork(townOf(...town)).matrix('bil', [at(500, 300)]);
    expect(Math.round(snapMeters[0])).toBe(300);
  });
});

describe('route', () => {
  const ways = [street([[0, 0], [300, 0], [300, 200], [700, 200]])]; // prettier-ignore
  const network = new StreetNetwork(townOf(...ways));

  it('draws the line of the trip, from the snapped start over the corners to the snapped end', () => {
    const route = network.route('cykel', at(100, 10), at(500, 190));
    const expected = [at(100, 0), at(300, 0), at(300, 200), at(500, 200)];
    expect(route?.geometry).toHaveLength(4);
    route?.geometry.forEach(([lon, lat], index) => {
      expect(lon).toBeCloseTo(expected[index].lon, 6);
      expect(lat).toBeCloseTo(expected[index].lat, 6);
    });
    expect(route?.meters).toBe(600);
  });

  it('draws the way back as the same line the other way', () => {
    const there = network.route('cykel', at(100, 10), at(500, 190))?.geometry ?? [];
    expect(network.route('cykel', at(500, 190), at(100, 10))?.geometry).toEqual([...there].reverse());
  });

  it('gives nothing where there is no street', () => {
    expect(network.route('cykel', at(0, 0), at(0, 2000))).toBeUndefined();
  });
});

describe('streetPoints', () => {
  it('gives places along named streets of the town, and tells which are cut off from it', () => {
    const network = new StreetNetwork(
      townOf(
        street([[0, 0], [200, 0]], { name: 'Storgatan' }),
        street([[0, 900], [50, 900]], { name: 'Ögatan' }),
        street([[0, 0], [0, 200]], { name: '', highway: 'footway' }),
      ),
    ); // prettier-ignore
    expect(network.streetPoints(50).map((point) => [point.street, point.isInLargestComponent])).toEqual([
      ['Storgatan', true],
      ['Storgatan', true],
      ['Storgatan', true],
      ['Storgatan', true],
      ['Ögatan', false],
    ]);
  });
});

it('names the map and the rules in its id', () => {
  expect(new StreetNetwork(townOf(street([[0, 0], [9, 0]]))).mapId).toBe('handmade0000-p3'); // prettier-ignore
});

it('refuses a mode it was not loaded for', () => {
  const network = new StreetNetwork(townOf(street([[0, 0], [9, 0]])), ['cykel']); // prettier-ignore
  expect(() => network.matrix('bil', [])).toThrow('MODE_NOT_LOADED bil was not among the modes of this map: cykel');
});
