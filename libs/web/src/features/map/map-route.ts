import type { RouteLineAnswer } from '@hemtjanst/contracts';
import type { RouteLook } from './route-looks.js';

export type MapPoint = readonly [lon: number, lat: number];

/** One route as it is drawn. */
export interface MapRoute {
  readonly key: string;
  /** Stands on the line. */
  readonly label: string;
  readonly look: RouteLook;
  readonly legs: readonly { readonly line: readonly MapPoint[]; readonly isEstimated: boolean }[];
}

/** A door on the map: a visit with its number in the day, or premises. */
export interface MapPlace {
  readonly routeKey: string;
  readonly visitId: string | null;
  readonly number: number;
  readonly at: MapPoint;
  /** Said when it is chosen: the brukare's name, or what it is. */
  readonly label: string;
  readonly isDone?: boolean;
}

/** What the service answers, as it is drawn. */
export function mapRoute(answer: RouteLineAnswer, label: string, look: RouteLook): MapRoute {
  return { key: answer.shiftId, label, look, legs: answer.legs };
}

export function mapPlaces(
  { shiftId, stops }: RouteLineAnswer,
  labelOf: (visitId: string | null, number: number) => string,
): readonly MapPlace[] {
  return stops.map(({ plannedVisitId, number, at }) => ({
    routeKey: shiftId,
    visitId: plannedVisitId,
    number,
    at,
    label: labelOf(plannedVisitId, number),
  }));
}

/** The box around everything that is drawn; null where nothing is. */
export function boundsOf(routes: readonly MapRoute[], places: readonly MapPlace[]): [MapPoint, MapPoint] | null {
  const points = [...places.map(({ at }) => at), ...routes.flatMap(({ legs }) => legs.flatMap(({ line }) => line))];
  if (points.length === 0) return null;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const [west, south] = [lons.reduce(least), lats.reduce(least)];
  return [
    [west, south],
    [lons.reduce(most), lats.reduce(most)],
  ];
}

const least = (a: number, b: number): number => Math.min(a, b);
const most = (a: number, b: number): number => Math.max(a, b);
