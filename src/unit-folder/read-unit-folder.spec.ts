import { aCareUnit } from '@hemtjanst/domain';
import type { ImportFault, ImportNote } from './import-fault.js';
import { withoutValues } from './import-fault.js';
import { readTable } from './read-table.js';
import { readUnitFiles } from './read-unit-folder.js';

const SMALL_UNIT: Readonly<Record<string, string>> = {
  'lokaler.csv': 'id;namn;lat;lon\nL1;Lokalen;57,70;11,95\n',
  'grupper.csv': 'id;namn;lokal\nG1;Väster;L1\nG2;Öster;L1\n',
  'kunder.csv': 'kundnr;namn;fodelsear;adress;lat;lon;grupp\n007;Åsta Öring;1940;Ågatan 1;57,705;11,955;G1\n',
  'bestallningar.csv':
    'bestallningsnr;kundnr;fran;timmar_per_manad;typ;insatser\nB1;007;2026-01-01;26;hemtjanst;morgon kvall\n',
  'personal.csv':
    'anstnr;namn;grupp;titel;anstallning;fardsatt\n5;Brybert Tallvinge;G1;vardbitrade;tillsvidare;cykel\n',
  'pass.csv': 'passid;anstnr;datum;start;slut;lokal\nP1;5;2026-03-02;07:00;16:00;L1\n',
};

const read = (changes: Record<string, string | Buffer | null> = {}) => {
  const files = new Map<string, Buffer>();
  for (const [fileName, content] of Object.entries({ ...SMALL_UNIT, ...changes })) {
    if (content !== null) files.set(fileName, Buffer.from(content));
  }
  return readUnitFiles(files, { name: 'prov' });
};
const where = ({ file, row, column, code }: ImportFault | ImportNote): string =>
  `${file}:${row ?? '-'}:${column ?? '-'} ${code}`;
const faultsOf = (changes: Record<string, string | Buffer | null>): string[] => {
  const answer = read(changes);
  return answer.ok ? [] : answer.faults.map(where);
};
const kunder = (text: string): Record<string, string> => ({ 'kunder.csv': text });
const windows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('reading a unit folder: what is tolerated', () => {
  const small = read();

  it('is the unit, with a shift that rides and belongs as its employee does', () => {
    expect(small).toMatchObject({
      ok: true,
      unit: { shifts: [{ mode: 'cykel', workGroupId: 'G1', breakMinutes: 0 }] },
    });
  });

  it.each<[string, Buffer]>([
    ['UTF-8 with BOM', Buffer.from(`\ufeff${SMALL_UNIT['kunder.csv'] ?? ''}`)],
    ['Windows-1252', windows1252(SMALL_UNIT['kunder.csv'] ?? '')],
    ['UTF-16 with BOM', Buffer.from(`\ufeff${SMALL_UNIT['kunder.csv'] ?? ''}`, 'utf16le')],
    ['decomposed å', Buffer.from((SMALL_UNIT['kunder.csv'] ?? '').normalize('NFD'))],
    ['CR only', Buffer.from((SMALL_UNIT['kunder.csv'] ?? '').replaceAll('\n', '\r'))],
    ['CRLF', Buffer.from((SMALL_UNIT['kunder.csv'] ?? '').replaceAll('\n', '\r\n'))],
    ['tabs', Buffer.from((SMALL_UNIT['kunder.csv'] ?? '').replaceAll(';', '\t'))],
    [
      'commas and decimal points',
      Buffer.from((SMALL_UNIT['kunder.csv'] ?? '').replaceAll(',', '.').replaceAll(';', ',')),
    ],
    ['headers in capitals with å ä ö', Buffer.from((SMALL_UNIT['kunder.csv'] ?? '').replace('fodelsear', 'FÖDELSEÅR'))],
    ['blank rows', Buffer.from(`\n${(SMALL_UNIT['kunder.csv'] ?? '').replace('\n', '\n\n;;;;;;\n')}`)],
  ])('reads %s to the same unit', (_, content) => {
    expect(read({ 'kunder.csv': content })).toMatchObject({ ok: true, unit: small.ok ? small.unit : null });
  });

  it('reads the signs only Windows-1252 has', () => {
    const bytes = Buffer.concat([
      windows1252('id;namn;lokal\nG1;'),
      Buffer.from([0x80, 0x96, 0xe5]),
      windows1252(';L1\n'),
    ]);
    expect(read({ 'grupper.csv': bytes })).toMatchObject({ ok: true, unit: { workGroups: [{ name: '€–å' }] } });
  });

  it('notes unknown columns, unknown files and missing optional files, and goes on', () => {
    const answer = read({ 'grupper.csv': 'id;namn;lokal;färg\nG1;Väster;L1;blå\n', 'kaffe.txt': 'x' });
    expect(answer.ok).toBe(true);
    expect(answer.notes.map(where)).toEqual(
      expect.arrayContaining([
        'grupper.csv:1:färg okand-kolumn',
        'kaffe.txt:-:- okand-fil',
        'franvaro.csv:-:- fil-saknas',
      ]),
    );
  });

  it('reads a quoted cell over two lines as one row', () => {
    const rows = 'id;namn;lokal\nG1;"Väster\n""norra"";";L1\nG1;x;L1\n';
    expect(faultsOf({ 'grupper.csv': rows })).toEqual(['grupper.csv:3:id dubblett']);
  });
});

