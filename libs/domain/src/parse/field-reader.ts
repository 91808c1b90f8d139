import type { Checked, FieldFault } from '../errors.js';
import { isInSweden, type Coordinate } from '../place/coordinate.js';
import { parseLocalDate } from '../time/local-date.js';
import { parseMinuteOfDay } from '../time/minute-of-day.js';
import { minuteOfDay, minutes, type LocalDate, type MinuteOfDay, type Minutes } from '../time/units.js';
import { coordinateFault } from './coordinate-fault.js';

/** The cells of one row by column name. A missing column and an empty cell are the same. */
export type Cells = ReadonlyMap<string, string>;

export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  /** Excludes `min` itself. */
  readonly above?: boolean;
}

const LONGEST_TEXT = 2000;
const LONGEST_ID = 64;
/** NUL and other controls, direction overrides, lone surrogates and the mark of an already damaged text (U+FFFD). */
const REFUSED_CHARACTERS =
  // eslint-disable-next-line no-control-regex -- refusing control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]|\p{Surrogate}/u;
/** What a spreadsheet makes of a long number: 1,9E+11. */
const SPREADSHEET_EXPONENT = /^\d+([.,]\d+)?E\+?\d+$/i;

/**
 * Reads the cells of one row into checked values and keeps every fault on the way. After a fault it gives a harmless
 * stand-in and goes on, so that all faults of a row are found; {@link checked} never lets a record with a stand-in out.
 *
 * @example
 * const row = new FieldReader(cells);
 * const group = { id: row.id('id'), name: row.text('namn') };
 * return row.checked(group);
 */
export class FieldReader {
  private readonly found: FieldFault[] = [];

  constructor(private readonly cells: Cells) {}

  /** The record, or every fault found while its fields were read. */
  checked<T>(record: T): Checked<T> {
    return this.found.length === 0 ? { ok: true, value: record } : { ok: false, faults: this.found };
  }

  /** A rule between fields: judged only where each of `fields` was sound by itself; the fault lands on the first. */
  rule(holds: boolean, fields: readonly string[], code: string, message: string, expected: string): void {
    const isJudged = fields.every((field) => !this.found.some((fault) => fault.field === field));
    if (isJudged && !holds) this.fault(fields[0] ?? '', code, message, expected);
  }

  optionalText(field: string): string | null {
    const value = (this.cells.get(field) ?? '').normalize('NFC');
    if (value === '') return null;
    if (REFUSED_CHARACTERS.test(value)) {
      this.fault(field, 'otillatet-tecken', 'Cellen innehåller ett tecken som inte får finnas.', 'vanlig text');
      return null;
    }
    if (value.length > LONGEST_TEXT) {
      this.fault(field, 'for-lang', 'Texten är för lång.', `högst ${LONGEST_TEXT} tecken`);
      return null;
    }
    return value;
  }

  text(field: string): string {
    return this.required(field, this.optionalText(field), 'text') ?? '';
  }

  optionalId(field: string): string | null {
    const value = this.optionalText(field);
    if (value === null) return null;
    if (SPREADSHEET_EXPONENT.test(value)) {
      this.fault(
        field,
        'exponent-tal',
        'Kalkylprogrammet har gjort om numret till ett tal med exponent; siffror har gått förlorade.',
        'numret som text, med alla siffror',
      );
      return null;
    }
    if (/\s/.test(value) || value.length > LONGEST_ID) {
      this.fault(
        field,
        'ogiltigt-id',
        'Ett nummer (id) får inte innehålla mellanslag.',
        `högst ${LONGEST_ID} tecken utan mellanslag`,
      );
      return null;
    }
    return value;
  }

  id(field: string): string {
    return this.required(field, this.optionalId(field), 'ett nummer eller id') ?? '';
  }

  /** Ids separated by space or comma, each once. */
  ids(field: string): readonly string[] {
    return this.words(field);
  }

  /** Words separated by space or comma, each once, in the order written. */
  words(field: string): readonly string[] {
    const value = this.optionalText(field);
    if (value === null) return [];
    const words = value.split(/[\s,]+/).filter((word) => word !== '');
    if (words.some((word) => SPREADSHEET_EXPONENT.test(word))) {
      this.fault(
        field,
        'exponent-tal',
        'Kalkylprogrammet har gjort om ett nummer till ett tal med exponent.',
        'numret som text',
      );
    }
    return [...new Set(words)];
  }

  /** One of `options`, in any case and with or without å ä ö. */
  optionalOneOf<T extends string>(field: string, options: readonly T[]): T | null {
    const value = this.optionalText(field);
    if (value === null) return null;
    const option = options.find((candidate) => plain(candidate) === plain(value));
    if (option === undefined)
      this.fault(field, 'okant-varde', 'Värdet finns inte bland de tillåtna.', options.join(', '));
    return option ?? null;
  }

  oneOf<T extends string>(field: string, options: readonly [T, ...T[]]): T {
    const isSoundBefore = this.found.length;
    const value = this.optionalOneOf(field, options);
    if (value === null && this.found.length === isSoundBefore) this.missing(field, options.join(', '));
    return value ?? options[0];
  }

