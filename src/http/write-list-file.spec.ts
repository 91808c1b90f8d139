import ExcelJS from 'exceljs';
import { writeListFile } from './write-list-file.js';
import type { ListFile } from './list-file.js';

const DANGEROUS = ['=1+1', '+46', '-2+3', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠A', "'=1"];

const aList = (rows: ListFile['rows']): ListFile => ({ name: 'lista', columns: ['text', 'tal'], rows });

async function openXlsx(list: ListFile): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  const content = await writeListFile(list, 'xlsx');
  await workbook.xlsx.load(
    content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer,
  );
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('a list as a file', () => {
  it.each(DANGEROUS)('never lets the text %j become a formula in CSV', async (text) => {
    const lines = (await writeListFile(aList([[text, null]]), 'csv')).toString('utf8');
    const cell = lines.slice(lines.indexOf('\r\n') + 2);
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it.each(DANGEROUS)('keeps the text %j a text in XLSX', async (text) => {
    const cell = (await openXlsx(aList([[text, null]]))).getCell('A2');
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    // XML may read another line end, and nothing else.
    expect(cell.text.replace(/[\r\n]/g, '|')).toBe(text.replace(/[\r\n]/g, '|'));
    expect(cell.formula).toBeFalsy();
  });

  it('keeps negative numbers numbers, with decimal comma in CSV', async () => {
    const list = aList([['Ester', -120.5]]);
    expect((await writeListFile(list, 'csv')).toString('utf8')).toBe('\ufefftext;tal\r\nEster;-120,5\r\n');
    expect((await openXlsx(list)).getCell('B2').value).toBe(-120.5);
  });

  it('puts quotes round what holds the delimiter or a quote', async () => {
    expect((await writeListFile(aList([['a;"b"', 1]]), 'csv')).toString('utf8')).toContain('"a;""b""";1');
  });

  it('leaves empty what is not known', async () => {
    expect((await writeListFile(aList([[null, null]]), 'csv')).toString('utf8')).toMatch(/;\r\n$/);
    expect((await openXlsx(aList([[null, null]]))).getCell('A2').value).toBeNull();
  });
});

describe('a workbook with a sheet per person', () => {
  const sheetsOf = async (names: readonly string[]) => {
    const list = {
      name: 'veckoplan',
      columns: ['namn', 'start'],
      sheetPer: ['namn'],
      rows: names.map((name) => [name, '07:00']),
    };
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(await writeListFile(list, 'xlsx')).buffer);
    return workbook.worksheets;
  };

  it('has the whole list first, then everybody’s own rows', async () => {
    const sheets = await sheetsOf(['Aisha', 'Björn', 'Aisha']);
    expect(sheets.map(({ name, rowCount }) => `${name} ${rowCount}`)).toEqual(['veckoplan 4', 'Aisha 3', 'Björn 2']);
  });

  it('names its sheets so that every spreadsheet opens them', async () => {
    const long = 'A'.repeat(40);
    const sheets = await sheetsOf(["O'Hara/Lind: [vik]'", long, `${long}B`, 'VECKOPLAN', '??']);
    expect(sheets.map(({ name }) => name)).toEqual([
      'veckoplan',
      "O'Hara-Lind- -vik-",
      'A'.repeat(31),
      `${'A'.repeat(27)} (2)`,
      'VECKOPLAN (2)',
      '--',
    ]);
  });

  it('is printed lying, as wide as the page, with its headings on every page', async () => {
    const [sheet] = await sheetsOf(['Aisha']);
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      printTitlesRow: '1:1',
    });
  });
});
