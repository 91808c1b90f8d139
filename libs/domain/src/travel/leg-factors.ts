import type { KeyKind } from '../people/people.js';
import { monthOf } from '../time/local-date.js';
import type { LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import type { TravelMode } from './travel-mode.js';

/** What the kind of key takes at the door. */
export function keySeconds(
  keyKind: KeyKind,
  settings: Pick<UnitSettings, 'metalKeySeconds' | 'portCodeSeconds'>,
): number {
  switch (keyKind) {
    case 'metall':
      return settings.metalKeySeconds;
    case 'portkod':
      return settings.portCodeSeconds;
    case 'nyckelfri':
      return 0;
  }
}

/** Stairs by the floor, or the lift, from the entrance. */
export function wayUpSeconds(
  { floor, hasLift }: { readonly floor: number; readonly hasLift: boolean },
  settings: Pick<UnitSettings, 'liftSeconds' | 'stairsSecondsPerFloor'>,
): number {
  if (floor === 0) return 0;
  return hasLift ? settings.liftSeconds : Math.abs(floor) * settings.stairsSecondsPerFloor;
}

/** How many times longer a ride by bike takes in the months of winter. */
export function winterFactor(
  mode: TravelMode,
  onDate: LocalDate,
  settings: Pick<UnitSettings, 'winterFactor' | 'winterMonths'>,
): number {
  const isBike = mode === 'cykel' || mode === 'elcykel';
  return isBike && settings.winterMonths.includes(monthOf(onDate)) ? settings.winterFactor : 1;
}
