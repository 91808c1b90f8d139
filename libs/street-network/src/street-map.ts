import type { StreetTags } from './profiles/street-profile.js';

/** A point of a street. Equal ids are the same place: that is where streets meet. */
export interface StreetNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  /** Metres above the sea, where it was mapped. */
  readonly ele?: number;
  /** Only where something stands there: a barrier, traffic signals. */
  readonly tags?: StreetTags;
}

/** One way of the map with the nodes it runs through. */
export interface StreetWay {
  readonly nodes: readonly StreetNode[];
  readonly tags: StreetTags;
}

/** All streets of a map, as read from a file or written by hand in a test. */
export interface StreetMap {
  readonly ways: readonly StreetWay[];
  /** Short hash of the content the map was read from. */
  readonly contentHash: string;
}

/** Codes of what can be wrong with a map file. */
export type StreetMapErrorCode =
  'MAP_MISSING' | 'MAP_DAMAGED' | 'MAP_WITHOUT_STREETS' | 'MAP_OUTSIDE_SWEDEN' | 'MAP_REPLACED' | 'MODE_NOT_LOADED';

/** A map that cannot be used; the message names the file and what to do. */
export class StreetMapError extends Error {
  constructor(
    readonly code: StreetMapErrorCode,
    message: string,
  ) {
    super(`${code} ${message}`);
    this.name = 'StreetMapError';
  }
}
