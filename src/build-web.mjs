/* Builds the browser's pages into dist/web where their sources changed; `node src/build-web.mjs` does only that. */
import { spawnSync } from 'child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';
import { withBuildLock } from './build-lock.mjs';
import { stampOf } from './source-stamp.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SOURCES = ['libs/web', 'libs/contracts/src', 'libs/domain/src', 'package-lock.json'];
const PAGES = path.join(ROOT, 'dist', 'web');
const STAMP = '.built-from';
const VITE = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/** Without the packages for building (an installation for production) the pages that came with it are used. */
export function buildWebWhenChanged(fail) {
  if (!existsSync(VITE) || isBuilt()) return;
  withBuildLock(() => {
    if (isBuilt()) return;
    process.stderr.write('building the pages (only after a change) …\n');
    build(fail);
  });
}

function build(fail) {
  const stamp = stampOf(ROOT, SOURCES, []);
  const next = PAGES + '.next';
  const result = spawnSync(process.execPath, [VITE, 'build', 'libs/web', '--outDir', next, '--logLevel', 'warn'], {
    cwd: ROOT,
    encoding: 'utf8',
    // Tests set another: React would then be the large one for development.
    env: Object.assign({}, process.env, { NODE_ENV: 'production' }),
  });
  if (result.status !== 0)
    return fail('the pages could not be built\n' + (result.stdout || '') + (result.stderr || ''));
  writeFileSync(path.join(next, STAMP), stamp);
  putInPlace(next);
}

/** A service that runs goes on handing out the old pages until the new ones are whole. */
function putInPlace(next) {
  const last = PAGES + '.last';
  rmSync(last, { recursive: true, force: true });
  if (existsSync(PAGES)) renameSync(PAGES, last);
  renameSync(next, PAGES);
  rmSync(last, { recursive: true, force: true });
}

function isBuilt() {
  const stamp = path.join(PAGES, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(ROOT, SOURCES, []);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildWebWhenChanged((line) => {
    process.stderr.write(line + '\n');
    process.exitCode = 1;
  });
}
