import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { OsrmClient } from '@hemtjanst/osrm-client';

/**
 * What the client costs over a bare `fetch` of the same nine tiles of a 300 × 300 table, read as JSON:
 * `npx tsx test/bench/travel-osrm-client.ts`. The server is a thread that sends ready-made answers after 15 ms, about
 * what osrm-routed takes for a tile of 100 × 100. Goal: at most a tenth.
 */
const rounds = 40;
const places = Array.from({ length: 300 }, (_, index) => ({ lon: 11.9 + index * 0.001, lat: 57.7 }));

const server = new Worker(
  `const { createServer } = require('node:http');
   const { parentPort } = require('node:worker_threads');
   const ready = new Map();
   const answer = (path) => {
     const points = path.split('/')[4].split('?')[0].split(';');
     const indexes = (name) => { const found = new RegExp(name + '=([0-9;]+)').exec(path); return found ? found[1].split(';').map(Number) : points.map((_, i) => i); };
     const [rows, columns] = [indexes('sources'), indexes('destinations')];
     const figures = (scale) => rows.map((a) => columns.map((b) => Math.round(Math.abs(a - b) * scale * 10 + 0.1 * ((a * 7 + b) % 10) * 10) / 10));
     const waypoint = (i) => ({ location: points[i].split(',').map(Number), name: 'Provgatan', distance: 1.2 });
     return JSON.stringify({ code: 'Ok', durations: figures(14.3), distances: figures(59.4), sources: rows.map(waypoint), destinations: columns.map(waypoint) });
   };
   createServer((request, response) => {
     if (!ready.has(request.url)) ready.set(request.url, answer(request.url));
     setTimeout(() => { response.setHeader('content-type', 'application/json'); response.end(ready.get(request.url)); }, 15);
   }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });`,
  { eval: true },
);
const [port] = (await once(server, 'message')) as [number];
const baseUrl = `http://127.0.0.1:${port}`;
const client = new OsrmClient({ baseUrl });
const paths = tilePaths();

await client.table(places);
await rawTable();
const raw: number[] = [];
const own: number[] = [];
for (let round = 0; round < rounds; round++) {
  raw.push(await milliseconds(rawTable));
  own.push(await milliseconds(() => client.table(places)));
}
// The lower quartile: what other programs on the machine do to a round only makes it longer.
const [rawQuartile, ownQuartile] = [lowerQuartile(raw), lowerQuartile(own)];
const overhead = Math.round((ownQuartile / rawQuartile - 1) * 1000) / 10;
process.stdout.write(`300 × 300: raw fetch ${rawQuartile} ms, client ${ownQuartile} ms, overhead ${overhead} %\n`);
await client.close();
await server.terminate();

/** The same requests the client makes, four at a time. */
async function rawTable(): Promise<void> {
  let next = 0;
  const runner = async (): Promise<void> => {
    while (next < paths.length) await (await fetch(`${baseUrl}${paths[next++]}`)).json();
  };
  await Promise.all(Array.from({ length: 4 }, runner));
}

function tilePaths(): string[] {
  const where = (block: number): string =>
    places.slice(block * 100, block * 100 + 100).map(({ lon, lat }) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';'); // prettier-ignore
  const range = (from: number): string => Array.from({ length: 100 }, (_, index) => from + index).join(';');
  const query = '?annotations=duration,distance&generate_hints=false';
  return [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) =>
      row === column
        ? `/table/v1/profile/${where(row)}${query}`
        : `/table/v1/profile/${where(row)};${where(column)}${query}&sources=${range(0)}&destinations=${range(100)}`,
    ),
  );
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round((performance.now() - start) * 10) / 10;
}

function lowerQuartile(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 4)];
}
