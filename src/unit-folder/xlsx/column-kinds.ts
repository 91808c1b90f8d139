/** What a number without a date format means in a column: days since 1900, or a share of a day. */
export type ColumnKind = 'date' | 'time' | 'date-time';

/** Columns of the unit folder that hold dates or times, by file. */
const KINDS: Readonly<Record<string, Readonly<Record<string, ColumnKind>>>> = {
  'bestallningar.csv': { fran: 'date', till: 'date', mottagen: 'date' },
  'besoksmallar.csv': { fran: 'time', till: 'time' },
  'pass.csv': { datum: 'date', start: 'time', slut: 'time' },
  'moten.csv': { datum: 'date', start: 'time', slut: 'time' },
  'franvaro.csv': { fran: 'date-time', till: 'date-time' },
  'historik.csv': { start: 'date-time', slut: 'date-time' },
  'registreringar.csv': {
    start: 'date-time',
    slut: 'date-time',
    justerad_start: 'date-time',
    justerad_slut: 'date-time',
  },
};

export const columnKind = (fileName: string, column: string): ColumnKind | null => KINDS[fileName]?.[column] ?? null;
