import fc from 'fast-check';
import { aPlannedVisit } from '../testing/plan-builders.js';
import { instantAt, instantOf } from '../time/civil-time.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { minuteOfDay } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { findAvvikelser, type PlacedRegistration } from './find-avvikelser.js';

const at = (time: string, date = '2026-03-02') => instantAt(localDate(date), clock(time) * 60);
const limits = DEFAULT_UNIT_SETTINGS.avvikelseLimits;

/** Monday 08:00–08:30 by E1 at B1, and 12:00–12:20 by E1 at B2. */
const morning = aPlannedVisit({ startsAt: at('08:00'), endsAt: at('08:30'), serviceMinutes: 30 });
const noon = aPlannedVisit({
  id: 'V2',
  demandId: 'D2',
  brukareId: 'B2',
  startsAt: at('12:00'),
  endsAt: at('12:20'),
  serviceMinutes: 20,
});

const registered = (
  from: string,
  to: string | null,
  override: Partial<PlacedRegistration> = {},
): PlacedRegistration => ({
  id: 'R1',
  brukareId: 'B1',
  employeeId: 'E1',
  kind: 'besok',
  startsAt: at(from),
  endsAt: to === null ? null : at(to),
  visitId: 'V1',
  hasPlan: true,
  ...override,
});
const find = (registrations: readonly PlacedRegistration[], now = '09:00', visits = [morning]) =>
  findAvvikelser({ registrations, visits, now: at(now), limits });
const kinds = (...args: Parameters<typeof find>) => find(...args).map(({ kind }) => kind);

