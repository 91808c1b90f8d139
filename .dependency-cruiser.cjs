// Who may import whom, each rule with its reason. test/architecture runs it; the flow's order is the one of src/modules/README.md.

/** Earlier in the flow first: a module may import from those before it, never from those after. */
const FLOW = [
  'health',
  'audit-log',
  'accounts',
  'units',
  'employees',
  'staff-meetings',
  'brukare',
  'travel-times',
  'map',
  'planning-runs',
  'ramtid-orders',
  'genomforandeplan',
  'visit-demands',
  'unit-imports',
  'ramtid-ledger',
  'weekly-plans',
  'day-routes',
  'route-lines',
  'visit-lists',
  'registered-times',
  'travel-learning',
  'follow-up',
  'efficiency-reports',
  'first-start',
];

const npm = (names) => `node_modules/(${names.join('|')})(/|$)`;
const anyLibBut = (names) => `^libs/(?!(${names.join('|')})/)`;

const libMayImport = (lib, { libs = [], packages = [], node = false, why }) => [
  {
    name: `${lib}-imports-libs`,
    severity: 'error',
    comment: why,
    from: { path: `^libs/${lib}/`, pathNot: '\\.spec\\.ts$|/testing/' },
    to: { path: anyLibBut([lib, ...libs]) },
  },
  {
    name: `${lib}-imports-packages`,
    severity: 'error',
    comment: why,
    from: { path: `^libs/${lib}/`, pathNot: '\\.spec\\.ts$|/testing/' },
    to: { path: 'node_modules/', pathNot: packages.length === 0 ? '^$' : npm(packages) },
  },
  ...(node
    ? []
    : [
        {
          name: `${lib}-uses-no-node`,
          severity: 'error',
          comment: `${why} Clock, files and processes are passed in.`,
          from: { path: `^libs/${lib}/`, pathNot: '\\.spec\\.ts$|/testing/' },
          to: { dependencyTypes: ['core'] },
        },
      ]),
];

module.exports = {
  forbidden: [
    ...libMayImport('domain', { why: 'The rules of the field hang on nothing: they can be read and tested alone.' }),
    ...libMayImport('solver', {
      packages: ['highs'],
      why: 'Integers in, integers out: the solver knows no domain and no machine, and one package: HiGHS, to choose routes.',
    }),
    ...libMayImport('planning', {
      libs: ['domain', 'solver'],
      why: 'The only place where domain and solver meet.',
    }),
    ...libMayImport('contracts', {
      libs: ['domain'],
      packages: ['zod'],
      why: 'The published shapes are shared with the browser: domain words and zod only.',
    }),
    ...libMayImport('osrm-client', {
      packages: ['undici'],
      node: true,
      why: 'A thin client of one HTTP interface.',
    }),
    ...libMayImport('street-network', {
      packages: ['osm-pbf-parser-node'],
      node: true,
      why: 'Runs in a worker thread on street data alone.',
    }),
    ...libMayImport('map-tiles', {
      packages: ['osm-pbf-parser-node', '@maplibre', '@types/geojson'],
      node: true,
      why: 'Runs in a worker thread on the map file alone.',
    }),
    ...libMayImport('web', {
      libs: ['contracts', 'domain'],
      packages: [
        'react',
        'react-dom',
        'react-router',
        '@types/react',
        '@types/react-dom',
        '@mantine',
        '@dnd-kit',
        '@tanstack',
        'maplibre-gl',
        'idb-keyval',
        '@turf/kinks',
        '@types/geojson',
        'uqr',
        'vite',
      ],
      node: true,
      why: 'The browser knows the published shapes and the words of the field, never the service behind them.',
    }),
    {
      name: 'libs-never-import-the-service',
      severity: 'error',
      comment: 'Libraries are below the service.',
      from: { path: '^libs/' },
      to: { path: '^(src|test)/' },
    },
    {
      name: 'platform-never-imports-modules',
      severity: 'error',
      comment: 'Config, database, jobs, http, travel, planning and the unit folder serve every module and know none.',
      from: { path: '^src/(config|database|http|jobs|travel|threads|planning|unit-folder|commands|web)/' },
      to: { path: '^src/modules/' },
    },
    ...FLOW.map((name, index) => ({
      name: `${name}-imports-only-earlier-modules`,
      severity: 'error',
      comment: 'One direction of flow: a later stage learns of an earlier change by an event.',
      from: { path: `^src/modules/${name}/` },
      to: {
        path: FLOW.slice(index + 1).length === 0 ? '^$' : `^src/modules/(${FLOW.slice(index + 1).join('|')})/`,
      },
    })),
    {
      name: 'modules-keep-their-tables',
      severity: 'error',
      comment: 'One module never touches the entity or repository of another: it asks its service.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/([^/]+)/.*\\.(entity|repository)\\.ts$', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'typeorm-only-near-tables',
      severity: 'error',
      comment: 'Only entities, repositories and the database folder know how rows are kept.',
      from: { path: '^(src|libs)/', pathNot: '\\.(entity|repository)\\.ts$|^src/database/|\\.spec\\.ts$' },
      to: { path: npm(['typeorm']) },
    },
    {
      name: 'bullmq-only-in-jobs',
      severity: 'error',
      comment: 'The queue can be replaced in one folder.',
      from: { path: '^(src|libs)/', pathNot: '\\.processor\\.ts$|^src/jobs/|\\.spec\\.ts$' },
      to: { path: npm(['bullmq', '@nestjs/bullmq', 'ioredis']) },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'Production code does not hang on test code.',
      from: { path: '^(src|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle has no first room to read.',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
