import { DEFAULT_UNIT_SETTINGS as settings, aShift, clock } from '@hemtjanst/domain';
import type { ShiftMeeting } from '../week-scope.js';
import { plannableMinutes, workingTimeRule } from './working-time.js';

const shiftOf = (from: string, to: string, meetings: readonly ShiftMeeting[] = []) => ({
  ...aShift({ startsAt: clock(from), endsAt: clock(to) }),
  meetings,
});

describe('working time', () => {
  it('is the shift without kringtid at both ends', () => {
    // 07:00–16:00 with 15 min at each end.
    expect(plannableMinutes(shiftOf('07:00', '16:00'), settings)).toEqual({ from: clock('07:15'), to: clock('15:45') });
  });

  it('is the whole shift where kringtid would leave nothing', () => {
    const of = (end: string) => plannableMinutes(shiftOf('07:00', end), settings);
    expect(of('07:30')).toEqual({ from: clock('07:00'), to: clock('07:30') });
    expect(of('07:31')).toEqual({ from: clock('07:15'), to: clock('07:16') });
  });

  it('tells a full shift from one that lies at another time', () => {
    const text = (isFull: boolean) =>
      workingTimeRule.explain({ shift: shiftOf('07:00', '16:00'), settings, isFull }).sv;
    expect(text(true)).toBe('Passet är fullt (07:15–15:45).');
    expect(text(false)).toBe('Arbetar inte då: kan planeras 07:15–15:45.');
  });
});

describe('working time beside a meeting', () => {
  const meeting = (from: string, to: string, wayMinutes = 0) => ({ from: clock(from), to: clock(to), wayMinutes });
  const plannable = (from: string, to: string, meetings: readonly ShiftMeeting[]) =>
    plannableMinutes(shiftOf(from, to, meetings), settings);

  it('ends as the APT at the end of the day shift begins, and begins as it ends for the evening shift', () => {
    const apt = [meeting('13:45', '16:00')];
    expect(plannable('07:00', '16:00', apt)).toEqual({ from: clock('07:15'), to: clock('13:45') });
    expect(plannable('13:30', '21:30', apt)).toEqual({ from: clock('16:00'), to: clock('21:15') });
  });

  it('goes on after a meeting that leaves half an hour and the ways, and not after one that leaves less', () => {
    // The last plannable minute is 15:45.
    expect(plannable('07:00', '16:00', [meeting('14:00', '15:15')]).to).toBe(clock('15:45'));
    expect(plannable('07:00', '16:00', [meeting('14:00', '15:16')]).to).toBe(clock('14:00'));
    expect(plannable('07:00', '16:00', [meeting('14:00', '15:15', 1)]).to).toBe(clock('14:00'));
  });

  it('is none where meetings fill the shift', () => {
    const { from, to } = plannable('07:00', '16:00', [meeting('07:00', '12:00'), meeting('12:20', '16:00')]);
    expect(to - from).toBe(0);
  });
});
