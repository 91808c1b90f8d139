import { bicycleProfile, electricBicycleProfile } from './bicycle-profile.js';
import { carProfile } from './car-profile.js';
import type { StreetMode, StreetProfile } from './street-profile.js';
import { walkingProfile } from './walking-profile.js';

/** The rules of a mode. */
export function profileOf(mode: StreetMode): StreetProfile {
  switch (mode) {
    case 'gang':
      return walkingProfile;
    case 'cykel':
      return bicycleProfile;
    case 'elcykel':
      return electricBicycleProfile;
    case 'bil':
      return carProfile;
  }
}
