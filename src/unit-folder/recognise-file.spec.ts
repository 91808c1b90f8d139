import { filesAsCsv } from './files-as-csv.js';
import { recogniseFile } from './recognise-file.js';
import { UNIT_FILES } from './unit-files.js';

const text = (content: string): Uint8Array => Buffer.from(content);

describe('a file of any name', () => {
  it('is known by the headings of each file of the unit folder, all of them or the required ones', () => {
    for (const { fileName, columns } of Object.values(UNIT_FILES)) {
      expect([fileName, recogniseFile(columns.map(({ name }) => name))]).toEqual([fileName, { kind: 'one', fileName }]);
      // Start and end alone are an absence; whose, another column says.
      const required = columns.filter(({ isRequired }) => isRequired).map(({ name }) => name);
      expect(recogniseFile(required)).toEqual({ kind: 'one', fileName });
    }
  });

  it('may write its headings as people do', () => {
    expect(recogniseFile(['Kundnr', ' NAMN ', 'Födelseår', 'Adress', 'Lat*', 'Lon', 'Anteckning'])).toEqual({
      kind: 'one',
      fileName: 'kunder.csv',
    });
  });

  it('is nearly a file with half of its required columns, and nothing with fewer', () => {
    expect(recogniseFile(['kundnr', 'namn', 'fodelsear', 'adress'])).toEqual({
      kind: 'nearly',
      fileName: 'kunder.csv',
      missing: ['lat', 'lon'],
    });
    expect(recogniseFile(['artikel', 'pris'])).toEqual({ kind: 'none' });
  });

  it('is read by the name of the folder, and the sender is told', async () => {
    const content = text('id;namn;lokal\nG1;Grupp 1;L1\n');
    const { files, notes, sentAs } = await filesAsCsv(new Map([['grupper 2026 (2).csv', content]]));
    expect([...files.keys()]).toEqual(['grupper.csv']);
    expect(sentAs.get('grupper.csv')).toBe('grupper 2026 (2).csv');
    expect(notes).toMatchObject([
      { code: 'igenkand-fil', message: 'Filen är läst som grupper.csv, efter sina rubriker.' },
    ]);
  });

  it('is refused where it is unclear, or the second of its kind, and left alone where nothing is known of it', async () => {
    const groups = text('id;namn;lokal\nG1;Grupp 1;L1\n');
    const { files, unreadable } = await filesAsCsv(
      new Map([
        ['grupper.csv', groups],
        ['nya grupper.csv', groups],
        ['personal export.csv', text('anstnr;namn;grupp\n1;A;G1\n')],
        ['lasmig.txt', text('Hej!')],
      ]),
    );
    expect([...files.keys()]).toEqual(['lasmig.txt']);
    expect([...unreadable].map(([name, [fault]]) => `${name} ${fault?.code ?? ''}: ${fault?.message ?? ''}`)).toEqual([
      'grupper.csv fil-dubbel: Både grupper.csv och nya grupper.csv är skickade.',
      'personal.csv fil-oklar: Filen liknar personal.csv men saknar kolumnerna ”titel”, ”anstallning”, ”fardsatt”.',
    ]);
  });
});
