import { createHash } from 'node:crypto';
import path from 'node:path';
import { defineConfig, type Plugin, type Rollup } from 'vite';

const root = import.meta.dirname;

/** What the employee's day needs without a net: kept on the phone by the service worker. The rest is fetched when opened. */
const DAY_CHUNKS = ['index', 'my-day-page', 'report-dialog', 'tag-dialog', 'leave-dialog'];
const WORKER_CHUNK = 'sw';
const PUBLIC_FILES = ['/icon.svg', '/icon-192.png', '/icon-512.png', '/manifest.webmanifest'];

// eslint-disable-next-line no-restricted-syntax -- Vite reads the default export of its settings
export default defineConfig({
  root,
  plugins: [shellOfServiceWorker()],
  resolve: {
    alias: {
      '@hemtjanst/domain': path.resolve(root, '../domain/src/index.ts'),
      '@hemtjanst/contracts': path.resolve(root, '../contracts/src/index.ts'),
    },
  },
  build: {
    outDir: path.resolve(root, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      // The domain's files only say what things are: a list that a page does not use (every setting with its reason) stays out.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/domain\//, sideEffects: false }] },
      input: {
        index: path.resolve(root, 'index.html'),
        [WORKER_CHUNK]: path.resolve(root, 'src/offline/service-worker.ts'),
      },
      output: {
        // A service worker rules the folder it lies in, and is found under one name.
        entryFileNames: ({ name }) => (name === WORKER_CHUNK ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
      // Mantine marks its files for server components, which a page of its own has no use for.
      onwarn: (warning, report) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') report(warning);
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});

/** Writes into the service worker which files it keeps, and a version that changes with any of them. */
function shellOfServiceWorker(): Plugin {
  return {
    name: 'shell-of-service-worker',
    generateBundle(_options, bundle) {
      const files = [...filesOf(bundle, DAY_CHUNKS)].map((file) => `/${file}`).sort();
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const worker = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === WORKER_CHUNK);
      if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
      worker.code = worker.code
        .replaceAll('__SHELL_FILES__', JSON.stringify([...files, ...PUBLIC_FILES]))
        .replaceAll('__SHELL_VERSION__', JSON.stringify(version));
    },
  };
}

/** The named chunks, what they import at once, and their styles. */
function filesOf(bundle: Rollup.OutputBundle, names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (fileName: string): void => {
    const file = bundle[fileName];
    if (files.has(fileName) || file?.type !== 'chunk') return;
    files.add(fileName);
    for (const style of file.viteMetadata?.importedCss ?? []) files.add(style);
    file.imports.forEach(add);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && names.includes(chunk.name)) add(chunk.fileName);
  return files;
}
