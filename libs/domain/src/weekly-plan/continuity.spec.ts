import { aBrukare, aHistoryVisit, anAbsence } from '../testing/builders.js';
import { aPlannedVisit } from '../testing/plan-builders.js';
import { isoWeek } from '../time/iso-week.js';
import { addDays, localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import type { HistoryVisit } from '../people/people.js';
import {
  allBrukareContinuity,
  contactPersonShare,
  contactsOf,
  continuityDates,
  officialContinuity,
  type Contact,
} from './continuity.js';

const W10 = isoWeek('2026-W10');
const first = localDate('2026-02-23'); // the Sunday 8 March less 13 days

/** Two visits a day, 08:00 and 18:00, on each of the 14 days; who comes may depend on the day. */
const everyDay = (employeeOf: (day: number) => string, brukareId = 'B1'): readonly Contact[] =>
  Array.from({ length: 14 }, (_, day) => day).flatMap((day) =>
    [480, 1080].map((startsAt) => ({ brukareId, employeeId: employeeOf(day), onDate: addDays(first, day), startsAt })),
  );

describe('continuity', () => {
  it('looks at the fourteen days that end with the week’s Sunday', () => {
    expect(continuityDates(W10)).toEqual({ from: '2026-02-23', to: '2026-03-08' });
  });

  describe('contacts', () => {
    const historyOn = (onDate: string, override: Partial<HistoryVisit> = {}): readonly Contact[] =>
      contactsOf([], [aHistoryVisit({ onDate: localDate(onDate), ...override })], W10);

    it('takes history of the week before, not older, not of the planned week', () => {
      expect(historyOn('2026-02-22')).toEqual([]);
      expect(historyOn('2026-02-23')).toHaveLength(1);
      expect(historyOn('2026-03-01')).toHaveLength(1);
      expect(historyOn('2026-03-02')).toEqual([]);
    });

    it.each(['larm', 'matleverans', 'hemsjukvard'])('leaves out %s', (kind) => {
      expect(historyOn('2026-02-27', { kind })).toEqual([]);
    });

    it('counts both of a planned visit for two', () => {
      const contacts = contactsOf([aPlannedVisit({ employeeIds: ['E1', 'E2'], shiftIds: ['S1', 'S2'] })], [], W10);
      expect(contacts.map(({ employeeId, startsAt }) => [employeeId, startsAt])).toEqual([
        ['E1', 480],
        ['E2', 480],
      ]);
    });
  });

  describe('of all brukare', () => {
    const met = (brukareId: string, ...employeeIds: string[]): readonly Contact[] =>
      employeeIds.map((employeeId) => ({ brukareId, employeeId, onDate: first, startsAt: 480 }));

    it('counts each employee once', () => {
      const contacts = [...met('B1', 'E1', 'E2', 'E1'), ...met('B2', 'E1')];
      const figures = allBrukareContinuity(contacts, new Set(['B1', 'B2']));
      expect(figures).toMatchObject({ brukareCount: 2, mean: 1.5, median: 1.5, max: 2, shareAbove10: 0 });
    });

    it('leaves out brukare that are not asked for', () => {
      expect(allBrukareContinuity(met('B1', 'E1'), new Set(['B2'])).brukareCount).toBe(0);
    });

    it('counts ten as within the goal and eleven as above it', () => {
      const many = (count: number, brukareId: string) =>
        met(brukareId, ...Array.from({ length: count }, (_, at) => `E${at}`));
      const share = (...counts: number[]): number => {
        const contacts = counts.flatMap((count, at) => many(count, `B${at}`));
        return allBrukareContinuity(contacts, new Set(counts.map((_, at) => `B${at}`))).shareAbove10;
      };
      expect(share(10)).toBe(0);
      expect(share(11)).toBe(1);
      expect(share(10, 11, 3, 4)).toBe(0.25);
    });

    it('has the middle one as median, of an even number the mean of the two', () => {
      const of = (...counts: number[]): number =>
        allBrukareContinuity(
          counts.flatMap((count, at) => met(`B${at}`, ...Array.from({ length: count }, (_, n) => `E${n}`))),
          new Set(counts.map((_, at) => `B${at}`)),
        ).median;
      expect(of(1, 9, 3)).toBe(3);
      expect(of(1, 9, 3, 4)).toBe(3.5);
    });
  });

  describe('the official measure', () => {
    const official = (
      contacts: readonly Contact[],
      brukare = aBrukare(),
      absences = [] as ReturnType<typeof anAbsence>[],
    ) => officialContinuity([brukare], contacts, absences, W10);

    it('counts who comes to a person with two visits every day', () => {
      expect(official(everyDay((day) => `E${day % 3}`))).toMatchObject({ brukareCount: 1, mean: 3, max: 3 });
    });

    it('begins at 65 years', () => {
      expect(
        official(
          everyDay(() => 'E1'),
          aBrukare({ birthYear: 1961 }),
        ).brukareCount,
      ).toBe(1);
      expect(
        official(
          everyDay(() => 'E1'),
          aBrukare({ birthYear: 1962 }),
        ).brukareCount,
      ).toBe(0);
    });

    it('leaves out who has one visit on one of the days', () => {
      const contacts = everyDay(() => 'E1');
      expect(official(contacts.slice(1)).brukareCount).toBe(0);
    });

    it('sees a visit for two as one visit', () => {
      const alone = everyDay(() => 'E1').slice(1);
      const [evening] = alone;
      const forTwo = evening === undefined ? [] : [{ ...evening, employeeId: 'E2' }];
      expect(official([...alone, ...forTwo]).brukareCount).toBe(0);
    });

    it('counts visits that start 07:00–22:00', () => {
      const extra = (startsAt: number): Contact => ({ brukareId: 'B1', employeeId: 'E9', onDate: first, startsAt });
      const max = (startsAt: number): number => official([...everyDay(() => 'E1'), extra(startsAt)]).max;
      expect(max(clock('06:59'))).toBe(1);
      expect(max(clock('07:00'))).toBe(2);
      expect(max(clock('22:00'))).toBe(2);
      expect(max(clock('22:01'))).toBe(1);
    });

    it('leaves out who is away for any part of the period', () => {
      const away = (from: string, to: string) =>
        anAbsence({
          fromDate: localDate(from),
          toDate: localDate(to),
          fromMinute: clock('00:00'),
          toMinute: clock('00:00'),
        });
      const count = (from: string, to: string): number =>
        official(
          everyDay(() => 'E1'),
          aBrukare(),
          [away(from, to)],
        ).brukareCount;
      expect(count('2026-03-08', '2026-03-20')).toBe(0);
      expect(count('2026-03-09', '2026-03-20')).toBe(1);
      expect(count('2026-02-01', '2026-02-23')).toBe(1); // back at midnight
      expect(count('2026-02-01', '2026-02-24')).toBe(0);
    });
  });

  describe('the kontaktman’s share', () => {
    it('counts visits to brukare with a kontaktman', () => {
      const brukare = [aBrukare({ kontaktmanId: 'E1' }), aBrukare({ id: 'B2' })];
      const visits = [
        aPlannedVisit(),
        aPlannedVisit({ id: 'V2', employeeIds: ['E2'] }),
        aPlannedVisit({ id: 'V3', employeeIds: ['E3', 'E1'] }),
        aPlannedVisit({ id: 'V4', brukareId: 'B2', employeeIds: ['E2'] }),
      ];
      expect(contactPersonShare(visits, brukare)).toBeCloseTo(2 / 3, 10);
      expect(contactPersonShare(visits, [aBrukare({ id: 'B2' })])).toBe(0);
    });
  });
});
