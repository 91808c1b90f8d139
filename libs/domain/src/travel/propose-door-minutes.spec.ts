import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import type { TravelPlace } from './door-to-door.js';
import { hourBandOf, mayProposeAgain, proposeDoorMinutes, type RegisteredLeg } from './propose-door-minutes.js';

const settings = { ...DEFAULT_UNIT_SETTINGS, learningSamples: 10 };
const place = (lat: number, override: Partial<TravelPlace> = {}): TravelPlace => ({
  kind: 'brukare',
  coordinate: { lat, lon: 11.95 },
  keyKind: 'nyckelfri',
  floor: 0,
  hasLift: false,
  doorMinutes: null,
  ...override,
});
const address = place(57.71);

/** Planned with 6 min: 3 in the saddle, 3 for the bike. */
const aLeg = (override: Partial<RegisteredLeg> = {}): RegisteredLeg => ({
  employeeId: 'E1',
  from: place(57.7),
  mode: 'elcykel',
  arrivalMinute: 8 * 60,
  gapSeconds: 480,
  travelSeconds: 180,
  waitSeconds: 0,
  isEstimated: false,
  ...override,
});

/** Legs of `employees` employees in turn. */
const legs = (count: number, override: Partial<RegisteredLeg> = {}, employees = 3): RegisteredLeg[] =>
  Array.from({ length: count }, (_, index) => aLeg({ employeeId: `E${index % employees}`, ...override }));

const propose = (registered: readonly RegisteredLeg[], to = address) => proposeDoorMinutes(to, registered, settings);

describe('minutes at the door, learned from registered visits', () => {
  it('are what the way took more than planned', () => {
    expect(propose(legs(10))).toEqual({
      doorMinutes: 2,
      samples: 10,
      plannedSeconds: 360,
      observedSeconds: 480,
      differenceSeconds: 120,
      bands: [{ band: 'morgon', samples: 10, plannedSeconds: 360, observedSeconds: 480, differenceSeconds: 120 }],
    });
  });

  it('need ten registered ways, not nine', () => {
    expect(propose(legs(9))).toBeNull();
    expect(propose(legs(10))).not.toBeNull();
    expect(proposeDoorMinutes(address, legs(10), { ...settings, learningSamples: 11 })).toBeNull();
  });

  it('need three employees, not two', () => {
    expect(propose(legs(30, {}, 2))).toBeNull();
    expect(propose(legs(30, {}, 3))).not.toBeNull();
  });

  it('need a difference of a minute, not of 59 seconds', () => {
    expect(propose(legs(10, { gapSeconds: 360 + 59 }))).toBeNull();
    expect(propose(legs(10, { gapSeconds: 360 + 60 }))?.doorMinutes).toBe(1);
  });

  it('say nothing of the employees', () => {
    expect(JSON.stringify(propose(legs(12)))).not.toMatch(/employee|E\d/);
  });

  it('become fewer where the way is quicker than planned, and never less than none', () => {
    const metal = place(57.71, { keyKind: 'metall' }); // planned: 360 + 120
    expect(propose(legs(10, { gapSeconds: 420 }), metal)?.doorMinutes).toBe(1); // 120 − 60
    expect(propose(legs(10, { gapSeconds: 100 }), metal)?.doorMinutes).toBe(0);
    expect(propose(legs(10, { gapSeconds: 100 }))).toBeNull(); // planned with 0 already
  });

  it('are not proposed once more when they were accepted', () => {
    expect(propose(legs(10), place(57.71, { doorMinutes: 2 }))).toBeNull();
  });

  it('are moved by no single extreme', () => {
    const extremes = legs(4, { gapSeconds: 3600 });
    expect(propose([...legs(9, { gapSeconds: 360 }), ...extremes])).toBeNull();
  });

  it('leave out gaps of more than an hour and visits that overlap', () => {
    expect(propose([...legs(9), aLeg({ gapSeconds: 3600 })])?.samples).toBe(10);
    expect(propose([...legs(9), aLeg({ gapSeconds: 3601 })])).toBeNull();
    expect(propose([...legs(9), aLeg({ gapSeconds: 0 })])?.samples).toBe(10);
    expect(propose([...legs(9), aLeg({ gapSeconds: -60 })])).toBeNull();
  });

  it('leave out ways with planned waiting; the rounding to whole minutes is none', () => {
    expect(propose([...legs(9), aLeg({ waitSeconds: 59 })])?.samples).toBe(10);
    expect(propose([...legs(9), aLeg({ waitSeconds: 60 })])).toBeNull();
  });

  it('leave out estimated rides, and addresses without a coordinate', () => {
    expect(propose(legs(10, { isEstimated: true }))).toBeNull();
    expect(propose(legs(10, { from: place(57.7, { coordinate: null }) }))).toBeNull();
    expect(propose(legs(10), place(57.71, { coordinate: null }))).toBeNull();
  });

  it('count the plan in whole minutes, as the visit list shows it', () => {
    // 181 + 180 s is planned as 7 min: 60 s less than the 8 min registered
    expect(propose(legs(10, { travelSeconds: 181 }))).toMatchObject({ plannedSeconds: 420, doorMinutes: 1 });
  });

  it('take the minute between two doors behind the same entrance', () => {
    const sameEntrance = { from: place(57.71, { floor: 2 }), travelSeconds: 0, gapSeconds: 180 };
    expect(propose(legs(10, sameEntrance))).toMatchObject({ plannedSeconds: 60, doorMinutes: 2 });
  });

  it('come by part of the day where each has enough legs of enough employees', () => {
    const evening = { arrivalMinute: 18 * 60, gapSeconds: 600 };
    expect(propose([...legs(10), ...legs(9, evening)])?.bands.map(({ band }) => band)).toEqual(['morgon']);
    expect(propose([...legs(10), ...legs(30, evening, 2)])?.bands.map(({ band }) => band)).toEqual(['morgon']);
    expect(propose([...legs(10), ...legs(10, evening)])?.bands).toMatchObject([
      { band: 'morgon', differenceSeconds: 120 },
      { band: 'kvall', differenceSeconds: 240 },
    ]);
  });

  it('part the day at ten and at four', () => {
    expect([599, 600, 959, 960].map(hourBandOf)).toEqual(['morgon', 'dag', 'dag', 'kvall']);
  });

  it('come back after a no when twice as many ways stand behind them', () => {
    expect([19, 20].map((samples) => mayProposeAgain(10, samples))).toEqual([false, true]);
  });
});
