/* Builds the browser's pages into dist/web where their sources changed; `node src/build-web.mjs` does only that. */
import { spawnSync } from 'child_process';
import { existsSync, readFileSync, writeFileSync } from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';
import { stampOf } from './source-stamp.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SOURCES = ['libs/web', 'libs/contracts/src', 'libs/domain/src', 'package-lock.json'];
const STAMP = path.join(ROOT, 'dist', 'web', '.built-from');
const VITE = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/** Without the packages for building (an installation for production) the pages that came with it are used. */
export function buildWebWhenChanged(fail) {
  if (!existsSync(VITE) || isBuilt()) return;
  process.stderr.write('building the pages (only after a change) …\n');
  const stamp = stampOf(ROOT, SOURCES, []);
  const result = spawnSync(process.execPath, [VITE, 'build', 'libs/web', '--logLevel', 'warn'], {
    cwd: ROOT,
    encoding: 'utf8',
    // Tests set another: React would then be the large one for development.
    env: Object.assign({}, process.env, { NODE_ENV: 'production' }),
  });
  if (result.status !== 0) fail('the pages could not be built\n' + (result.stdout || '') + (result.stderr || ''));
  else writeFileSync(STAMP, stamp);
}

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stampOf(ROOT, SOURCES, []);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildWebWhenChanged((line) => {
    process.stderr.write(line + '\n');
    process.exitCode = 1;
  });
}