describe('reading a unit folder: what is refused', () => {
  const header = 'kundnr;namn;fodelsear;adress;lat;lon;grupp\n';
  // prettier-ignore
  it.each<[string, Record<string, string | Buffer | null>, string[]]>([
    ['a missing file', { 'lokaler.csv': null }, ['lokaler.csv:-:- fil-saknas']],
    ['an empty file', kunder(''), ['kunder.csv:-:- tom-fil']],
    ['a header alone', { ...kunder(header), 'bestallningar.csv': (SMALL_UNIT['bestallningar.csv'] ?? '').replace('007', '') }, ['kunder.csv:-:- tom-fil', 'bestallningar.csv:2:kundnr saknas']],
    ['a workbook named .csv', { 'kunder.csv': Buffer.from('504b030414000600', 'hex') }, ['kunder.csv:-:- inte-text']],
    ['UTF-8 with a broken character', { 'kunder.csv': Buffer.concat([Buffer.from(`${header}1;Åsa`), Buffer.from([0xc3]), Buffer.from(';1')]) }, ['kunder.csv:-:- teckenkodning']],
    ['an unclosed quote', kunder(`${header}1;"Åsa;1940;a;57,7;11,9;G1\n2;B;1940;a;57,7;11,9;G1\n`), ['kunder.csv:2:- citattecken']],
    ['a missing column', { 'grupper.csv': 'id;lokal\nG1;L1\n' }, ['grupper.csv:1:namn kolumn-saknas']],
    ['a double column', { 'grupper.csv': 'id;namn;lokal;Namn\nG1;a;L1;b\n' }, ['grupper.csv:1:namn kolumn-dubbel']],
    ['a row with too few cells', { 'grupper.csv': 'id;namn;lokal\nG1;Väster;L1\nG2;L1\n' }, ['grupper.csv:3:- antal-celler']],
    ['a row with another delimiter', { 'grupper.csv': 'id;namn;lokal\nG1;Väster;L1\nG2,Öster,L1\n' }, ['grupper.csv:3:- avgransare']],
    ['NUL in a cell', { 'grupper.csv': 'id;namn;lokal\nG1;Vä\u0000ster;L1\n' }, ['grupper.csv:2:namn otillatet-tecken']],
    ['a text already damaged', { 'grupper.csv': 'id;namn;lokal\nG1;V\ufffdster;L1\n' }, ['grupper.csv:2:namn otillatet-tecken']],
    ['a group that is not there', { 'personal.csv': (SMALL_UNIT['personal.csv'] ?? '').replace('G1', 'G9') }, ['personal.csv:2:grupp okand-referens']],
    ['overlapping shifts of one employee', { 'pass.csv': `${SMALL_UNIT['pass.csv'] ?? ''}P2;5;2026-03-02;15:59;20:00;L1\nP3;5;2026-03-03;16:00;20:00;L1\n` }, ['pass.csv:3:start pass-overlappar']],
    ['no group and no areas', kunder((SMALL_UNIT['kunder.csv'] ?? '').replace(';G1', ';')), ['kunder.csv:2:grupp saknas']],
    ['a vårdbiträde as fast omsorgskontakt', kunder('kundnr;namn;fodelsear;adress;lat;lon;grupp;fast_omsorgskontakt\n007;Å;1940;a;57,7;11,9;G1;5\n'), ['kunder.csv:2:fast_omsorgskontakt inte-underskoterska']],
  ])('refuses %s', (_, changes, expected) => {
    expect(faultsOf(changes).sort()).toEqual(expected.sort());
  });

  it('refuses a file above 10 MB and one above 50 000 rows', () => {
    expect(faultsOf({ 'historik.csv': Buffer.alloc(10 * 1024 * 1024 + 1, 'a') })).toEqual([
      'historik.csv:-:- for-stor',
    ]);
    const rows = `kundnr;anstnr;start;slut\n${'7;5;a;b\n'.repeat(50_001)}`;
    expect(faultsOf({ 'historik.csv': rows })).toEqual(['historik.csv:-:- for-manga-rader']);
  });

  it('reports every fault of every file at once', () => {
    const found = faultsOf({
      'kunder.csv': `${header}1;A;1840;a;0;0;G1\n1;B;1940;a;57,7;11,9;G9\n`,
      'pass.csv': 'passid;anstnr;datum;start;slut;lokal\nP1;5;2026-02-30;07:00;25:00;L1\n',
    });
    expect(found.sort()).toEqual(
      [
        'kunder.csv:2:fodelsear utanfor-granser',
        'kunder.csv:2:lat koordinat.noll',
        'kunder.csv:3:kundnr dubblett',
        'kunder.csv:3:grupp okand-referens',
        'bestallningar.csv:2:kundnr okand-referens',
        'pass.csv:2:datum datum.finns-inte',
        'pass.csv:2:slut tid.finns-inte',
      ].sort(),
    );
  });

  it('guesses the number whose leading zeros a spreadsheet took', () => {
    const answer = read({ 'bestallningar.csv': (SMALL_UNIT['bestallningar.csv'] ?? '').replace('007', '7') });
    expect(answer.ok ? [] : answer.faults.map(({ expected }) => expected)).toEqual(['kanske 007']);
  });

  it('refuses visits that follow each other in a circle or belong to different brukare', () => {
    const head = 'mallnr;bestallningsnr;insatser;dagar;fran;till;minuter;efter\n';
    const circle = `${head}M1;B1;morgon;alla;07:00;09:00;30;M2\nM2;B1;kvall;alla;17:00;19:00;20;M1\n`;
    expect(faultsOf({ 'besoksmallar.csv': circle })).toEqual([
      'besoksmallar.csv:2:efter cirkel',
      'besoksmallar.csv:3:efter cirkel',
    ]);
  });

  it('tells of two orders of a kind at the same time without refusing them', () => {
    const answer = read({
      'bestallningar.csv': `${SMALL_UNIT['bestallningar.csv'] ?? ''}B2;007;2026-02-01;5;hemtjanst;stad\n`,
    });
    expect(answer.notes.map(where)).toContain('bestallningar.csv:3:fran bestallningar-overlappar');
    expect(answer.ok).toBe(true);
  });

  it('can be logged without what the cells held', () => {
    const [fault] = ((answer) => (answer.ok ? [] : answer.faults))(
      read(kunder(`${header}1;Hemlig Person;x;a;57,7;11,9;G1\n`)),
    );
    expect(fault === undefined ? '' : JSON.stringify(withoutValues(fault))).toBe(
      '{"file":"kunder.csv","row":2,"column":"fodelsear","code":"inte-ett-tal"}',
    );
  });
});

describe('one file at a time', () => {
  it('gives the unit with that file replaced, judged against the rest', () => {
    const unit = aCareUnit();
    const groups = (id: string): Buffer => Buffer.from(`id;namn;lokal\n${id};Ny grupp;L1\n`);
    expect(readTable('Grupper.csv', groups('G1'), unit)).toMatchObject({
      ok: true,
      unit: { workGroups: [{ id: 'G1', name: 'Ny grupp' }] },
    });
    expect(readTable('grupper.csv', groups('G2'), unit).ok).toBe(false);
  });
});
