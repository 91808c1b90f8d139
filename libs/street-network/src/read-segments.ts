import { metersBetween } from './geometry.js';
import type { StreetProfile, WayPassage } from './profiles/street-profile.js';
import { slopesOfNodes } from './slope-of-nodes.js';
import type { StreetNode, StreetWay } from './street-map.js';

/** What moving in one direction of a segment is like. */
export const directionClosed = 0;
const directionRidden = 1;
const directionPushed = 2;

/** Straight pieces between neighbouring nodes of the map, as far as one mode may use them. */
export interface SegmentTable {
  readonly nodeLon: readonly number[];
  readonly nodeLat: readonly number[];
  /** 1 where traffic signals stand. */
  readonly nodeSignal: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly meters: readonly number[];
  readonly forwardSeconds: readonly number[];
  readonly backwardSeconds: readonly number[];
  readonly forwardUse: readonly number[];
  readonly backwardUse: readonly number[];
  /** Equal numbers: the same street name. */
  readonly street: readonly number[];
}

/** Cuts the ways into segments with times in both directions. A node that stops the mode becomes a dead end on either side. */
export function readSegments(ways: readonly StreetWay[], profile: StreetProfile): SegmentTable {
  const nodeLon: number[] = [];
  const nodeLat: number[] = [];
  const nodeSignal: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const meters: number[] = [];
  const forwardSeconds: number[] = [];
  const backwardSeconds: number[] = [];
  const forwardUse: number[] = [];
  const backwardUse: number[] = [];
  const street: number[] = [];
  const indexById = new Map<number, number>();
  const streetByName = new Map<string, number>();

  const addNode = (node: StreetNode): number => {
    nodeLon.push(node.lon);
    nodeLat.push(node.lat);
    nodeSignal.push(node.tags?.highway === 'traffic_signals' ? 1 : 0);
    return nodeLon.length - 1;
  };
  const indexOf = (node: StreetNode): number => {
    const known = indexById.get(node.id);
    if (known !== undefined) return known;
    // Not remembered: the next segment that ends here gets a place of its own, so nobody passes.
    if (node.tags !== undefined && profile.isStoppedAt(node.tags)) return addNode(node);
    const index = addNode(node);
    indexById.set(node.id, index);
    return index;
  };

  for (const way of ways) {
    const passageAlong = profile.passageOf(way.tags);
    if (passageAlong === undefined) continue;
    const passages = passagesByHeight(way, passageAlong, profile);
    const name = way.tags.name ?? '';
    const streetIndex = streetByName.get(name) ?? streetByName.size;
    streetByName.set(name, streetIndex);
    way.nodes.forEach((node, position) => {
      const next = way.nodes[position + 1];
      if (next === undefined || next.id === node.id) return;
      const length = metersBetween(node.lon, node.lat, next.lon, next.lat);
      const passage = passages?.[position] ?? passageAlong;
      from.push(indexOf(node));
      to.push(indexOf(next));
      meters.push(length);
      forwardSeconds.push(secondsFor(length, passage.forwardKmh));
      backwardSeconds.push(secondsFor(length, passage.backwardKmh));
      forwardUse.push(useOf(passage.forwardKmh, passage.isForwardPushed));
      backwardUse.push(useOf(passage.backwardKmh, passage.isBackwardPushed));
      street.push(streetIndex);
    });
  }
  return {
    nodeLon,
    nodeLat,
    nodeSignal,
    from,
    to,
    meters,
    forwardSeconds,
    backwardSeconds,
    forwardUse,
    backwardUse,
    street,
  };
}

/** The passage of each segment where the heights of the nodes tell a slope; a tag on the way itself goes before them. */
function passagesByHeight(
  { nodes, tags }: StreetWay,
  passageAlong: WayPassage,
  profile: StreetProfile,
): readonly WayPassage[] | undefined {
  if (tags.incline !== undefined || !nodes.some(({ ele }) => ele !== undefined)) return undefined;
  const meters = nodes.slice(1).map((next, index) => {
    const node = nodes[index];
    return metersBetween(node.lon, node.lat, next.lon, next.lat);
  });
  return slopesOfNodes(nodes, meters).map((percent) =>
    percent === undefined ? passageAlong : (profile.passageOf({ ...tags, incline: `${percent}%` }) ?? passageAlong),
  );
}

function secondsFor(meters: number, kmh: WayPassage['forwardKmh']): number {
  return kmh > 0 ? (meters * 3.6) / kmh : 0;
}

function useOf(kmh: number, isPushed: boolean): number {
  if (kmh <= 0) return directionClosed;
  return isPushed ? directionPushed : directionRidden;
}
