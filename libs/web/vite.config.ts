import path from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

// eslint-disable-next-line no-restricted-syntax -- Vite reads the default export of its settings
export default defineConfig({
  root,
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
      // Mantine marks its files for server components, which a page of its own has no use for.
      onwarn: (warning, report) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') report(warning);
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
