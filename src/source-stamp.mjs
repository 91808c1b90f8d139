/* What a build was made from, as one short text; read by an old Node too, so plain JavaScript. */
import { createHash } from 'crypto';
import { existsSync, readdirSync, statSync } from 'fs';
import path from 'path';

/** Changes with every file that is added, removed, or written to. */
export function stampOf(root, sources, except) {
  const hash = createHash('sha256');
  const left = except.map((name) => path.join(root, name));
  for (const source of sources) addToStamp(hash, root, path.join(root, source), left);
  return hash.digest('hex');
}

function addToStamp(hash, root, file, except) {
  if (!existsSync(file) || except.indexOf(file) !== -1) return;
  const found = statSync(file);
  if (found.isDirectory()) {
    for (const name of readdirSync(file).sort()) addToStamp(hash, root, path.join(file, name), except);
  } else if (!/\.(spec\.ts|md)$/.test(file)) {
    hash.update(path.relative(root, file) + ' ' + found.size + ' ' + found.mtimeMs + '\n');
  }
}
