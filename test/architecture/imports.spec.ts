import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(__dirname, '../..');

interface Summary {
  readonly summary: {
    readonly violations: readonly { readonly rule: { name: string }; readonly from: string; readonly to: string }[];
  };
}

function violationsIn(folder: string): string[] {
  const args = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs'];
  let output: string;
  try {
    output = execFileSync('node', [...args, '--output-type', 'json', ...folder.split(' ')], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 64e6,
    });
  } catch (error) {
    // Violations make the exit code non-zero; the report is on standard output all the same.
    output = (error as { stdout: string }).stdout;
  }
  const { summary } = JSON.parse(output) as Summary;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
}

describe('who may import whom', () => {
  it('holds in src and libs', () => {
    expect(violationsIn('src libs')).toEqual([]);
  });

  it.each([
    [
      'libs/domain/src',
      "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
      'domain-uses-no-node',
    ],
    [
      'libs/solver/src',
      "import { minutes } from '@hemtjanst/domain';\nexport const planted = minutes;\n",
      'solver-imports-libs',
    ],
    [
      'src/http',
      "import { planWeek } from '../../modules/units/units.module.js';\nexport const planted = planWeek;\n",
      'platform-never-imports-modules',
    ],
    [
      'src/modules/units',
      "import { DataSource } from 'typeorm';\nexport const planted = DataSource;\n",
      'typeorm-only-near-tables',
    ],
  ])('catches a wrong import planted in %s', (folder, source, rule) => {
    mkdirSync(path.join(ROOT, folder), { recursive: true });
    const planted = mkdtempSync(path.join(ROOT, folder, 'planted-'));
    try {
      writeFileSync(path.join(planted, 'planted.ts'), source);
      const found = violationsIn(path.relative(ROOT, planted));
      expect(found.some((violation) => violation.startsWith(rule))).toBe(true);
    } finally {
      rmSync(planted, { recursive: true });
    }
  });

  it('reads the environment in config/env.ts only', () => {
    const readers = [...sourceFiles('src'), ...sourceFiles('libs')]
      .filter((file) => !file.endsWith('.spec.ts') && !file.includes('/testing/'))
      .filter((file) => readFileSync(path.join(ROOT, file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['src/config/env.ts']);
  });

  it('keeps the clock out of domain and solver', () => {
    const readers = [
      ...sourceFiles('libs/domain/src'),
      ...sourceFiles('libs/solver/src'),
      ...sourceFiles('libs/planning/src'),
    ]
      .filter((file) => !file.endsWith('.spec.ts') && !file.includes('/testing/'))
      .filter((file) => /Date\.now|new Date\(\)|performance\.now|process\.|Math\.random/.test(code(file)));
    expect(readers).toEqual([]);
  });
});

/** The file without its comments. */
function code(file: string): string {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest);
  return ts.createPrinter({ removeComments: true }).printFile(source);
}
