/*
 * What npm starts: `node src/launch.mjs main|worker|cli|bench [arguments]`. Plain JavaScript that an old Node can still
 * read, so that a wrong Node version or a missing `npm ci` ends in one clear line instead of a stack.
 */
import { spawnSync } from 'child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'fs';
import path from 'path';
import { fileURLToPath, pathToFileURL } from 'url';
import { withBuildLock } from './build-lock.mjs';
import { buildWebWhenChanged } from './build-web.mjs';
import { stampOf } from './source-stamp.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const NEEDED_NODE = [20, 19];
const TARGETS = {
  main: 'dist/src/main.js',
  worker: 'dist/src/worker.js',
  cli: 'dist/src/cli.js',
  bench: 'dist/test/bench/run-bench.js',
};
const SOURCES = [
  'src',
  'libs',
  'test/bench',
  'tsconfig.json',
  '.tsconfig.build.json',
  'nest-cli.json',
  'package-lock.json',
];
const STAMP = path.join(ROOT, 'dist', '.built-from');
/** What a build of the service makes. The pages beside them stay: a service that runs hands them out. */
const MADE = ['src', 'libs', 'test'];

function launch() {
  const target = process.argv[2];
  checkNode();
  if (!Object.prototype.hasOwnProperty.call(TARGETS, target))
    fail('say what to start: ' + Object.keys(TARGETS).join(', '));
  checkPackages();
  buildWhenChanged(target);
  if (target === 'main') buildWebWhenChanged(fail);
  const script = path.join(ROOT, TARGETS[target]);
  process.argv.splice(1, 2, script);
  return import(pathToFileURL(script).href);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return;
  fail('Node ' + NEEDED_NODE.join('.') + ' or newer is needed, this is ' + process.versions.node);
}

function checkPackages() {
  if (!existsSync(path.join(ROOT, 'node_modules', '.package-lock.json')))
    fail('packages are missing: run "npm ci" first');
}

/** Compiles when a source is not the one `dist` was made from; two calls at once never build at once. */
function buildWhenChanged(target) {
  if (isBuilt()) return;
  withBuildLock(() => {
    if (isBuilt()) return;
    if (target === 'main' || target === 'worker') process.stderr.write('building (only after a change) …\n');
    build();
  });
}

function build() {
  const stamp = stampOf(ROOT, SOURCES, ['libs/web']);
  for (const folder of MADE) rmSync(path.join(ROOT, 'dist', folder), { recursive: true, force: true });
  const nest = path.join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const result = spawnSync(process.execPath, [nest, 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (result.status !== 0) {
    process.stderr.write((result.stdout || '') + (result.stderr || ''));
    fail('the build failed');
  }
  writeFileSync(STAMP, stamp);
}

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stampOf(ROOT, SOURCES, ['libs/web']);
}

function fail(line) {
  process.stderr.write('ramrutt: ' + line + '\n');
  process.exit(1);
}

launch();
