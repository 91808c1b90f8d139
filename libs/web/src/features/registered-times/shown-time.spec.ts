import type { RegisteredTimeAnswer } from '@hemtjanst/contracts';
import { needsLook, shownTime } from './shown-time.js';

const TIME: RegisteredTimeAnswer = {
  id: 't',
  employeeId: 'e',
  brukareId: 'b',
  plannedVisitId: 'v',
  kind: 'besok',
  startsAt: '2031-03-03T07:00:00+01:00',
  endsAt: '2031-03-03T07:30:00+01:00',
  flags: [],
  corrections: [],
  match: 'planerat',
};
const correction = (endsAt: string, correctedAt: string) => ({
  id: correctedAt,
  startsAt: TIME.startsAt,
  endsAt,
  reason: 'glömde trycka',
  correctedBy: null,
  correctedAt,
});

describe('a registration as it counts', () => {
  it('is what came in until it is corrected, then the latest correction', () => {
    expect(shownTime(TIME).endsAt).toBe('2031-03-03T07:30:00+01:00');
    const corrections = [
      correction('2031-03-03T08:10:00+01:00', '2031-03-05T09:00:00+01:00'),
      correction('2031-03-03T08:00:00+01:00', '2031-03-04T09:00:00+01:00'),
    ];
    expect(shownTime({ ...TIME, corrections }).endsAt).toBe('2031-03-03T08:10:00+01:00');
  });

  it('needs a look when it has no end, is odd or is not planned; an alarm is never planned', () => {
    expect(needsLook(TIME)).toBe(false);
    expect(needsLook({ ...TIME, endsAt: null })).toBe(true);
    expect(needsLook({ ...TIME, flags: ['langt-besok'] })).toBe(true);
    expect(needsLook({ ...TIME, match: 'oplanerat' })).toBe(true);
    expect(needsLook({ ...TIME, match: 'oplanerat', kind: 'larm' })).toBe(false);
    expect(needsLook({ ...TIME, endsAt: null, kind: 'avbojt' })).toBe(false);
  });

  it('needs none when somebody has corrected it', () => {
    const corrections = [correction('2031-03-03T08:00:00+01:00', '2031-03-04T09:00:00+01:00')];
    expect(needsLook({ ...TIME, endsAt: null, corrections })).toBe(false);
  });
});
