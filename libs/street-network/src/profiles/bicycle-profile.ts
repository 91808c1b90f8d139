import { climbFactor, slopePercent } from './slope.js';
import {
  isUsableWay,
  onewayDirection,
  type StreetProfile,
  type StreetTags,
  type Turn,
  type WayPassage,
} from './street-profile.js';

/**
 * Rules and figures follow the stock `bicycle.lua` of OSRM v26 (own code), so that a unit gets nearly the same
 * times with and without an OSRM server. The pedelec figures are those of the overlay the OSRM servers of the unit use:
 * 20 km/h on good surfaces, since assistance ends at 25 km/h (EN 15194).
 */
interface BicycleSpeeds {
  readonly cruiseKmh: number;
  readonly pathKmh: number;
  readonly trackKmh: number;
  /** Share of the speed that each percent of a climb takes. */
  readonly climbLoss: number;
}

const pushingKmh = 4;
const stepsKmh = 2;

const roads = new Set([
  'cycleway', 'primary', 'primary_link', 'secondary', 'secondary_link', 'tertiary', 'tertiary_link', 'residential',
  'unclassified', 'living_street', 'road', 'service',
]); // prettier-ignore

const footWays = new Set(['footway', 'pedestrian', 'platform', 'pier']);
const refusedAccess = new Set(['no', 'private', 'agricultural', 'forestry', 'delivery', 'use_sidepath']);
const grantedAccess = new Set(['yes', 'permissive', 'designated']);
const oppositeCycleway = new Set(['opposite', 'opposite_lane', 'opposite_track']);

/** km/h a surface allows; asphalt and the like allow the cruising speed. */
const surfaceKmh: Readonly<Record<string, number>> = {
  'cobblestone:flattened': 10,
  paving_stones: 10,
  compacted: 10,
  fine_gravel: 10,
  ground: 10,
  sett: 9,
  cobblestone: 7,
  unpaved: 6,
  gravel: 6,
  pebblestone: 6,
  dirt: 6,
  earth: 6,
  grass: 6,
  mud: 3,
  sand: 3,
};

/** Barriers a bicycle cannot be taken through. */
const closedBarriers = new Set([
  'fence',
  'wall',
  'hedge',
  'ditch',
  'retaining_wall',
  'city_wall',
  'debris',
  'log',
  'turnstile',
  'stile',
]);

export const bicycleProfile: StreetProfile = bicycleLike({ cruiseKmh: 15, pathKmh: 13, trackKmh: 12, climbLoss: 0.08 });

export const electricBicycleProfile: StreetProfile = bicycleLike({
  cruiseKmh: 20,
  pathKmh: 16,
  trackKmh: 15,
  climbLoss: 0.03,
});

function bicycleLike(speeds: BicycleSpeeds): StreetProfile {
  return {
    passageOf: (tags) => bicyclePassage(tags, speeds),
    isStoppedAt: (tags) => {
      const access = tags.bicycle ?? tags.vehicle ?? tags.access;
      if (access !== undefined) return refusedAccess.has(access) && tags.foot === undefined;
      return tags.barrier !== undefined && closedBarriers.has(tags.barrier);
    },
    turnSeconds: bicycleTurnSeconds,
  };
}

function bicyclePassage(tags: StreetTags, speeds: BicycleSpeeds): WayPassage | undefined {
  if (!isUsableWay(tags)) return undefined;
  const access = tags.bicycle ?? tags.vehicle ?? tags.access;
  if (access !== undefined && refusedAccess.has(access)) return undefined;

  const ridden = ridingKmh(tags, access, speeds);
  const pushed = pushing(tags, ridden > 0);
  const rides = ridingDirections(tags, ridden > 0 && tags.bicycle !== 'dismount');
  // A speed limit binds bicycles too: gårdsgator are signed 10, walking pace 7.
  const capKmh = Math.min(surfaceKmh[tags.surface ?? ''] ?? Infinity, signedKmh(tags.maxspeed));
  const uphill = climbFactor(slopePercent(tags), speeds.climbLoss);
  const uphillBack = climbFactor(-slopePercent(tags), speeds.climbLoss);
  const forwardKmh = Math.min(rides.forward ? Math.max(pushingKmh, ridden * uphill) : pushed.forwardKmh, capKmh);
  const backwardKmh = Math.min(rides.backward ? Math.max(pushingKmh, ridden * uphillBack) : pushed.backwardKmh, capKmh);
  if (forwardKmh === 0 && backwardKmh === 0) return undefined;
  return { forwardKmh, backwardKmh, isForwardPushed: !rides.forward, isBackwardPushed: !rides.backward };
}

function signedKmh(maxspeed: string | undefined): number {
  const kmh = Number.parseInt(maxspeed ?? '', 10);
  return kmh > 0 ? kmh : Infinity;
}

function ridingKmh(tags: StreetTags, access: string | undefined, speeds: BicycleSpeeds): number {
  const highway = tags.highway ?? '';
  if (highway === 'steps') return 0;
  if (highway === 'path') return speeds.pathKmh;
  if (highway === 'track') return speeds.trackKmh;
  if (roads.has(highway)) return speeds.cruiseKmh;
  // A footway where cycling is signed, or a big road that is expressly open to bicycles.
  return access !== undefined && grantedAccess.has(access) ? speeds.cruiseKmh : 0;
}

/** Directions one may ride: one-way streets bind bicycles too, unless a tag opens them. */
function ridingDirections(
  tags: StreetTags,
  isRidable: boolean,
): { readonly forward: boolean; readonly backward: boolean } {
  if (!isRidable) return { forward: false, backward: false };
  const direction = onewayDirection(tags['oneway:bicycle'] ?? tags.oneway, tags);
  const isContraflowOpen = [tags.cycleway, tags['cycleway:left'], tags['cycleway:right']].some(
    (cycleway) => cycleway !== undefined && oppositeCycleway.has(cycleway),
  );
  return { forward: direction !== -1 || isContraflowOpen, backward: direction !== 1 || isContraflowOpen };
}

/** Who gets off and pushes is a pedestrian: allowed on footways, and against a one-way street, not against a roundabout. */
function pushing(tags: StreetTags, isRidable: boolean): { readonly forwardKmh: number; readonly backwardKmh: number } {
  if (tags.foot === 'no') return { forwardKmh: 0, backwardKmh: 0 };
  const highway = tags.highway ?? '';
  if (highway === 'steps') return { forwardKmh: stepsKmh, backwardKmh: stepsKmh };
  if (footWays.has(highway)) return { forwardKmh: pushingKmh, backwardKmh: pushingKmh };
  if (!isRidable && tags.foot !== 'yes') return { forwardKmh: 0, backwardKmh: 0 };
  const isRoundabout = tags.junction === 'roundabout' || tags.junction === 'circular';
  return { forwardKmh: pushingKmh, backwardKmh: isRoundabout ? 0 : pushingKmh };
}

/** 6 s for a right angle, growing with the square of the angle; right is easier than left where traffic keeps right. */
function bicycleTurnSeconds(turn: Turn): number {
  const bias = turn.degrees >= 0 ? 1 / 1.4 : 1.4;
  const bend = (turn.degrees / 90) ** 2 * 6 * bias;
  return bend + (turn.isUTurn ? 20 : 0) + (turn.hasTrafficSignal ? 2 : 0);
}
