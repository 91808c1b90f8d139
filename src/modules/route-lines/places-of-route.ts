import type { Coordinate } from '@hemtjanst/domain';
import type { StoredStop } from '../weekly-plans/plan-rows.js';
import type { RouteOfPlan } from '../weekly-plans/published-visit.js';

/** A place a route passes, in the order of the day. */
export interface PassedPlace {
  readonly kind: 'visit' | 'premises';
  readonly plannedVisitId: string | null;
  /** 1 for the first visit of the day; 0 for premises. */
  readonly number: number;
  /** Null: not to be shown on a map, or without a coordinate. */
  readonly coordinate: Coordinate | null;
}

/** Where the brukare and premises of a unit are, as far as a map may show it. */
export interface ShownPlaces {
  readonly brukare: ReadonlyMap<string, Coordinate>;
  readonly premises: ReadonlyMap<string, Coordinate>;
}

/**
 * The doors a route passes: visits, and premises where somebody starts, ends or goes for the rast or kringtid. A rast
 * taken where one is passes no door.
 */
export function placesOfRoute(route: RouteOfPlan, shown: ShownPlaces): readonly PassedPlace[] {
  let visits = 0;
  const passed: PassedPlace[] = [premises(route.start_premises_id, shown)];
  for (const stop of route.stops) {
    if (stop.kind === 'visit') passed.push(visit(stop, (visits += 1), shown));
    else if (stop.premisesId !== null) passed.push(premises(stop.premisesId, shown));
  }
  passed.push(premises(route.end_premises_id, shown));
  return passed.filter((place, at) => place.kind === 'visit' || !isSamePremises(place, passed[at - 1]));
}

const visit = ({ visitId, brukareId }: StoredStop, number: number, { brukare }: ShownPlaces): PassedPlace => ({
  kind: 'visit',
  plannedVisitId: visitId,
  number,
  coordinate: brukare.get(brukareId ?? '') ?? null,
});

const premises = (premisesId: string, { premises: known }: ShownPlaces): PassedPlace => ({
  kind: 'premises',
  plannedVisitId: null,
  number: 0,
  coordinate: known.get(premisesId) ?? null,
});

const isSamePremises = (place: PassedPlace, before: PassedPlace | undefined): boolean =>
  before?.kind === 'premises' && before.coordinate === place.coordinate;
