import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { readXlsx } from './read-xlsx.js';

const SHIFT_HEADER = ['passid', 'anstnr', 'datum', 'start', 'slut', 'rast_min', 'lokal'];

async function aWorkbook(build: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Blad1');
  build(sheet, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const read = async (fileName: string, build: Parameters<typeof aWorkbook>[0]) =>
  readXlsx(fileName, await aWorkbook(build));

async function linesOf(fileName: string, build: Parameters<typeof aWorkbook>[0]): Promise<readonly string[]> {
  const answer = await read(fileName, build);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.csv.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
}

const codesOf = async (content: Uint8Array): Promise<readonly string[]> => {
  const answer = await readXlsx('pass.csv', content);
  return answer.ok ? [] : answer.faults.map(({ code }) => code);
};

/** A zip of one stored or deflated part, with the sizes that somebody claims. */
function aZip(name: string, part: Buffer, { claimed = part.length, flags = 0 } = {}): Uint8Array {
  const packed = deflateRawSync(part);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const directoryAt = local.length + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(directoryAt, 16);
  return new Uint8Array(Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]));
}

describe('a workbook as a file of the unit folder', () => {
  it('gives texts, numbers, dates and times as people write them', async () => {
    const lines = await linesOf('pass.csv', (sheet) => {
      sheet.addRow(SHIFT_HEADER);
      sheet.addRow(['P1', '0042', new Date(Date.UTC(2026, 2, 2)), '07:00', '16.00', 45, 'L1']);
    });
    expect(lines).toEqual(['passid;anstnr;datum;start;slut;rast_min;lokal', 'P1;0042;2026-03-02;07:00;16.00;45;L1']);
  });

  it('knows serial numbers in columns of dates and times, and nowhere else', async () => {
    // 46083 is 2 March 2026; 0.2916… of a day is seven in the morning.
    const lines = await linesOf('pass.csv', (sheet) => {
      sheet.addRow(SHIFT_HEADER);
      sheet.addRow([46083, 1001, 46083, 7 / 24, 1, 45, 'L1']);
    });
    expect(lines[1]).toBe('46083;1001;2026-03-02;07:00;24:00;45;L1');
    const [, registration] = await linesOf('registreringar.csv', (sheet) => {
      sheet.addRow(['registreringsnr', 'kundnr', 'anstnr', 'start', 'slut']);
      sheet.addRow(['R1', 'B1', 'E1', 46083 + 7.5 / 24, new Date(Date.UTC(2026, 2, 2, 8, 0))]);
    });
    expect(registration).toBe('R1;B1;E1;2026-03-02 07:30;2026-03-02 08:00');
  });

  it('takes a cell with a time format alone for a time of day', async () => {
    const lines = await linesOf('pass.csv', (sheet) => {
      sheet.addRow(SHIFT_HEADER);
      const row = sheet.addRow(['P1', 'E1', '2026-03-02', 0.5, '16:00', 0, 'L1']);
      row.getCell(4).numFmt = 'hh:mm';
    });
    expect(lines[1]).toContain(';12:00;');
  });

  it('uses what a formula came to, and says where it came to nothing', async () => {
    const lines = await linesOf('pass.csv', (sheet) => {
      sheet.addRow(SHIFT_HEADER);
      sheet.addRow(['P1', 'E1', '2026-03-02', '07:00', '16:00', { formula: '30+15', result: 45 }, 'L1']);
    });
    expect(lines[1]).toContain(';45;');
    const answer = await read('pass.csv', (sheet) => {
      sheet.addRow(SHIFT_HEADER);
      sheet.addRow([
        'P1',
        'E1',
        { formula: 'TODAY()' } as ExcelJS.CellValue,
        '07:00',
        { error: '#N/A' } as ExcelJS.CellValue,
      ]);
    });
    expect(answer).toMatchObject({
      ok: false,
      faults: [
        { row: 2, column: 'datum', code: 'formel-utan-varde' },
        { row: 2, column: 'slut', code: 'excel-fel' },
      ],
    });
  });

  it('keeps the rows where the sheet has them, blank ones too', async () => {
    const lines = await linesOf('grupper.csv', (sheet) => {
      sheet.addRow(['id', 'namn', 'lokal']);
      sheet.getRow(4).values = ['G1', 'Ett', 'L1'];
    });
    expect(lines).toEqual(['id;namn;lokal', ';;', ';;', 'G1;Ett;L1']);
  });

  it('never makes a formula of a text', async () => {
    const lines = await linesOf('grupper.csv', (sheet) => {
      sheet.addRow(['id', 'namn', 'lokal']);
      sheet.addRow(['G1', '=1+1', 'L1']);
    });
    expect(lines[1]).toBe("G1;'=1+1;L1");
  });

  it('leaves hidden sheets alone, and wants one that is seen', async () => {
    const answer = await read('grupper.csv', (sheet, workbook) => {
      sheet.addRow(['id', 'namn', 'lokal']);
      workbook.addWorksheet('gammalt', { state: 'hidden' }).addRow(['id']);
      workbook.addWorksheet('tomt');
    });
    expect(answer).toMatchObject({ ok: true, notes: [{ code: 'dolda-blad', message: '1 dolda blad är inte lästa.' }] });
    const two = await read('grupper.csv', (sheet, workbook) => {
      sheet.addRow(['id']);
      workbook.addWorksheet('Blad2').addRow(['id']);
    });
    expect(two).toMatchObject({ ok: false, faults: [{ code: 'flera-blad' }] });
    expect(await read('grupper.csv', () => undefined)).toMatchObject({ ok: false, faults: [{ code: 'tom-fil' }] });
  });

  it('refuses merged cells, with the place', async () => {
    const answer = await read('grupper.csv', (sheet) => {
      sheet.addRow(['id', 'namn', 'lokal']);
      sheet.addRow(['G1', 'Ett', 'L1']);
      sheet.mergeCells('B2:C2');
    });
    expect(answer).toMatchObject({ ok: false, faults: [{ row: 2, column: 'lokal', code: 'sammanslagna-celler' }] });
  });

  it.each([
    ['no workbook at all', Buffer.from('passid;anstnr'), 'inte-xlsx'],
    ['an old or locked one', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xlsx.losenord'],
    ['a cut one', Buffer.from('504b030414000000', 'hex'), 'xlsx.trasig'],
    ['a locked part', aZip('xl/workbook.xml', Buffer.from('<x/>'), { flags: 1 }), 'xlsx.losenord'],
    ['macros', aZip('xl/vbaProject.bin', Buffer.from('x')), 'xlsx.makro'],
    [
      'a document type',
      aZip('xl/workbook.xml', Buffer.from('<!DOCTYPE x SYSTEM "file:///etc/passwd">')),
      'xlsx.trasig',
    ],
    ['a zip that is no workbook', aZip('hej.txt', Buffer.from('hej')), 'tom-fil'],
    [
      'a bomb that says it is small',
      aZip('xl/a.xml', Buffer.alloc(70 * 1024 * 1024), { claimed: 10 }),
      'xlsx.for-stor',
    ],
    ['more than ten megabytes', new Uint8Array(10 * 1024 * 1024 + 1), 'for-stor'],
  ])('refuses %s', async (_what, content, code) => {
    expect(await codesOf(content)).toEqual([code]);
  });
});
