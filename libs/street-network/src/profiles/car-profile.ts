import { isUsableWay, onewayDirection, type StreetProfile, type StreetTags, type Turn } from './street-profile.js';

/** km/h really reached on a road without a sign, in a town. */
const roadKmh: Readonly<Record<string, number>> = {
  motorway: 80,
  motorway_link: 45,
  trunk: 65,
  trunk_link: 40,
  primary: 50,
  primary_link: 30,
  secondary: 40,
  secondary_link: 25,
  tertiary: 32,
  tertiary_link: 20,
  unclassified: 25,
  residential: 22,
  road: 20,
  living_street: 7,
  service: 12,
};

/** Mean speed in a town is well below the sign: queues, pedestrians, bends. 0.75 of it, the class figure at most +25 %. */
const urbanFactor = 0.75;
const signTrust = 1.25;

const refusedAccess = new Set([
  'no',
  'private',
  'agricultural',
  'forestry',
  'emergency',
  'psv',
  'bus',
  'delivery',
  'customers',
]);
const openBarriers = new Set([
  'gate', 'lift_gate', 'swing_gate', 'toll_booth', 'border_control', 'cattle_grid', 'entrance', 'sally_port', 'no', 'kerb', 'height_restrictor',
]); // prettier-ignore

export const carProfile: StreetProfile = {
  passageOf: (tags) => {
    if (!isUsableWay(tags)) return undefined;
    const classKmh = roadKmh[tags.highway ?? ''];
    if (classKmh === undefined || tags.service === 'bus') return undefined;
    const access = carAccess(tags);
    if (access !== undefined && refusedAccess.has(access)) return undefined;
    const kmh = drivenKmh(classKmh, tags);
    const direction = onewayDirection(tags.oneway, tags);
    return {
      forwardKmh: direction === -1 ? 0 : kmh,
      backwardKmh: direction === 1 ? 0 : kmh,
      isForwardPushed: false,
      isBackwardPushed: false,
    };
  },
  isStoppedAt: (tags) => {
    const access = carAccess(tags);
    if (access !== undefined) return refusedAccess.has(access);
    return tags.barrier !== undefined && !openBarriers.has(tags.barrier);
  },
  turnSeconds: carTurnSeconds,
};

function carAccess(tags: StreetTags): string | undefined {
  return tags.motorcar ?? tags.motor_vehicle ?? tags.vehicle ?? tags.access;
}

function drivenKmh(classKmh: number, tags: StreetTags): number {
  const signedKmh = Number.parseInt(tags.maxspeed ?? '', 10);
  if (!Number.isFinite(signedKmh) || signedKmh <= 0) return classKmh;
  return Math.max(5, Math.min(signedKmh * urbanFactor, classKmh * signTrust));
}

/** Up to 7.5 s: next to nothing for a bend, most of it from a right angle on (an S-curve). Left waits for oncoming traffic. */
function carTurnSeconds(turn: Turn): number {
  const still = (turn.isUTurn ? 20 : 0) + (turn.hasTrafficSignal ? 8 : 0);
  if (turn.streetEnds <= 2 && !turn.isUTurn) return still;
  const bias = turn.degrees >= 0 ? 1 / 1.075 : 1.075;
  const sharpness = Math.abs(turn.degrees) / 180;
  return still + 7.5 / (1 + Math.exp(-(13 * bias * sharpness - 6.5 / bias)));
}
