import { TableJoin } from './join-table.js';
import type { OsrmSnap } from './read-answers.js';

const snapped = (snapMeters: number): OsrmSnap => ({ lon: 11.97, lat: 57.7, snapMeters, street: '' });

it('keeps the times of one street apart from those of another: a place that tiles put elsewhere is unreachable there', () => {
  const join = new TableJoin(3);
  // Places 0 and 1 lie in a cut-off yard: alone they stay there (5 m), together with place 2 they are moved (560 m).
  join.add(
    { rows: [0, 1], columns: [0, 1] },
    { durations: [[0, 9], [9, 0]], distances: [[0, 9], [9, 0]], rowSnaps: [snapped(5), snapped(5)], columnSnaps: [snapped(5), snapped(5)], dataVersion: null },
  ); // prettier-ignore
  join.add(
    { rows: [0, 1], columns: [2] },
    { durations: [[60], [70]], distances: [[200], [250]], rowSnaps: [snapped(560), snapped(560)], columnSnaps: [snapped(0)], dataVersion: null },
  ); // prettier-ignore
  const { seconds, snapMeters } = join.result();
  expect([...seconds]).toEqual([-1, -1, 60, -1, -1, 70, -1, -1, -1]);
  expect([...snapMeters]).toEqual([560, 560, 0]);
});

it('refuses to join parts that were made from different map data', () => {
  const join = new TableJoin(2);
  const row = (dataVersion: string) => ({ durations: [[0, 9]], distances: [[0, 9]], rowSnaps: [snapped(0)], columnSnaps: [snapped(0), snapped(0)], dataVersion }); // prettier-ignore
  join.add({ rows: [0], columns: [0, 1] }, row('monday'));
  expect(() => join.add({ rows: [1], columns: [0, 1] }, row('tuesday'))).toThrow(/^OSRM_DATA_CHANGED/);
});
