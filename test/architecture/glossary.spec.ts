import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(__dirname, '../..');

/** Words that stand for an idea the project has another word for; see the glossary in the README. */
const REFUSED: readonly { readonly word: RegExp; readonly instead: string }[] = [
  { word: /customer/i, instead: 'brukare' },
  { word: /patient/i, instead: 'brukare' },
  { word: /caregiver/i, instead: 'employee' },
  { word: /quota/i, instead: 'ramtid' },
  { word: /allowance/i, instead: 'ramtid' },
  { word: /careplan/i, instead: 'genomforandeplan' },
];

/** Where the words belong to somebody else: published benchmark formats. */
const FOREIGN = /libs\/solver\/src\/(bench|order-annealing|hhcrsp-shifts)\//;

interface Found {
  readonly file: string;
  readonly name: string;
}

function identifiersOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.push(node.text);
    node.forEachChild(visit);
  };
  visit(source);
  return names;
}

function allIdentifiers(): Found[] {
  return ['src', 'libs', 'test'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => file.endsWith('.ts') && !file.includes('node_modules') && !file.includes('test/architecture'))
      .flatMap((file) => identifiersOf(file).map((name) => ({ file, name }))),
  );
}

describe('the words of the code', () => {
  const found = allIdentifiers();

  it('are ASCII in identifiers', () => {
    expect(found.filter(({ name }) => !/^[\x20-\x7e]*$/.test(name))).toEqual([]);
  });

  it.each(REFUSED)('say $instead, not $word', ({ word }) => {
    const wrong = found.filter(({ file, name }) => word.test(name) && !FOREIGN.test(file));
    expect(wrong).toEqual([]);
  });

  it('keep file names in ASCII kebab-case', () => {
    const files = ['src', 'libs', 'test'].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.ts'),
      ),
    );
    expect(files.filter((file) => !/^[a-z0-9./-]+$/.test(file))).toEqual([]);
  });
});
