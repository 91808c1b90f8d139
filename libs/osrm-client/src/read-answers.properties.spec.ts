import fc from 'fast-check';
import { TableJoin } from './join-table.js';
import { OsrmError } from './osrm-error.js';
import { readTable } from './read-answers.js';

/** Cells as servers and proxies have been seen to give them, good ones among them. */
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.float({ min: 0, max: 9000, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(Number.NaN, -1, Infinity, 1e300, '12', {}, [], true, undefined) },
);
const matrix = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], [[0, 1]], [[0], [1]], 'rows', 0) },
);
const waypoint = { location: [11.97, 57.7], name: '', distance: 3 };
const waypoints = fc.oneof(
  { weight: 9, arbitrary: fc.constant<unknown>([waypoint, waypoint]) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, [], [waypoint], [waypoint, { location: [1] }]) },
);
const answer = fc.record({
  status: fc.constantFrom(200, 200, 200, 200, 400),
  body: fc.record({
    code: fc.constantFrom<unknown>('Ok', 'Ok', 'Ok', 'Ok', 'TooBig', 17, undefined),
    durations: matrix,
    distances: matrix,
    sources: waypoints,
    destinations: waypoints,
  }),
});

it('makes a table of valid or flagged cells of any answer, or refuses it', () => {
  let accepted = 0;
  fc.assert(
    fc.property(answer, (given) => {
      const join = new TableJoin(2);
      try {
        join.add({ rows: [0, 1], columns: [0, 1] }, readTable(given, 2, 2));
      } catch (error) {
        expect(error).toBeInstanceOf(OsrmError);
        return;
      }
      accepted += 1;
      const { seconds, meters } = join.result();
      const durations = given.body.durations as (number | null)[][];
      const distances = given.body.distances as (number | null)[][];
      [0, 1, 2, 3].forEach((index) => {
        const duration = durations[index >> 1][index % 2];
        const distance = distances[index >> 1][index % 2];
        const isFlagged = duration === null || distance === null;
        expect(seconds[index]).toBe(isFlagged ? -1 : Math.round(duration));
        expect(meters[index]).toBe(isFlagged ? -1 : Math.round(distance));
      });
    }),
    { numRuns: 1000 },
  );
  // Else the property would say nothing about tables that are taken.
  expect(accepted).toBeGreaterThan(50);
});
