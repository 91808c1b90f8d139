import { climbFactor, slopePercent } from './slope.js';
import { isUsableWay, type StreetProfile, type StreetTags, type Turn } from './street-profile.js';

/** Pedestrians are measured at 5–6 km/h; 4.8 km/h holds for staff with a bag, kerbs and doors along the way. */
const walkingKmh = 4.8;
const stepsKmh = 2.4;
const climbLoss = 0.03;

const refusedAccess = new Set(['no', 'private', 'use_sidepath', 'delivery']);
const closedToWalkers = new Set([
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'bus_guideway',
  'raceway',
  'busway',
]);
const closedBarriers = new Set(['fence', 'wall', 'hedge', 'ditch', 'retaining_wall', 'city_wall']);

export const walkingProfile: StreetProfile = {
  passageOf: (tags) => {
    if (!isUsableWay(tags)) return undefined;
    const foot = tags.foot ?? tags.access;
    if (foot !== undefined && refusedAccess.has(foot)) return undefined;
    if (isClosedRoad(tags) && tags.foot === undefined) return undefined;
    const kmh = tags.highway === 'steps' ? stepsKmh : walkingKmh;
    const slope = slopePercent(tags);
    return {
      forwardKmh: kmh * climbFactor(slope, climbLoss),
      backwardKmh: kmh * climbFactor(-slope, climbLoss),
      isForwardPushed: false,
      isBackwardPushed: false,
    };
  },
  isStoppedAt: (tags) => {
    const foot = tags.foot ?? tags.access;
    if (foot !== undefined) return refusedAccess.has(foot);
    return tags.barrier !== undefined && closedBarriers.has(tags.barrier);
  },
  // A pedestrian turns on the spot; only a red light costs time.
  turnSeconds: (turn: Turn) => (turn.hasTrafficSignal ? 2 : 0) + (turn.isUTurn ? 2 : 0),
};

function isClosedRoad(tags: StreetTags): boolean {
  return closedToWalkers.has(tags.highway ?? '') || tags.motorroad === 'yes';
}
