import { aCareUnit, aShift, aTimeRegistration, aWorkGroup, isoWeek, localDate } from '@hemtjanst/domain';
import { withPastWeeks } from './with-past-weeks.js';

/** Week 10 begins on 2 March 2026. */
const unit = aCareUnit({
  shifts: [
    aShift({ id: 'P1', onDate: localDate('2026-03-02') }),
    aShift({ id: 'P2', onDate: localDate('2026-03-08') }),
  ],
  registrations: [
    aTimeRegistration({
      id: 'R1',
      startsAt: { ...aTimeRegistration().startsAt, date: localDate('2026-02-20') },
      endsAt: { ...aTimeRegistration().endsAt, date: localDate('2026-02-20') },
    }),
  ],
});

describe('a unit with a past', () => {
  const past = withPastWeeks(unit, isoWeek('2026-W10'));

  it('is rostered for four weeks back, but for the weekend before its week', () => {
    const before = past.shifts.map(({ onDate }) => onDate).filter((date) => date < '2026-03-02');
    // Four Mondays; three Sundays, for 1 March is the day before.
    expect([...before].sort()).toEqual([
      '2026-02-02',
      '2026-02-08',
      '2026-02-09',
      '2026-02-15',
      '2026-02-16',
      '2026-02-22',
      '2026-02-23',
    ]);
    expect(new Set(past.shifts.map(({ id }) => id)).size).toBe(past.shifts.length);
  });

  it('has its registered fortnight twice', () => {
    expect(past.registrations.map(({ id, startsAt }) => `${id} ${startsAt.date}`)).toEqual([
      'R1-F 2026-02-06',
      'R1 2026-02-20',
    ]);
  });

  it('has an APT of each group once in four weeks, the fourth group’s in its own week too', () => {
    const groups = ['G1', 'G2', 'G3', 'G4'].map((id) => aWorkGroup({ id }));
    const { meetings } = withPastWeeks({ ...unit, workGroups: groups }, isoWeek('2026-W10'));
    // Tuesday to Thursday in turn, one week back, two, three, and none.
    expect(meetings.map(({ workGroupId, onDate }) => `${workGroupId ?? ''} ${onDate}`)).toEqual([
      'G1 2026-02-24',
      'G2 2026-02-18',
      'G3 2026-02-12',
      'G4 2026-03-03',
      'G4 2026-02-03',
    ]);
  });
});
