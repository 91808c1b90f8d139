/** How somebody travels. The words are those of the exchange files (`fardsatt`). */
export type StreetMode = 'gang' | 'cykel' | 'elcykel' | 'bil';

/** Every mode a street network can be asked for. */
export const streetModes: readonly StreetMode[] = ['gang', 'cykel', 'elcykel', 'bil'];

/**
 * Raised when a rule or a figure of a profile changes: it is a part of `StreetNetwork.mapId`, so that travel times
 * of the old rules are never mixed with those of the new ones.
 */
export const profileVersion = 3;

/** The tags of an OpenStreetMap way or node. */
export type StreetTags = Readonly<Record<string, string>>;

/** How one mode moves along one way. A speed of 0 means: not in this direction. */
export interface WayPassage {
  readonly forwardKmh: number;
  readonly backwardKmh: number;
  /** The bicycle is pushed in this direction. */
  readonly isForwardPushed: boolean;
  readonly isBackwardPushed: boolean;
}

/** One way of going on at a junction. */
export interface Turn {
  /** −180…180, 0 is straight on, positive is to the right. */
  readonly degrees: number;
  readonly isUTurn: boolean;
  readonly hasTrafficSignal: boolean;
  /** How many street ends meet here. */
  readonly streetEnds: number;
}

/** The rules of one mode: where it may go, how fast, and what a turn costs. */
export interface StreetProfile {
  /** `undefined` where the mode may not use the way at all. */
  readonly passageOf: (tags: StreetTags) => WayPassage | undefined;
  /** Whether a gate, bollard or the like at a node stops this mode. */
  readonly isStoppedAt: (nodeTags: StreetTags) => boolean;
  readonly turnSeconds: (turn: Turn) => number;
}

/** Ways that are not (yet, or any more) there to be used, or are squares drawn as an outline. */
export function isUsableWay(tags: StreetTags): boolean {
  const highway = tags.highway ?? '';
  return highway !== '' && !notBuilt.has(highway) && tags.area !== 'yes';
}

const notBuilt = new Set([
  'construction',
  'proposed',
  'abandoned',
  'razed',
  'disused',
  'planned',
  'elevator',
  'escalator',
  'undefined',
]);

const affirmative = new Set(['yes', '1', 'true']);

/** 1: only along the way, −1: only against it, 0: both directions. */
export function onewayDirection(value: string | undefined, tags: StreetTags): -1 | 0 | 1 {
  if (value === '-1' || value === 'reverse') return -1;
  if (value !== undefined) return affirmative.has(value) ? 1 : 0;
  const isImplied = tags.junction === 'roundabout' || tags.junction === 'circular' || tags.highway === 'motorway';
  return isImplied ? 1 : 0;
}
