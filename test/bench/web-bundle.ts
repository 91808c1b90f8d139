import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What a phone fetches before Min dag is usable, with styles and without the map: the files the service worker keeps.
 * Run after `npm run build:web`: `npx tsx test/bench/web-bundle.ts`. Ends with 1 above the goal of 200 kB.
 */
const GOAL_KILOBYTES = 200;
const folder = path.resolve('dist/web');

const worker = readFileSync(path.join(folder, 'sw.js'), 'utf8');
const files = ['index.html', ...new Set(worker.match(/(?<="\/)assets\/[^"]+/g) ?? [])];
const sizes = files.map((file) => [file, gzipSync(readFileSync(path.join(folder, file))).length / 1000] as const);
const total = sizes.reduce((sum, [, kilobytes]) => sum + kilobytes, 0);

for (const [file, kilobytes] of sizes.toSorted((a, b) => b[1] - a[1])) {
  console.log(`${kilobytes.toFixed(1).padStart(7)} kB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(7)} kB  Min dag, gzip (goal ${GOAL_KILOBYTES} kB)`);
process.exitCode = total > GOAL_KILOBYTES ? 1 : 0;
