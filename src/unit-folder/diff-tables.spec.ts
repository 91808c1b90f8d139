import { diffTables } from './diff-tables.js';
import type { UnitTable } from './write-unit-folder.js';
import type { CsvCells } from './write-csv.js';

const table = (idColumn: string | null, rows: readonly CsvCells[]): UnitTable => ({
  file: {
    fileName: 'grupper.csv',
    idColumn,
    columns: ['id', 'namn', 'lokal'].map((name) => ({ name, isRequired: true })),
  },
  rows,
});
const nobody = (): boolean => false;

describe('what a file changes', () => {
  const before = table('id', [
    { id: 'G1', namn: 'Ett', lokal: 'L1' },
    { id: 'G2', namn: 'Två', lokal: null },
    { id: 'G3', namn: 'Tre', lokal: 'L1' },
  ]);

  it('is told row by row and cell by cell', () => {
    const after = table('id', [
      { id: 'G1', namn: 'Ettan', lokal: 'L1' },
      { id: 'G2', namn: 'Två', lokal: '' },
      { id: 'G4', namn: 'Fyra', lokal: null },
    ]);
    expect(diffTables(before, after, nobody)).toMatchObject({
      file: 'grupper.csv',
      changed: [{ key: 'G1', cells: [{ column: 'namn', before: 'Ett', after: 'Ettan' }] }],
      added: [
        {
          key: 'G4',
          cells: [
            { column: 'id', before: null, after: 'G4' },
            { column: 'namn', before: null, after: 'Fyra' },
          ],
        },
      ],
      ended: ['G3'],
    });
  });

  it('is nothing when the same file comes again', () => {
    expect(diffTables(before, before, nobody)).toEqual({ file: 'grupper.csv', added: [], changed: [], ended: [] });
  });

  it('does not call a row ended whose number stands in a faulty row', () => {
    expect(diffTables(before, table('id', []), (key) => key === 'G3').ended).toEqual(['G1', 'G2']);
  });

  it('has no changed rows where rows have no number', () => {
    const after = table(null, [{ id: 'G1', namn: 'Ettan', lokal: 'L1' }]);
    expect(diffTables(table(null, before.rows.slice(0, 1)), after, nobody)).toMatchObject({
      added: [{ key: 'G1 Ettan L1' }],
      changed: [],
      ended: ['G1 Ett L1'],
    });
  });
});
