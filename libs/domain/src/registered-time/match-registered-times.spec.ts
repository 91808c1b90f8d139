import { aTimeRegistration } from '../testing/builders.js';
import { aPlannedVisit, onMonday } from '../testing/plan-builders.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { matchRegisteredTimes } from './match-registered-times.js';
import { performedMinutesOfBrukare, registeredMinutes } from './performed-time.js';
import type { TimeRegistration } from './time-registration.js';

const at = (time: string, date = '2026-03-02') => ({ date: localDate(date), minute: clock(time) });
const registered = (from: string, to: string, override: Partial<TimeRegistration> = {}): TimeRegistration =>
  aTimeRegistration({ startsAt: at(from), endsAt: at(to), ...override });

describe('matchRegisteredTimes', () => {
  const morning = aPlannedVisit(); // 08:00–08:30, E1
  const noon = aPlannedVisit({ id: 'V2', startsAt: onMonday('12:00'), endsAt: onMonday('12:20'), serviceMinutes: 20 });

  it('pairs a registration with the visit of the same employee and brukare, and says how far off it was', () => {
    expect(matchRegisteredTimes([registered('08:05', '08:40')], [morning])).toEqual({
      matches: [
        {
          registrationId: 'R1',
          visitId: 'V1',
          employeeId: 'E1',
          isOtherEmployee: false,
          startDeviationMinutes: 5,
          durationDeviationMinutes: 5,
        },
      ],
      unplannedRegistrationIds: [],
      unregistered: [],
    });
  });

  it('gives each visit the registration nearest in time, whatever the order of the lists', () => {
    const registrations = [registered('11:50', '12:10', { id: 'R2' }), registered('08:20', '08:50', { id: 'R1' })];
    const pairs = (list: readonly TimeRegistration[]) =>
      matchRegisteredTimes(list, [noon, morning])
        .matches.map(({ registrationId, visitId }) => `${registrationId}-${visitId}`)
        .sort();
    expect(pairs(registrations)).toEqual(['R1-V1', 'R2-V2']);
    expect(pairs([...registrations].reverse())).toEqual(['R1-V1', 'R2-V2']);
  });

  it('takes the adjusted time', () => {
    const adjusted = { startsAt: at('08:00'), endsAt: at('08:30'), reason: 'glömde' };
    const [match] = matchRegisteredTimes([registered('09:00', '09:05', { adjusted })], [morning]).matches;
    expect([match?.startDeviationMinutes, match?.durationDeviationMinutes]).toEqual([0, 0]);
  });

  it('finds who came instead, up to two hours from the plan', () => {
    const instead = (time: string) => registered(time, '10:30', { employeeId: 'E2' });
    expect(matchRegisteredTimes([instead('10:00')], [morning]).matches[0]?.isOtherEmployee).toBe(true);
    expect(matchRegisteredTimes([instead('10:01')], [morning])).toMatchObject({
      matches: [],
      unplannedRegistrationIds: ['R1'],
      unregistered: [{ visitId: 'V1', employeeId: 'E1' }],
    });
  });

  it('lets the planned employee go before the one who came instead', () => {
    const registrations = [registered('08:00', '08:30', { id: 'R2', employeeId: 'E2' }), registered('08:20', '08:50')];
    expect(matchRegisteredTimes(registrations, [morning])).toMatchObject({
      matches: [{ registrationId: 'R1' }],
      unplannedRegistrationIds: ['R2'],
    });
  });

  it('pairs nothing across brukare or dates, and never larm', () => {
    const none = (override: Partial<TimeRegistration>) =>
      matchRegisteredTimes([registered('08:00', '08:30', override)], [morning]).matches;
    expect(none({ brukareId: 'B2' })).toEqual([]);
    expect(none({ startsAt: at('08:00', '2026-03-03'), endsAt: at('08:30', '2026-03-03') })).toEqual([]);
    expect(matchRegisteredTimes([registered('08:00', '08:30', { kind: 'larm' })], [morning])).toMatchObject({
      matches: [],
      unplannedRegistrationIds: [],
    });
  });

  it('wants both employees of a visit for two registered', () => {
    const forTwo = aPlannedVisit({
      employeeIds: ['E1', 'E2'],
      shiftIds: ['S1', 'S2'],
      helper: { startsAt: onMonday('08:10'), endsAt: onMonday('08:30'), serviceMinutes: 20 },
    });
    const { matches, unregistered } = matchRegisteredTimes(
      [registered('08:10', '08:30', { employeeId: 'E2' })],
      [forTwo],
    );
    expect(matches).toMatchObject([{ employeeId: 'E2', startDeviationMinutes: 0 }]);
    expect(unregistered).toEqual([{ visitId: 'V1', employeeId: 'E1' }]);
  });
});

describe('performed time', () => {
  const twice = { ...DEFAULT_UNIT_SETTINGS, doubleStaffingCounts: 2 } as const;
  const once = { ...DEFAULT_UNIT_SETTINGS, doubleStaffingCounts: 1 } as const;

  it('is from start to end, also past midnight, and never negative', () => {
    expect(registeredMinutes(registered('08:00', '08:30'))).toBe(30);
    expect(registeredMinutes(aTimeRegistration({ startsAt: at('23:50'), endsAt: at('00:10', '2026-03-03') }))).toBe(20);
    expect(registeredMinutes(registered('08:30', '08:00'))).toBe(0);
  });

  it('counts visits, not larm, declined visits or bomtid', () => {
    const kinds = (['besok', 'larm', 'avbojt', 'bom'] as const).map((kind) => registered('08:00', '08:30', { kind }));
    expect(performedMinutesOfBrukare(kinds, twice)).toBe(30);
  });

  it('counts two at once twice, or once where the unit says so', () => {
    const both = [registered('08:00', '08:30'), registered('08:10', '08:40', { id: 'R2', employeeId: 'E2' })];
    expect(performedMinutesOfBrukare(both, twice)).toBe(60);
    expect(performedMinutesOfBrukare(both, once)).toBe(40); // 08:00–08:40
    expect(performedMinutesOfBrukare([], once)).toBe(0);
  });
});
