/** What the thread is started with. */
export interface TilesWanted {
  readonly mapPath: string;
  readonly folder: string;
}

/** What it answers, once. */
export type TilesMade =
  | { readonly kind: 'made'; readonly archive: string }
  /** There is no map, or it cannot be used: pages draw without. */
  | { readonly kind: 'no-map'; readonly reason: string }
  | { readonly kind: 'fault'; readonly message: string };
