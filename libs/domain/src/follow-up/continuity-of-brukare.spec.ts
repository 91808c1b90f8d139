import { aBrukare, anAbsence } from '../testing/builders.js';
import { addDays, localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { continuityOfBrukare, type MetVisit } from './continuity-of-brukare.js';
import { continuityFigures } from '../weekly-plan/continuity.js';
import { continuityHistogram, continuityReport, type CountedBrukare } from './continuity-report.js';

/** Monday 23 February to Sunday 8 March 2026. */
const period = { from: localDate('2026-02-23'), to: localDate('2026-03-08') };

const visit = (day: number, from: string, to: string, employeeId = 'E1', kind = 'besok'): MetVisit => ({
  employeeId,
  onDate: addDays(period.from, day),
  startsAt: clock(from),
  endsAt: clock(to),
  kind,
});
/** 08:00 and 18:00 on each of the 14 days, by the employee of the day. */
const everyDay = (employeeOf: (day: number) => string = () => 'E1'): readonly MetVisit[] =>
  Array.from({ length: 14 }, (_, day) => day).flatMap((day) => [
    visit(day, '08:00', '08:30', employeeOf(day)),
    visit(day, '18:00', '18:30', employeeOf(day)),
  ]);
const of = (
  visits: readonly MetVisit[],
  brukare: Partial<ReturnType<typeof aBrukare>> = {},
  absences: readonly ReturnType<typeof anAbsence>[] = [],
) => continuityOfBrukare(aBrukare(brukare), visits, absences, period);
const away = (from: string, to: string, fromTime = '00:00', toTime = '00:00') =>
  anAbsence({ fromDate: localDate(from), fromMinute: clock(fromTime), toDate: localDate(to), toMinute: clock(toTime) });

describe('the official measure of one brukare', () => {
  it('counts each employee once', () => {
    expect(of(everyDay((day) => `E${day % 3}`))).toMatchObject({ officialEmployees: 3, exclusion: null });
  });

  it('counts both employees of a visit for two', () => {
    expect(of([...everyDay(), visit(0, '08:00', '08:30', 'E2')]).officialEmployees).toBe(2);
  });

  it.each(['larm', 'matleverans', 'hemsjukvard', 'avbojt', 'bom'])('does not count %s', (kind) => {
    expect(of([...everyDay(), visit(0, '12:00', '12:20', 'E2', kind)]).officialEmployees).toBe(1);
  });

  it.each([
    ['06:59', 1],
    ['07:00', 2],
    ['22:00', 2],
    ['22:01', 1],
  ])('counts who starts 07:00–22:00: %s', (from, employees) => {
    expect(of([...everyDay(), visit(0, from, '23:00', 'E2')]).officialEmployees).toBe(employees);
  });

  it('looks at the fourteen days and no others', () => {
    const around = [visit(-1, '08:00', '08:30', 'E8'), visit(14, '08:00', '08:30', 'E9')];
    expect(of([...everyDay(), ...around]).officialEmployees).toBe(1);
  });

  it('takes in who becomes 65 during the year, and nobody younger', () => {
    expect(of(everyDay(), { birthYear: 1961 }).exclusion).toBeNull();
    expect(of(everyDay(), { birthYear: 1962 }).exclusion).toBe('under-65');
  });

  it('leaves out who has only one visit on one of the days', () => {
    expect(of(everyDay().slice(1)).exclusion).toBe('fewer-visits');
  });

  it('leaves out who has no visit on one of the days', () => {
    expect(of(everyDay().slice(2)).exclusion).toBe('fewer-visits');
  });

  it('does not count a night visit as the second of the day', () => {
    expect(of([...everyDay().slice(1), visit(0, '23:00', '23:20')]).exclusion).toBe('fewer-visits');
  });

  it('sees employees who are there together as one visit, also when one comes a minute later', () => {
    const together = [visit(0, '18:01', '18:30', 'E2'), visit(0, '18:20', '18:50', 'E3')];
    expect(of([...everyDay().slice(1), ...together]).exclusion).toBe('fewer-visits');
  });

  it('sees a visit that begins as the other ends as another one', () => {
    expect(of([...everyDay().slice(1), visit(0, '18:30', '18:45')]).exclusion).toBeNull();
  });

  it('sees two at the very same minute as one visit, even without length', () => {
    const stops = [visit(0, '12:00', '12:00', 'E2'), visit(0, '12:00', '12:00', 'E3')];
    expect(of([...everyDay().slice(2), ...stops]).exclusion).toBe('fewer-visits');
  });

  it.each([
    ['one afternoon of the period', away('2026-03-01', '2026-03-01', '13:00', '16:00'), 'away'],
    ['from the last day on', away('2026-03-08', '2026-03-20'), 'away'],
    ['from the day after', away('2026-03-09', '2026-03-20'), null],
    ['until midnight when the period begins', away('2026-02-10', '2026-02-23'), null],
    ['into the first morning', away('2026-02-10', '2026-02-23', '00:00', '09:00'), 'away'],
  ])('leaves out who is away %s', (_, absence, exclusion) => {
    expect(of(everyDay(), {}, [absence]).exclusion).toBe(exclusion);
  });

  it('gives age before absence, and absence before too few visits', () => {
    const gone = [away('2026-03-01', '2026-03-05')];
    expect(of([], { birthYear: 1990 }, gone).exclusion).toBe('under-65');
    expect(of([], {}, gone).exclusion).toBe('away');
  });
});

describe('the wider measure', () => {
  it('counts every visit at any hour, and none of other kinds', () => {
    const visits = [
      visit(0, '23:00', '23:20', 'E2'),
      visit(1, '08:00', '08:30'),
      visit(2, '03:00', '03:20', 'E3', 'larm'),
    ];
    expect(of(visits)).toMatchObject({ allEmployees: 2, officialEmployees: 1, visits: 2 });
  });
});

describe('the kontaktman', () => {
  it('has the visits that are the kontaktman’s own', () => {
    expect(
      of(
        everyDay((day) => (day < 7 ? 'E1' : 'E2')),
        { kontaktmanId: 'E1' },
      ).kontaktmanVisits,
    ).toBe(14);
    expect(of(everyDay()).kontaktmanVisits).toBeNull();
  });
});

describe('a group', () => {
  let made = 0;
  const counted = (employees: number, override: Partial<CountedBrukare> = {}): CountedBrukare => ({
    brukareId: `B${++made}`,
    gender: 'K',
    officialEmployees: employees,
    allEmployees: employees + 1,
    exclusion: null,
    visits: 28,
    kontaktmanVisits: null,
    ...override,
  });

  it('has mean, median, highest and the shares above 10 and 20', () => {
    expect(continuityFigures([4, 10, 11, 21])).toEqual({
      brukareCount: 4,
      mean: 11.5,
      median: 10.5,
      max: 21,
      shareAbove10: 0.5,
      shareAbove20: 0.25,
    });
    expect(continuityFigures([1, 9, 3]).median).toBe(3);
    expect(continuityFigures([]).mean).toBe(0);
  });

  it('counts how many brukare meet how many employees, without holes', () => {
    expect(continuityHistogram([2, 4, 2])).toEqual([
      { employees: 1, brukare: 0 },
      { employees: 2, brukare: 2 },
      { employees: 3, brukare: 0 },
      { employees: 4, brukare: 1 },
    ]);
    expect(continuityHistogram([])).toEqual([]);
  });

  it('keeps the official and the wider measure apart', () => {
    const report = continuityReport([counted(8), counted(2, { exclusion: 'fewer-visits' })]);
    expect(report.official.figures).toMatchObject({ brukareCount: 1, mean: 8 });
    expect(report.wider.figures).toMatchObject({ brukareCount: 2, mean: 6 }); // (9 + 3) / 2
    expect(report.excluded).toEqual({ 'under-65': 0, away: 0, 'fewer-visits': 1 });
  });

  it('leaves out brukare without a visit', () => {
    expect(continuityReport([counted(0, { visits: 0 })]).wider.figures.brukareCount).toBe(0);
  });

  it('has the kontaktman’s share of the visits to brukare with one', () => {
    const report = continuityReport([counted(8, { visits: 30, kontaktmanVisits: 12 }), counted(8, { visits: 50 })]);
    expect(report.kontaktmanShare).toBe(0.4);
    expect(continuityReport([counted(8)]).kontaktmanShare).toBeNull();
  });

  it('shows women and men apart when both are at least five', () => {
    const women = [2, 4, 6, 8, 10].map((employees) => counted(employees));
    const men = [1, 1, 1, 1, 6].map((employees) => counted(employees, { gender: 'M' }));
    const { byGender } = continuityReport([...women, ...men]).official;
    expect([byGender?.K.mean, byGender?.M.mean]).toEqual([6, 2]);
  });

  it('hides both when one is a small cell, because the other would give it away', () => {
    const women = [2, 4, 6, 8, 10].map((employees) => counted(employees));
    const men = [1, 1, 1, 6].map((employees) => counted(employees, { gender: 'M' }));
    expect(continuityReport([...women, ...men]).official.byGender).toBeNull();
    expect(continuityReport(women).official.byGender?.M.brukareCount).toBe(0);
    const one = counted(3, { gender: null });
    expect(continuityReport([...women, one]).official.byGender).toBeNull();
  });
});
