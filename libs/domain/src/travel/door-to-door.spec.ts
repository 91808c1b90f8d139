import { localDate } from '../time/local-date.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { doorToDoorSeconds, type TravelPlace } from './door-to-door.js';

const settings = { ...DEFAULT_UNIT_SETTINGS, portCodeSeconds: 20, stairsSecondsPerFloor: 15, liftSeconds: 40 };
const july = localDate('2026-07-01');
const march = localDate('2026-03-02');

const home = (lat: number, override: Partial<TravelPlace> = {}): TravelPlace => ({
  kind: 'brukare',
  coordinate: { lat, lon: 11.95 },
  keyKind: 'nyckelfri',
  floor: 0,
  hasLift: false,
  doorMinutes: null,
  ...override,
});
const premises = (lat: number): TravelPlace => home(lat, { kind: 'premises' });

const leg = (
  from: TravelPlace,
  to: TravelPlace,
  rideSeconds = 240,
  mode: 'elcykel' | 'gang' | 'bil' = 'elcykel',
  onDate = july,
) => doorToDoorSeconds({ from, to, mode, onDate, rideSeconds }, settings);

describe('from door to door', () => {
  it('is the ride and three minutes by bike, five by car', () => {
    expect(leg(home(57.7), home(57.71))).toEqual({ rideSeconds: 240, handlingSeconds: 180 });
    expect(leg(home(57.7), home(57.71), 240, 'bil')).toEqual({ rideSeconds: 240, handlingSeconds: 300 });
  });

  it('rides a fifth longer by bike in winter, and walks as fast as ever', () => {
    expect(leg(home(57.7), home(57.71), 240, 'elcykel', march).rideSeconds).toBe(288); // 240 × 1.2
    expect(leg(home(57.7), home(57.71), 241, 'elcykel', march).rideSeconds).toBe(290); // 289.2 rounded up
    expect(leg(home(57.7), home(57.71), 240, 'gang', march).rideSeconds).toBe(240);
  });

  it('adds the key: two minutes for a metal key, the code of a port', () => {
    expect(leg(home(57.7), home(57.71, { keyKind: 'metall' })).handlingSeconds).toBe(300);
    expect(leg(home(57.7), home(57.71, { keyKind: 'portkod' })).handlingSeconds).toBe(200);
    expect(leg(home(57.7, { keyKind: 'metall' }), home(57.71)).handlingSeconds).toBe(180);
  });

  it('adds the way up: stairs by the floor, or the lift', () => {
    expect(leg(home(57.7), home(57.71, { floor: 3 })).handlingSeconds).toBe(225); // 180 + 3 × 15
    expect(leg(home(57.7), home(57.71, { floor: 3, hasLift: true })).handlingSeconds).toBe(220);
    expect(leg(home(57.7), home(57.71, { floor: -1 })).handlingSeconds).toBe(195);
  });

  it('takes the minutes measured at an address instead of key, stairs and lift', () => {
    const measured = { keyKind: 'metall', floor: 4, doorMinutes: 5 } as const;
    expect(leg(home(57.7), home(57.71, measured)).handlingSeconds).toBe(480); // 180 + 5 × 60
    expect(leg(home(57.7), home(57.7, measured)).handlingSeconds).toBe(360); // same entrance: 60 + 5 × 60
    expect(leg(home(57.7), home(57.71, { ...measured, doorMinutes: 0 })).handlingSeconds).toBe(180);
    expect(leg(home(57.7, measured), home(57.71)).handlingSeconds).toBe(180);
  });

  it('takes a minute behind the same entrance, and what the door takes', () => {
    expect(leg(home(57.7), home(57.7), 999)).toEqual({ rideSeconds: 0, handlingSeconds: 60 });
    expect(leg(home(57.7), home(57.7, { floor: 2 }), 999)).toEqual({ rideSeconds: 0, handlingSeconds: 90 });
  });

  it('is never shorter than three minutes between different addresses', () => {
    const noHandling = { ...settings, handlingSeconds: { gang: 0, cykel: 0, elcykel: 0, bil: 0 } };
    const short = (rideSeconds: number) =>
      doorToDoorSeconds({ from: home(57.7), to: home(57.71), mode: 'gang', onDate: july, rideSeconds }, noHandling);
    expect(short(100)).toEqual({ rideSeconds: 100, handlingSeconds: 80 });
    expect(short(180)).toEqual({ rideSeconds: 180, handlingSeconds: 0 });
    expect(short(181)).toEqual({ rideSeconds: 181, handlingSeconds: 0 });
  });

  it('takes the manual minutes to and from a protected address, whatever the season', () => {
    const hidden = home(0, { coordinate: null, keyKind: 'metall', floor: 4 });
    expect(leg(home(57.7), hidden, 0, 'elcykel', march)).toEqual({ rideSeconds: 720, handlingSeconds: 0 });
    expect(leg(hidden, home(57.7), 0)).toEqual({ rideSeconds: 720, handlingSeconds: 0 });
  });

  it('locks the bike at the premises too, but climbs no stairs there', () => {
    expect(leg(home(57.7), { ...premises(57.71), floor: 2 })).toEqual({ rideSeconds: 240, handlingSeconds: 180 });
  });
});
