import { histogramBars, ratioSoFar, splitShares } from './report-bars.js';

const split = {
  visitHours: 60,
  travelHours: 20,
  handlingHours: 10,
  kringtidHours: 10,
  waitHours: 0,
  breakHours: 8,
  aheadHours: 0,
  unexplainedHours: 0,
  larmHours: 0,
  meetingHours: 0,
};

describe('what staff hours are used for', () => {
  it('divides the paid hours, leaves the unpaid rast out and shows no empty part', () => {
    expect(splitShares(split)).toEqual([
      { part: 'visit', hours: 60, share: 0.6 },
      { part: 'travel', hours: 20, share: 0.2 },
      { part: 'handling', hours: 10, share: 0.1 },
      { part: 'kringtid', hours: 10, share: 0.1 },
    ]);
  });

  it('is empty where nobody works', () => {
    const none = { ...split, visitHours: 0, travelHours: 0, handlingHours: 0, kringtidHours: 0 };
    expect(splitShares(none)).toEqual([]);
  });
});

describe('the ratio so far', () => {
  const report = { performedHours: 60, staffHours: 160, outcomeSplit: { ...split, aheadHours: 60 } };

  it('is of the hours that have been: 60 of 160 − 60', () => {
    expect(ratioSoFar(report)).toBe(0.6);
  });

  it('is none when the period is over, and none before it has begun', () => {
    expect(ratioSoFar({ ...report, outcomeSplit: { ...split, aheadHours: 0 } })).toBeNull();
    expect(ratioSoFar({ ...report, outcomeSplit: { ...split, aheadHours: 160 } })).toBeNull();
  });
});

describe('the histogram of faces', () => {
  it('has a bar for every number up to past the goal, empty where nobody has that many', () => {
    const bars = histogramBars([{ employees: 2, brukare: 5 }], 3);
    expect(bars).toEqual([
      { employees: 1, brukare: 0 },
      { employees: 2, brukare: 5 },
      { employees: 3, brukare: 0 },
      { employees: 4, brukare: 0 },
      { employees: 5, brukare: 0 },
    ]);
  });

  it('reaches as far as the one who meets most', () => {
    expect(histogramBars([{ employees: 14, brukare: 1 }], 10).at(-1)).toEqual({ employees: 14, brukare: 1 });
  });
});
