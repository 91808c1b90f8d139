import fc from 'fast-check';
import { StreetNetwork } from './street-network.js';
import type { StreetWay } from './street-map.js';
import { at, street, townOf } from './testing/tiny-streets.js';

/** Streets on a 4 × 4 grid with blocks of 100 m: each of the 24 stretches is there or not. */
const side = 4;
const blockMeters = 100;

type GridPlace = readonly [number, number];

const stretches: readonly (readonly [GridPlace, GridPlace])[] = Array.from({ length: side * side }, (_, index) => {
  const [x, y] = [index % side, Math.floor(index / side)];
  const right = x + 1 < side ? [[[x, y], [x + 1, y]] as const] : []; // prettier-ignore
  const up = y + 1 < side ? [[[x, y], [x, y + 1]] as const] : []; // prettier-ignore
  return [...right, ...up];
}).flat();

function way([from, to]: readonly [GridPlace, GridPlace], tags: Record<string, string> = {}): StreetWay {
  return street([inMeters(from), inMeters(to)], { name: `${from.join()}-${to.join()}`, ...tags });
}

function inMeters([x, y]: GridPlace): readonly [number, number] {
  return [x * blockMeters, y * blockMeters];
}

/** Seconds between all pairs of the places. */
function secondsBetween(ways: readonly StreetWay[], mode: 'gang' | 'cykel', places: readonly GridPlace[]): Int32Array {
  return new StreetNetwork(townOf(...ways)).matrix(
    mode,
    places.map((place) => at(...inMeters(place))),
  ).durations;
}

/** A connected town: the stretches of a random walk, so that nothing is dropped as a fragment. */
const town = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 60 })
  .map((steps) => stretchesOfWalk(steps));

function stretchesOfWalk(steps: readonly number[]): (readonly [GridPlace, GridPlace])[] {
  const moves: readonly GridPlace[] = [[1, 0], [0, 1], [-1, 0], [0, -1]]; // prettier-ignore
  const walked = new Set<string>();
  let place: GridPlace = [0, 0];
  for (const step of steps) {
    const next: GridPlace = [place[0] + moves[step][0], place[1] + moves[step][1]];
    if (next.some((coordinate) => coordinate < 0 || coordinate >= side)) continue;
    walked.add(keyOf(place, next));
    place = next;
  }
  return stretches.filter(([from, to]) => walked.has(keyOf(from, to)));
}

function keyOf(a: GridPlace, b: GridPlace): string {
  return [a.join(), b.join()].sort().join('-');
}

function placesOf(lines: readonly (readonly [GridPlace, GridPlace])[]): GridPlace[] {
  return [...new Map(lines.flat().map((place) => [place.join(), place])).values()];
}

/** Floyd and Warshall over blocks of 100 m: 75 s on foot, where turns cost nothing. */
function blocksBetween(lines: readonly (readonly [GridPlace, GridPlace])[], places: readonly GridPlace[]): number[] {
  const count = places.length;
  const index = new Map(places.map((place, position) => [place.join(), position]));
  const blocks = new Array<number>(count ** 2).fill(Infinity);
  for (let place = 0; place < count; place++) blocks[place * count + place] = 0;
  for (const [from, to] of lines) {
    const [a, b] = [index.get(from.join()) ?? 0, index.get(to.join()) ?? 0];
    blocks[a * count + b] = 1;
    blocks[b * count + a] = 1;
  }
  for (let via = 0; via < count; via++) {
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        blocks[a * count + b] = Math.min(blocks[a * count + b], blocks[a * count + via] + blocks[via * count + b]);
      }
    }
  }
  return blocks;
}

const nonEmptyTown = town.filter((lines) => lines.length > 0);

it('finds the shortest walk in any town, as a simpler algorithm does', () => {
  fc.assert(
    fc.property(nonEmptyTown, (lines) => {
      const places = placesOf(lines);
      const ways = lines.map((line) => way(line));
      const expected = blocksBetween(lines, places).map((blocks) => blocks * 75);
      expect([...secondsBetween(ways, 'gang', places)]).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

it('is as long there as back on foot, whatever is one-way', () => {
  fc.assert(
    fc.property(nonEmptyTown, fc.array(fc.boolean()), (lines, oneways) => {
      const places = placesOf(lines);
      const ways = lines.map((line, index) => way(line, oneways[index] === true ? { oneway: 'yes' } : {}));
      const seconds = secondsBetween(ways, 'gang', places);
      places.forEach((_, a) => {
        places.forEach((__, b) => expect(seconds[a * places.length + b]).toBe(seconds[b * places.length + a]));
      });
    }),
    { numRuns: 50 },
  );
});

it('never takes a bicycle longer by way of a third place, but for the turn at it', () => {
  fc.assert(
    fc.property(nonEmptyTown, (lines) => {
      const places = placesOf(lines);
      const count = places.length;
      const seconds = secondsBetween(
        lines.map((line) => way(line)),
        'cykel',
        places,
      );
      for (let a = 0; a < count; a++) {
        for (let via = 0; via < count; via++) {
          for (let b = 0; b < count; b++) {
            // Who stops at the third place sets out again without the turn, at most 6 s × 1.4 to the left; and each of
            // the three figures is rounded to a second.
            const direct = seconds[a * count + b];
            expect(direct).toBeLessThanOrEqual(seconds[a * count + via] + seconds[via * count + b] + 9 + 2);
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});

it('never takes longer on foot because a street was added', () => {
  fc.assert(
    fc.property(nonEmptyTown, town, (lines, more) => {
      const places = placesOf(lines);
      const before = secondsBetween(
        lines.map((line) => way(line)),
        'gang',
        places,
      );
      const both = stretches.filter((stretch) => lines.includes(stretch) || more.includes(stretch));
      const after = secondsBetween(
        both.map((line) => way(line)),
        'gang',
        places,
      );
      after.forEach((seconds, cell) => expect(seconds).toBeLessThanOrEqual(before[cell]));
    }),
    { numRuns: 50 },
  );
});

it('gives a table of some places to some others the seconds of the whole matrix, from whichever end it is searched', () => {
  fc.assert(
    fc.property(nonEmptyTown, fc.array(fc.boolean()), fc.nat(12), (lines, oneways, few) => {
      const points = placesOf(lines).map((place) => at(...inMeters(place)));
      const ways = lines.map((line, index) => way(line, oneways[index] === true ? { oneway: 'yes' } : {}));
      const network = new StreetNetwork(townOf(...ways));
      const all = network.matrix('cykel', points).durations;
      const some = points.slice(0, Math.max(1, few));
      const outward = network.table('cykel', some, points).durations;
      const homeward = network.table('cykel', points, some).durations;
      points.forEach((_, to) => {
        some.forEach((__, from) => {
          expect(outward[from * points.length + to]).toBe(all[from * points.length + to]);
          expect(homeward[to * some.length + from]).toBe(all[to * points.length + from]);
        });
      });
    }),
    { numRuns: 100 },
  );
});