  /** Words of `options` separated by space; an unknown one is a fault that names it. */
  manyOf<T extends string>(field: string, options: readonly T[]): readonly T[] {
    const chosen: T[] = [];
    for (const word of this.words(field)) {
      const option = options.find((candidate) => plain(candidate) === plain(word));
      if (option === undefined)
        this.fault(field, 'okant-varde', `”${word}” finns inte bland de tillåtna.`, options.join(', '));
      else if (!chosen.includes(option)) chosen.push(option);
    }
    return chosen;
  }

  yesNo(field: string, byDefault: boolean): boolean {
    const value = this.optionalOneOf(field, ['ja', 'nej']);
    return value === null ? byDefault : value === 'ja';
  }

  /** A number with decimal comma or point. */
  optionalDecimal(field: string, limits: NumberLimits): number | null {
    const value = this.optionalText(field);
    if (value === null) return null;
    const normalised = value.replace(',', '.').replace('\u2212', '-');
    if (!/^-?\d+(\.\d+)?$/.test(normalised)) {
      this.fault(field, 'inte-ett-tal', 'Värdet är inte ett tal.', limitText(limits));
      return null;
    }
    const number = Number(normalised);
    const isTooSmall = limits.above ? number <= limits.min : number < limits.min;
    if (isTooSmall || number > limits.max) {
      this.fault(field, 'utanfor-granser', 'Talet ligger utanför det tillåtna.', limitText(limits));
      return null;
    }
    return number;
  }

  decimal(field: string, limits: NumberLimits): number {
    return this.required(field, this.optionalDecimal(field, limits), limitText(limits)) ?? limits.max;
  }

  optionalWhole(field: string, limits: NumberLimits): number | null {
    const number = this.optionalDecimal(field, limits);
    if (number === null || Number.isInteger(number)) return number;
    this.fault(field, 'inte-heltal', 'Talet har decimaler.', `heltal, ${limitText(limits)}`);
    return null;
  }

  whole(field: string, limits: NumberLimits): number {
    return this.required(field, this.optionalWhole(field, limits), `heltal, ${limitText(limits)}`) ?? limits.max;
  }

  optionalMinutes(field: string, limits: NumberLimits): Minutes | null {
    const number = this.optionalWhole(field, limits);
    return number === null ? null : minutes(number);
  }

  minutes(field: string, limits: NumberLimits): Minutes {
    return minutes(this.whole(field, limits));
  }

  optionalDate(field: string): LocalDate | null {
    const value = this.optionalText(field);
    if (value === null) return null;
    const date = parseLocalDate(value);
    if (date === null)
      this.fault(field, 'datum.finns-inte', 'Datumet finns inte.', 'ÅÅÅÅ-MM-DD, till exempel 2026-03-02');
    return date;
  }

  date(field: string): LocalDate {
    return this.required(field, this.optionalDate(field), 'ÅÅÅÅ-MM-DD') ?? STAND_IN_DATE;
  }

  timeOfDay(field: string): MinuteOfDay {
    const value = this.required(field, this.optionalText(field), 'TT:MM');
    const minute = value === null ? null : parseMinuteOfDay(value);
    if (value !== null && minute === null) {
      this.fault(field, 'tid.finns-inte', 'Klockslaget finns inte.', 'TT:MM, till exempel 07:15');
    }
    return minute ?? minuteOfDay(0);
  }

  /** Decimal degrees WGS 84 in Sweden; null where both cells are empty. */
  optionalCoordinate(latField: string, lonField: string): Coordinate | null {
    const anywhere = { min: -1e8, max: 1e8 };
    const before = this.found.length;
    const lat = this.optionalDecimal(latField, anywhere);
    const lon = this.optionalDecimal(lonField, anywhere);
    if (this.found.length > before || (lat === null && lon === null)) return null;
    if (lat === null || lon === null) {
      this.missing(lat === null ? latField : lonField, 'både lat och lon i decimalgrader');
      return null;
    }
    if (isInSweden({ lat, lon })) return { lat, lon };
    const { code, message, expected } = coordinateFault({ lat, lon });
    this.fault(latField, code, message, expected, `${this.raw(latField)} ${this.raw(lonField)}`);
    return null;
  }

  coordinate(latField: string, lonField: string): Coordinate {
    const before = this.found.length;
    const coordinate = this.optionalCoordinate(latField, lonField);
    if (coordinate === null && this.found.length === before)
      this.missing(latField, 'lat och lon i decimalgrader (WGS 84)');
    return coordinate ?? { lat: 0, lon: 0 };
  }

  /** What the cell holds, for a fault. */
  raw(field: string): string {
    return this.cells.get(field) ?? '';
  }

  has(field: string): boolean {
    return this.raw(field) !== '';
  }

  fault(field: string, code: string, message: string, expected: string, value = this.raw(field)): void {
    this.found.push({ field, code, value, message, expected });
  }

  private missing(field: string, expected: string): void {
    this.fault(field, 'saknas', 'Värdet saknas.', expected);
  }

  private required<T>(field: string, value: T | null, expected: string): T | null {
    const isReported = this.found.some((fault) => fault.field === field);
    if (value === null && !isReported) this.missing(field, expected);
    return value;
  }
}

const STAND_IN_DATE = '1970-01-01' as LocalDate;

/** Lower case without å ä ö: what people type for the same word. */
const plain = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o').replaceAll('-', '_');

function limitText({ min, max, above }: NumberLimits): string {
  return above ? `större än ${min}, högst ${max}` : `${min}–${max}`;
}
