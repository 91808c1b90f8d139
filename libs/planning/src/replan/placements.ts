import type { SolvedRoute } from '@hemtjanst/solver';

/** Shift and start of a row of the problem. */
export interface Placement {
  readonly shift: number;
  readonly start: number;
}

/** Where the visits of some routes are. */
export function placementsIn(routes: readonly SolvedRoute[]): ReadonlyMap<number, Placement> {
  return new Map(
    routes.flatMap(({ shift, stops }) =>
      stops.flatMap(({ kind, index, start }) => (kind === 'visit' ? [[index, { shift, start }] as const] : [])),
    ),
  );
}
