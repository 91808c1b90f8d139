import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptStreets, loadStreetNetwork, type StreetCoordinate } from '@hemtjanst/street-network';

/**
 * Time and memory of the streets inside the service: `npx tsx test/bench/travel-street.ts [FILE.osm.pbf]`.
 * Goals, CPU seconds on one core: read and build 2, a saved graph loaded 0.2, 300 × 300 in 1, 850 × 850 in 2.5, and
 * 200 MB. CPU and not wall time, since other programs share the machine.
 */
const shared = '../shared/osm/stockholm-combined.osm.pbf';
const map = process.argv[2] ?? (existsSync(shared) ? shared : 'data/goteborg-centrum.osm.pbf');
const folder = mkdtempSync(join(tmpdir(), 'ramrutt-bench-'));
try {
  const places = await somePlaces();
  await timed('read and build one mode', async () => {
    await new KeptStreets(map, folder).table('elcykel', places.slice(0, 1), places.slice(0, 1));
  });
  const kept = new KeptStreets(map, folder);
  await timed('load the saved graph', () => kept.table('elcykel', places.slice(0, 1), places.slice(0, 1)));
  for (const count of [120, 300, 850]) {
    const some = spread(places, count);
    await timed(`${count} × ${count}`, () => kept.table('elcykel', some, some));
  }
  await timed('one new address: 1 × 850 and 850 × 1', async () => {
    const some = spread(places, 850);
    await kept.table('elcykel', some.slice(0, 1), some);
    await kept.table('elcykel', some, some.slice(0, 1));
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Places every 60 m along the named streets of the whole map. */
async function somePlaces(): Promise<readonly StreetCoordinate[]> {
  const network = await loadStreetNetwork(map, { modes: ['cykel'] });
  return network.streetPoints(60).filter((point) => point.isInLargestComponent);
}

function spread(places: readonly StreetCoordinate[], count: number): StreetCoordinate[] {
  return Array.from({ length: count }, (_, index) => places[Math.floor((index * places.length) / count)]);
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const [wall, cpuSeconds] = [performance.now() - start, (user + system) / 1e6];
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  process.stdout.write(`${what}: ${cpuSeconds.toFixed(2)} s CPU, ${Math.round(wall)} ms wall, ${memory} MB\n`);
}
