import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OsrmAnswer } from './osrm-connection.js';
import { readNearest, readRoute, readTable } from './read-answers.js';

/** Answers recorded from a real osrm-routed 26.4. */
const recordings = join(__dirname, '../../../../shared/osrm-contract');

function recorded(name: string): OsrmAnswer {
  const file = JSON.parse(readFileSync(join(recordings, `${name}.json`), 'utf8')) as {
    readonly response: { readonly status: number; readonly body: unknown };
  };
  return { status: file.response.status, body: file.response.body };
}

describe('answers recorded from a real OSRM', () => {
  if (!existsSync(recordings)) {
    it('were skipped: ../shared/osrm-contract is not here', () => {
      process.stdout.write(`SKIPPED recorded OSRM answers: ${recordings} is missing\n`);
      expect(existsSync(recordings)).toBe(false);
    });
    return;
  }

  it('table with durations and distances', () => {
    const table = readTable(recorded('table-duration-distance-4x4'), 4, 4);
    expect(table.durations[0][0]).toBe(0);
    expect(table.durations[0][1]).toBe(1003.7);
    expect(table.rowSnaps[0].street).toBe('Lövholmsvägen');
  });

  it('null for a pair without a way', () => {
    const table = readTable(recorded('table-null-unreachable'), 3, 3);
    expect([table.durations[0][2], table.distances[0][2], table.durations[2][2]]).toEqual([null, null, 0]);
  });

  it('the distance to a street far away', () => {
    const answer = recorded('nearest-far-copenhagen');
    expect(readNearest(answer).snapMeters).toBeGreaterThan(200_000);
  });

  it('a route with its line', () => {
    const route = readRoute(recorded('route-geojson-full'));
    expect([route.seconds, route.meters]).toEqual([934.2, 3787.6]);
    expect(route.geometry[0]).toEqual([18.024064, 59.312613]);
  });

  it.each([
    ['table-error-nosegment', 'OSRM_NO_SEGMENT'],
    ['table-error-toobig-101', 'OSRM_REFUSED'],
    ['table-error-one-coordinate', 'OSRM_REFUSED'],
    ['table-error-source-out-of-range', 'OSRM_REFUSED'],
    ['table-error-unknown-option', 'OSRM_REFUSED'],
    ['route-error-noroute', 'OSRM_NO_ROUTE'],
    ['error-invalid-service', 'OSRM_REFUSED'],
    ['error-root', 'OSRM_REFUSED'],
    // Asked for other things than this client asks for: not its shape.
    ['table-distance-only', 'OSRM_BAD_ANSWER'],
    ['table-lean', 'OSRM_BAD_ANSWER'],
  ])('%s is %s', (name, code) => {
    expect(() => readTable(recorded(name), 4, 4)).toThrow(expect.objectContaining({ code }));
  });

  it('names the place without a street', () => {
    expect(() => readTable(recorded('table-error-nosegment'), 2, 2)).toThrow(
      expect.objectContaining({ placeIndex: 1 }),
    );
  });
});
