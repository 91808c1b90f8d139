import { DEFAULT_UNIT_SETTINGS as settings, aShift, clock } from '@hemtjanst/domain';
import { plannableMinutes, workingTimeRule } from './working-time.js';

describe('working time', () => {
  it('is the shift without kringtid at both ends', () => {
    // 07:00–16:00 with 15 min at each end.
    expect(plannableMinutes(aShift(), settings)).toEqual({ from: clock('07:15'), to: clock('15:45') });
  });

  it('is the whole shift where kringtid would leave nothing', () => {
    const of = (end: string) => plannableMinutes(aShift({ startsAt: clock('07:00'), endsAt: clock(end) }), settings);
    expect(of('07:30')).toEqual({ from: clock('07:00'), to: clock('07:30') });
    expect(of('07:31')).toEqual({ from: clock('07:15'), to: clock('07:16') });
  });

  it('tells a full shift from one that lies at another time', () => {
    const text = (isFull: boolean) => workingTimeRule.explain({ shift: aShift(), settings, isFull }).sv;
    expect(text(true)).toBe('Passet är fullt (07:15–15:45).');
    expect(text(false)).toBe('Arbetar inte då: kan planeras 07:15–15:45.');
  });
});