describe('avvikelser', () => {
  it('are none where the visit was done as planned', () => {
    expect(kinds([registered('08:05', '08:40')], '23:00')).toEqual([]);
  });

  it('are a missed visit an hour after it should have been over, not before', () => {
    expect(kinds([], '09:29')).toEqual([]);
    expect(find([], '09:30')).toMatchObject([
      { kind: 'missed', employeeId: 'E1', registrationId: null, text: 'Ingen har registrerat besöket 08:00–08:30.' },
    ]);
  });

  it.each(['avbojt', 'bom'] as const)('are none when it was %s: somebody came', (kind) => {
    expect(kinds([registered('08:00', '08:00', { kind })], '23:00')).toEqual([]);
  });

  it('are an unplanned visit', () => {
    expect(find([registered('10:00', '10:20', { visitId: null })], '09:00')).toMatchObject([
      { kind: 'unplanned', visit: null, text: 'Oplanerat besök 10:00–10:20.' },
    ]);
  });

  it('are not an unplanned visit where no plan is published for the brukare that week', () => {
    expect(find([registered('10:00', '10:20', { visitId: null, hasPlan: false })], '09:00')).toEqual([]);
  });

  it('are a visit that never ended, whether or not there is a plan', () => {
    expect(kinds([registered('06:00', null, { visitId: null, hasPlan: false })], '09:00', [])).toEqual(['never-ended']);
  });

  it('are never larm', () => {
    expect(kinds([registered('03:00', null, { kind: 'larm', visitId: null })], '09:00')).toEqual([]);
  });

  it('are the wrong employee, and then the planned one has missed nothing', () => {
    expect(kinds([registered('08:00', '08:30', { employeeId: 'E2' })], '23:00')).toEqual(['wrong-employee']);
  });

  it('are one missing of two', () => {
    const forTwo = { ...morning, employeeIds: ['E1', 'E2'], shiftIds: ['S1', 'S2'] };
    expect(find([registered('08:00', '08:30')], '23:00', [forTwo])).toMatchObject([
      { kind: 'missed', employeeId: 'E2' },
    ]);
    const stranger = registered('08:00', '08:30', { id: 'R2', employeeId: 'E3' });
    expect(kinds([registered('08:00', '08:30'), stranger], '23:00', [forTwo])).toEqual(['wrong-employee']);
  });

  it('are a start more than an hour from the planned one', () => {
    expect(kinds([registered('09:00', '09:30')])).toEqual([]);
    expect(kinds([registered('09:01', '09:31')])).toEqual(['outside-time']);
    expect(kinds([registered('06:59', '07:29')])).toEqual(['outside-time']);
  });

  it('are less than half or more than one and a half times the planned time, by ten minutes at least', () => {
    expect(kinds([registered('08:00', '08:15')])).toEqual([]);
    expect(kinds([registered('08:00', '08:14')])).toEqual(['too-short']);
    expect(kinds([registered('08:00', '08:45')])).toEqual([]);
    expect(find([registered('08:00', '08:46')])).toMatchObject([
      { kind: 'too-long', text: 'Besöket tog 46 minuter, planerat 30.' },
    ]);
    const short = { ...morning, serviceMinutes: 15, endsAt: at('08:15') };
    expect(kinds([registered('08:00', '08:06')], '09:00', [short])).toEqual([]); // nine minutes only
  });

  it('are an end that is missing an hour after the visit should have been over', () => {
    expect(kinds([registered('08:10', null)], '09:39')).toEqual([]);
    expect(kinds([registered('08:10', null)], '09:40')).toEqual(['never-ended']);
    expect(kinds([registered('08:10', null, { visitId: null })], '10:10')).toContain('never-ended');
  });

  it('are one employee in two visits at once', () => {
    const both = [
      registered('08:00', '08:30'),
      registered('08:20', '08:45', { id: 'R2', brukareId: 'B2', visitId: null }),
    ];
    const found = find(both).filter(({ kind }) => kind === 'overlap');
    expect(found).toMatchObject([{ registrationId: 'R2', brukareId: 'B2' }]);
    const inTurn = [registered('08:00', '08:30'), registered('08:30', '08:45', { id: 'R2', visitId: null })];
    expect(kinds(inTurn)).toEqual(['unplanned']);
    const ofTwo = [
      registered('08:00', '08:30'),
      registered('08:20', '08:45', { id: 'R2', employeeId: 'E2', visitId: null }),
    ];
    expect(kinds(ofTwo)).toEqual(['unplanned']);
  });

  it('see an overlap behind a short visit in between', () => {
    const all = [
      registered('08:00', '09:00'),
      registered('08:10', '08:15', { id: 'R2', visitId: null }),
      registered('08:50', '09:10', { id: 'R3', visitId: null }),
    ];
    const found = find(all).filter(({ kind }) => kind === 'overlap');
    expect(found.map(({ registrationId }) => registrationId)).toEqual(['R2', 'R3']);
  });

  it('lose nothing on the night when the clocks go back', () => {
    // 02:30 comes twice on 25 October 2026: the visit 01:30–02:30 (the second) takes two hours.
    const day = localDate('2026-10-25');
    const [startsAt, halfPastTwo] = [at('01:30', day), minuteOfDay(150)];
    const visit = {
      ...morning,
      date: day,
      startsAt,
      endsAt: instantOf(day, halfPastTwo, 'earlier'),
      serviceMinutes: 60,
    };
    const endsAt = instantOf(day, halfPastTwo, 'later');
    const found = findAvvikelser({
      registrations: [{ ...registered('08:00', '08:30'), startsAt, endsAt }],
      visits: [visit],
      now: at('12:00', '2026-10-25'),
      limits,
    });
    expect(found.map(({ kind, onDate }) => [kind, onDate])).toEqual([['too-long', '2026-10-25']]);
  });

  it('are the same in whatever order the registrations come, and however often', () => {
    const drawn = fc.array(
      fc.record({
        id: fc.integer({ min: 1, max: 12 }).map((number) => `R${number}`),
        start: fc.integer({ min: 6 * 60, max: 14 * 60 }),
        length: fc.option(fc.integer({ min: 0, max: 90 })),
        employeeId: fc.constantFrom('E1', 'E2'),
        visitId: fc.constantFrom('V1', 'V2', null),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(drawn, fc.integer(), (rows, seed) => {
        const byId = new Map(rows.map((row) => [row.id, row]));
        const registrations = [...byId.values()].map(({ start, length, ...row }): PlacedRegistration => ({
          ...row,
          hasPlan: true,
          brukareId: 'B1',
          kind: 'besok',
          startsAt: instantAt(localDate('2026-03-02'), start * 60),
          endsAt: length === null ? null : instantAt(localDate('2026-03-02'), (start + length) * 60),
        }));
        const shuffled = [...registrations, ...registrations].sort(
          (a, b) => hash(`${a.id}${seed}`) - hash(`${b.id}${seed}`),
        );
        expect(find(shuffled, '20:00', [morning, noon])).toEqual(find(registrations, '20:00', [morning, noon]));
      }),
    );
  });
});

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
