import { doorToDoorSeconds, isSameEntrance, type Leg, type TravelPlace, type TravelSettings } from './door-to-door.js';
import { keySeconds, wayUpSeconds } from './leg-factors.js';

/** What a part of a leg is for. */
export type LegPartKind =
  /** In the saddle, on foot or at the wheel on a dry summer day. */
  | 'ride'
  | 'winter'
  /** Unlock, battery, park, lock, entrance: by the mode. */
  | 'mode'
  | 'same-entrance'
  | 'key'
  | 'stairs'
  | 'lift'
  /** Measured at this address, instead of key, stairs and lift. */
  | 'measured-door'
  /** What is missing to the shortest leg of the unit. */
  | 'minimum'
  /** The manual time of an address that has no coordinate. */
  | 'protected';

export interface LegPart {
  readonly kind: LegPartKind;
  readonly seconds: number;
}

/**
 * A leg in its parts, in the order they happen: their sum is exactly what {@link doorToDoorSeconds} plans with, so that
 * an employee can see where each minute goes. Parts of no seconds are left out.
 *
 * @example legParts({ rideSeconds: 240, mode: 'elcykel', onDate: '2026-03-02', … }, settings)
 * // [{ kind: 'ride', seconds: 240 }, { kind: 'winter', seconds: 48 }, { kind: 'mode', seconds: 180 }]
 */
export function legParts(leg: Leg, settings: TravelSettings): LegPart[] {
  const { from, to, mode } = leg;
  const whole = doorToDoorSeconds(leg, settings);
  if (from.coordinate === null || to.coordinate === null) return [{ kind: 'protected', seconds: whole.rideSeconds }];
  const isSame = isSameEntrance(from, to);
  const parts: LegPart[] = isSame
    ? [{ kind: 'same-entrance', seconds: settings.sameEntranceSeconds }]
    : [
        { kind: 'ride', seconds: leg.rideSeconds },
        { kind: 'winter', seconds: whole.rideSeconds - leg.rideSeconds },
        { kind: 'mode', seconds: settings.handlingSeconds[mode] },
      ];
  const named = [...parts, ...doorParts(to, settings)];
  const missing = whole.rideSeconds + whole.handlingSeconds - secondsOf(named);
  return [...named, { kind: 'minimum' as const, seconds: missing }].filter(({ seconds }) => seconds !== 0);
}

/**
 * What a leg's planned handling is made of: park and lock, key, stairs. None where the parts do not add up to it, because
 * the door was measured or a setting changed after the plan was made: then only the whole is true.
 *
 * @param plannedSeconds the handling of the published leg
 */
export function handlingParts(
  { from, to, mode }: Pick<Leg, 'from' | 'to' | 'mode'>,
  plannedSeconds: number,
  settings: TravelSettings,
): readonly LegPart[] {
  if (from.coordinate === null || to.coordinate === null) return [];
  const arrival: LegPart = isSameEntrance(from, to)
    ? { kind: 'same-entrance', seconds: settings.sameEntranceSeconds }
    : { kind: 'mode', seconds: settings.handlingSeconds[mode] };
  const named = [arrival, ...doorParts(to, settings)];
  const missing = plannedSeconds - secondsOf(named);
  if (missing < 0 || (missing > 0 && plannedSeconds > settings.minimumDoorToDoorSeconds)) return [];
  return [...named, { kind: 'minimum' as const, seconds: missing }].filter(({ seconds }) => seconds !== 0);
}

function doorParts(place: TravelPlace, settings: TravelSettings): LegPart[] {
  if (place.kind === 'premises') return [];
  if (place.doorMinutes !== null) return [{ kind: 'measured-door', seconds: place.doorMinutes * 60 }];
  return [
    { kind: 'key', seconds: keySeconds(place.keyKind, settings) },
    { kind: place.hasLift ? 'lift' : 'stairs', seconds: wayUpSeconds(place, settings) },
  ];
}

function secondsOf(parts: readonly LegPart[]): number {
  return parts.reduce((sum, { seconds }) => sum + seconds, 0);
}
