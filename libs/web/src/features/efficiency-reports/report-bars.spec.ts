import { splitShares } from './report-bars.js';

const split = {
  visitHours: 60,
  travelHours: 20,
  handlingHours: 10,
  kringtidHours: 10,
  waitHours: 0,
  breakHours: 8,
  unexplainedHours: 0,
  larmHours: 0,
  meetingHours: 0,
};

describe('what staff hours are used for', () => {
  it('divides the paid hours, leaves the unpaid rast out and shows no empty part', () => {
    expect(splitShares({ split })).toEqual([
      { part: 'visit', hours: 60, share: 0.6 },
      { part: 'travel', hours: 20, share: 0.2 },
      { part: 'handling', hours: 10, share: 0.1 },
      { part: 'kringtid', hours: 10, share: 0.1 },
    ]);
  });

  it('is empty where nobody works', () => {
    const none = { ...split, visitHours: 0, travelHours: 0, handlingHours: 0, kringtidHours: 0 };
    expect(splitShares({ split: none })).toEqual([]);
  });
});
