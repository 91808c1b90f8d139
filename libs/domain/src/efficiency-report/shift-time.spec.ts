import fc from 'fast-check';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { reportDefinition } from './report-definition.js';
import { outcomeSplit, plannedSplit, type ShiftTime } from './shift-time.js';
import { addSplits, NO_SPLIT, STAFF_TIME_PARTS, splitStaffTime, type StaffTimeSplit } from './staff-time-split.js';

const NOTHING_REGISTERED = { visits: 0, visitMinutes: 0, larmMinutes: 0, shortGapMinutes: 0 };

/** A shift of 8 paid hours with a route: 10 visits, 5 hours at the door, an hour under way. */
const aShiftTime = (override: Partial<ShiftTime> = {}): ShiftTime => ({
  staffMinutes: 480,
  meetingMinutes: 0,
  aheadMinutes: 0,
  planned: {
    visits: 10,
    visitMinutes: 300,
    travelMinutes: 40,
    handlingMinutes: 20,
    kringtidMinutes: 30,
    waitMinutes: 50,
  },
  registered: NOTHING_REGISTERED,
  ...override,
});

const total = (split: StaffTimeSplit): number =>
  [...STAFF_TIME_PARTS, 'ahead' as const, 'unexplained' as const].reduce((sum, part) => sum + split[part], 0);

describe('where the plan lets the paid time go', () => {
  it('is what the route says, and the rest is unexplained', () => {
    // 480 − 300 − 40 − 20 − 30 − 50 = 40
    expect(plannedSplit(aShiftTime())).toEqual({
      ...NO_SPLIT,
      visit: 300,
      travel: 40,
      handling: 20,
      kringtid: 30,
      wait: 50,
      unexplained: 40,
    });
  });

  it('is unexplained for a shift without a route, but for the meetings of its group', () => {
    const shift = aShiftTime({ planned: null, meetingMinutes: 135 });
    expect(plannedSplit(shift)).toEqual({ ...NO_SPLIT, meeting: 135, unexplained: 345 });
  });

  it('never gives more than the shift has: what comes last gets what is left', () => {
    expect(splitStaffTime({ visit: 470, travel: 20, kringtid: 30 }, 480)).toEqual({
      ...NO_SPLIT,
      visit: 470,
      travel: 10,
    });
  });

  it('is nothing where the employee is absent', () => {
    expect(plannedSplit(aShiftTime({ staffMinutes: 0 }))).toEqual(NO_SPLIT);
  });
});

describe('where the paid time went', () => {
  it('is ahead for a shift that has not been: nothing of it is unexplained', () => {
    expect(outcomeSplit(aShiftTime({ aheadMinutes: 480 }))).toEqual({ ...NO_SPLIT, ahead: 480 });
  });

  it('is ahead for the rest of a shift that has begun, but for what is registered', () => {
    const registered = { ...NOTHING_REGISTERED, visits: 5, visitMinutes: 150 };
    // 480 − 240 worked: 150 at the door, half of the ways 30, the kringtid 30, and 30 left.
    const half = outcomeSplit(aShiftTime({ aheadMinutes: 240, registered }));
    expect(half).toEqual({
      ...NO_SPLIT,
      visit: 150,
      travel: 20,
      handling: 10,
      kringtid: 30,
      ahead: 240,
      unexplained: 30,
    });
    const early = outcomeSplit(aShiftTime({ aheadMinutes: 400, registered }));
    expect(early).toEqual({ ...NO_SPLIT, visit: 150, ahead: 330 });
  });

  it('has visits and larm as registered, and the ways of the visits that were done', () => {
    const registered = { visits: 5, visitMinutes: 160, larmMinutes: 25, shortGapMinutes: 99 };
    // Half of the visits: half of the 40 and 20 minutes. 480 − 160 − 25 − 20 − 10 − 30 = 235
    expect(outcomeSplit(aShiftTime({ registered }))).toEqual({
      ...NO_SPLIT,
      visit: 160,
      larm: 25,
      travel: 20,
      handling: 10,
      kringtid: 30,
      unexplained: 235,
    });
  });

  it('counts no more ways than the route has, however many visits were registered', () => {
    const registered = { ...NOTHING_REGISTERED, visits: 12, visitMinutes: 300 };
    expect(outcomeSplit(aShiftTime({ registered })).travel).toBe(40);
  });

  it('takes the short gaps between visits for ways where there is no route', () => {
    const registered = { visits: 8, visitMinutes: 240, larmMinutes: 0, shortGapMinutes: 64 };
    expect(outcomeSplit(aShiftTime({ planned: null, registered }))).toEqual({
      ...NO_SPLIT,
      visit: 240,
      travel: 64,
      unexplained: 176,
    });
  });

  it('is unexplained where nothing was registered and nothing planned', () => {
    expect(outcomeSplit(aShiftTime({ planned: null })).unexplained).toBe(480);
  });
});

it('the parts make up the staff time exactly, whatever is claimed, and so do their sums', () => {
  const amount = fc.integer({ min: 0, max: 2000 });
  const claims = fc.record(Object.fromEntries(STAFF_TIME_PARTS.map((part) => [part, amount])));
  fc.assert(
    fc.property(claims, claims, amount, amount, (one, other, staffOne, staffOther) => {
      const [a, b] = [splitStaffTime(one, staffOne), splitStaffTime(other, staffOther)];
      expect([total(a), total(addSplits(a, b))]).toEqual([staffOne, staffOne + staffOther]);
      expect(Math.min(...Object.values(a))).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('the definition says what is counted, and follows the unit’s own choices', () => {
  const definition = reportDefinition({ ...DEFAULT_UNIT_SETTINGS, efficiencyTarget: 0.8 });
  expect(definition).toContain('utförda timmar / personaltimmar (enhetens inställning), mål 80 %');
  expect(definition).toContain('utan obetald rast');
  expect(definition).toContain('två gånger där beställningen omfattar den');
  expect(reportDefinition({ ...DEFAULT_UNIT_SETTINGS, doubleStaffingCounts: 1 })).toContain(
    'Dubbelbemanning räknas en gång',
  );
});
