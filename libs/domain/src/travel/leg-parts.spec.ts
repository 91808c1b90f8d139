import fc from 'fast-check';
import { localDate } from '../time/local-date.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { doorToDoorSeconds, type TravelPlace } from './door-to-door.js';
import { legParts } from './leg-parts.js';
import { TRAVEL_MODES } from './travel-mode.js';

const settings = { ...DEFAULT_UNIT_SETTINGS, portCodeSeconds: 20, stairsSecondsPerFloor: 15, liftSeconds: 40 };
const march = localDate('2026-03-02');
const july = localDate('2026-07-01');
const home: TravelPlace = {
  kind: 'brukare',
  coordinate: { lat: 57.7, lon: 11.95 },
  keyKind: 'nyckelfri',
  floor: 0,
  hasLift: false,
  doorMinutes: null,
};
const elsewhere: TravelPlace = { ...home, coordinate: { lat: 57.71, lon: 11.95 } };

it('shows ride, winter, the bike, the key and the stairs one by one', () => {
  const to: TravelPlace = { ...elsewhere, keyKind: 'metall', floor: 3 };
  expect(legParts({ from: home, to, mode: 'elcykel', onDate: march, rideSeconds: 240 }, settings)).toEqual([
    { kind: 'ride', seconds: 240 },
    { kind: 'winter', seconds: 48 },
    { kind: 'mode', seconds: 180 },
    { kind: 'key', seconds: 120 },
    { kind: 'stairs', seconds: 45 },
  ]);
});

it('shows what was measured at an address instead of key, stairs and lift', () => {
  const to: TravelPlace = { ...elsewhere, keyKind: 'metall', floor: 3, hasLift: true, doorMinutes: 2 };
  expect(legParts({ from: home, to, mode: 'gang', onDate: july, rideSeconds: 300 }, settings)).toEqual([
    { kind: 'ride', seconds: 300 },
    { kind: 'mode', seconds: 180 },
    { kind: 'measured-door', seconds: 120 },
  ]);
});

it('shows one entrance, a protected address, and what is missing to the shortest leg', () => {
  const fast = { ...settings, handlingSeconds: { gang: 0, cykel: 0, elcykel: 0, bil: 0 } };
  const leg = { from: home, mode: 'gang', onDate: july, rideSeconds: 100 } as const;
  expect(legParts({ ...leg, to: { ...home, floor: 2, hasLift: true } }, settings)).toEqual([
    { kind: 'same-entrance', seconds: 60 },
    { kind: 'lift', seconds: 40 },
  ]);
  expect(legParts({ ...leg, to: { ...home, coordinate: null } }, settings)).toEqual([
    { kind: 'protected', seconds: 720 },
  ]);
  expect(legParts({ ...leg, to: elsewhere }, fast)).toEqual([
    { kind: 'ride', seconds: 100 },
    { kind: 'minimum', seconds: 80 },
  ]);
});

it('adds up to what is planned with, whatever the leg', () => {
  const place = fc.record({
    kind: fc.constantFrom('premises', 'brukare'),
    coordinate: fc.constantFrom(home.coordinate, elsewhere.coordinate, null),
    keyKind: fc.constantFrom('nyckelfri', 'portkod', 'metall'),
    floor: fc.integer({ min: -2, max: 12 }),
    hasLift: fc.boolean(),
    doorMinutes: fc.option(fc.integer({ min: 0, max: 20 })),
  });
  const anyLeg = fc.record({
    from: place,
    to: place,
    mode: fc.constantFrom(...TRAVEL_MODES),
    onDate: fc.constantFrom(march, july),
    rideSeconds: fc.integer({ min: 0, max: 5000 }),
  });
  fc.assert(
    fc.property(anyLeg, (leg) => {
      const { rideSeconds, handlingSeconds } = doorToDoorSeconds(leg, settings);
      const sum = legParts(leg, settings).reduce((total, { seconds }) => total + seconds, 0);
      expect(sum).toBe(rideSeconds + handlingSeconds);
      expect(legParts(leg, settings).every(({ seconds }) => seconds > 0)).toBe(true);
    }),
  );
});
