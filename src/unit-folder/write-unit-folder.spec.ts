import fc from 'fast-check';
import {
  aBrukare,
  aCareUnit,
  anEmployee,
  aRamtidOrder,
  aVisitTemplate,
  minuteOfDay,
  minutes,
  type CareUnit,
  type Recurrence,
  type Weekday,
} from '@hemtjanst/domain';
import { readUnitFiles } from './read-unit-folder.js';
import { writeUnitFiles } from './write-unit-folder.js';

const written = (unit: CareUnit, fileName: string): string =>
  writeUnitFiles(unit).get(fileName)?.toString('utf8') ?? '';

const text = fc
  .string({ unit: fc.constantFrom(...'aåÖé=+-@;,"\'\t\r\n ＝9x'), minLength: 1, maxLength: 12 })
  .filter((value) => value === value.trim() && value !== '');
/** As the reader leaves a guarded cell: a leading tab or return stays when it was written by us. */
const guardedText = fc.constantFrom('=1+1', '+46', '-x', '@sum', '\t=cmd', '\r@x', "'=a", "''=a", '＝1', "O'Hara");
const weekdays = fc
  .uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 })
  .map((days): Recurrence => ({ kind: 'weekdays', days: days.sort() }));
const floating = fc
  .record({ times: fc.integer({ min: 1, max: 7 }), everyWeeks: fc.integer({ min: 1, max: 26 }) })
  .map((value): Recurrence => ({ kind: 'floating', ...value }));
const fixed = (digits: number, min: number, max: number) =>
  fc.integer({ min: min * 10 ** digits, max: max * 10 ** digits }).map((value) => value / 10 ** digits);

const unit = fc
  .record({
    name: fc.oneof(text, guardedText),
    address: fc.oneof(text, guardedText),
    lat: fixed(6, 56, 69),
    lon: fixed(6, 11, 24),
    floor: fc.integer({ min: -5, max: 60 }),
    doorMinutes: fc.option(fc.integer({ min: 0, max: 60 })),
    hours: fixed(2, 1, 744),
    goal: fc.option(fc.oneof(text, guardedText)),
    recurrence: fc.oneof(weekdays, floating),
    earliest: fc.integer({ min: 0, max: 700 }),
    width: fc.integer({ min: 0, max: 600 }),
    serviceMinutes: fc.integer({ min: 1, max: 140 }),
    offset: fc.integer({ min: -60, max: 60 }),
    isDouble: fc.boolean(),
    rate: fc.integer({ min: 3, max: 100 }).map((percent) => percent / 100),
  })
  .map((given): CareUnit => {
    const base = aCareUnit();
    return {
      ...base,
      brukare: [
        aBrukare({
          name: given.name,
          address: given.address,
          floor: given.floor,
          doorMinutes: given.doorMinutes,
          coordinate: { lat: given.lat, lon: given.lon },
        }),
      ],
      employees: [anEmployee({ employmentRate: given.rate })],
      orders: [aRamtidOrder({ hoursPerMonth: given.hours, goal: given.goal })],
      templates: [
        aVisitTemplate({
          recurrence: given.recurrence,
          window: { earliest: minuteOfDay(given.earliest), latest: minuteOfDay(given.earliest + given.width) },
          serviceMinutes: minutes(given.serviceMinutes),
          helper: given.isDouble
            ? {
                serviceMinutes: minutes(given.serviceMinutes),
                earliestOffset: given.offset,
                latestOffset: given.offset + 5,
              }
            : null,
        }),
      ],
      shifts: [],
      absences: [],
      history: [],
      registrations: [],
    };
  });

describe('the unit folder written and read again', () => {
  it('is the same unit, whatever its texts, numbers and times are', () => {
    fc.assert(
      fc.property(unit, (given) => {
        const read = readUnitFiles(writeUnitFiles(given), { name: given.name });
        expect(read).toMatchObject({ ok: true, unit: given });
      }),
      { numRuns: 300 },
    );
  });

  it('is the same unit for the builders, with shifts, absences, history and registrations', () => {
    const given = aCareUnit();
    expect(readUnitFiles(writeUnitFiles(given), { name: given.name })).toMatchObject({ ok: true, unit: given });
  });

  it('gives a spreadsheet no formula to run, and leaves negative numbers numbers', () => {
    const given = { ...aCareUnit(), brukare: [aBrukare({ name: '=cmd|1', address: '@SUM(A1)', floor: -1 })] };
    const file = written(given, 'kunder.csv');
    expect(file).toContain(";'=cmd|1;");
    expect(file).toContain(";'@SUM(A1);");
    expect(file).toContain(';-1;');
  });

  it('is semicolon, UTF-8 with BOM, decimal comma', () => {
    const file = written(aCareUnit(), 'lokaler.csv');
    expect(file.startsWith('\ufeffid;namn;adress;lat;lon\r\n')).toBe(true);
    expect(file).toContain(';57,7;11,95');
  });
});
