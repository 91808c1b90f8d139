import { metersPerDegree } from '../geometry.js';
import type { StreetTags } from '../profiles/street-profile.js';
import type { StreetCoordinate } from '../mode-network.js';
import type { StreetMap, StreetNode, StreetWay } from '../street-map.js';

/** Göteborg, roughly; hand-made towns are drawn in metres east and north of it. */
const origin = { lon: 11.97, lat: 57.7 };
const metersPerLonDegree = metersPerDegree * Math.cos((origin.lat * Math.PI) / 180);

/** The place so many metres east and north of the middle of the hand-made town. */
export function at(eastMeters: number, northMeters: number): StreetCoordinate {
  return { lon: origin.lon + eastMeters / metersPerLonDegree, lat: origin.lat + northMeters / metersPerDegree };
}

/** A node of the hand-made town; equal places are the same node. */
export function node(eastMeters: number, northMeters: number, tags?: StreetTags): StreetNode {
  const id = (eastMeters + 50_000) * 100_000 + northMeters + 50_000;
  const place = { id, ...at(eastMeters, northMeters) };
  return tags === undefined ? place : { ...place, tags };
}

/** A street through places given as [metres east, metres north]; a residential street unless told otherwise. */
export function street(places: readonly (readonly [number, number])[], tags: StreetTags = {}): StreetWay {
  return {
    nodes: places.map(([east, north]) => node(east, north)),
    tags: { highway: 'residential', name: 'Provgatan', ...tags },
  };
}

/** A map of the given ways. */
export function townOf(...ways: readonly StreetWay[]): StreetMap {
  return { ways, contentHash: 'handmade0000' };
}
