import type { GeoJSONSource, GeoJSONSourceSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { MapPlace, MapRoute } from './map-route.js';
import type { MapMode } from './map-style.js';
import type { DashName } from './route-looks.js';

/** What is drawn on the ground: the routes, and the doors. */
export interface DrawnRoutes {
  readonly routes: readonly MapRoute[];
  readonly places: readonly MapPlace[];
  readonly chosenVisitId: string | null;
  readonly mode: MapMode;
}

export const PLACE_LAYER = 'places-on-route';

const DASHES: Readonly<Record<DashName, readonly number[] | null>> = {
  solid: null,
  dashed: [3, 1.5],
  dotted: [1, 1],
};

/** Lays the layers of routes and doors on a map whose style has just been set. */
export function addRouteLayers(map: MapLibre, mode: MapMode): void {
  const edge = mode === 'light' ? '#ffffff' : '#11151a';
  const quiet = mode === 'light' ? '#4a5562' : '#b9c2cc';
  const empty: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
  map.addSource('routes', empty);
  map.addSource('doors', empty);
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  map.addLayer({
    id: 'route-edge',
    type: 'line',
    source: 'routes',
    layout: round,
    paint: { 'line-color': edge, 'line-width': ['case', ['get', 'isChosen'], 11, 7], 'line-opacity': 0.9 },
  });
  for (const [dash, pattern] of Object.entries(DASHES)) {
    map.addLayer({
      id: `route-${dash}`,
      type: 'line',
      source: 'routes',
      filter: ['all', ['==', ['get', 'dash'], dash], ['!', ['get', 'isEstimated']]],
      layout: pattern === null ? round : {},
      paint: {
        'line-color': ['get', 'colour'],
        'line-width': ['case', ['get', 'isChosen'], 7, 4],
        'line-opacity': ['case', ['get', 'isBehind'], 0.35, 1],
        ...(pattern === null ? {} : { 'line-dasharray': [...pattern] }),
      },
    });
  }
  map.addLayer({
    id: 'route-estimated',
    type: 'line',
    source: 'routes',
    filter: ['get', 'isEstimated'],
    paint: { 'line-color': quiet, 'line-width': 3, 'line-dasharray': [0.6, 1.6] },
  });
  map.addLayer(labelLayer(mode));
  for (const layer of doorLayers(edge)) map.addLayer(layer);
}

/** Draws what is shown now. */
export function showRoutes(map: MapLibre, drawn: DrawnRoutes): void {
  const chosenRoutes = routesThrough(drawn);
  void dataOf(map, 'routes')?.setData({
    type: 'FeatureCollection',
    features: drawn.routes.flatMap((route) => legFeatures(route, drawn.mode, chosenRoutes)),
  });
  void dataOf(map, 'doors')?.setData({ type: 'FeatureCollection', features: doorFeatures(drawn) });
}

const dataOf = (map: MapLibre, source: string): GeoJSONSource | undefined => map.getSource<GeoJSONSource>(source);

/** The routes that the chosen visit is on: they stand out, the others step back. */
function routesThrough({ places, chosenVisitId }: DrawnRoutes): ReadonlySet<string> {
  const chosen = places.filter(({ visitId }) => visitId !== null && visitId === chosenVisitId);
  return new Set(chosen.map(({ routeKey }) => routeKey));
}

function legFeatures(
  { key, legs, look, label }: MapRoute,
  mode: MapMode,
  chosenRoutes: ReadonlySet<string>,
): GeoJSON.Feature[] {
  const isChosen = chosenRoutes.has(key);
  const isBehind = chosenRoutes.size > 0 && !isChosen;
  return legs.map(({ line, isEstimated }) => ({
    type: 'Feature',
    properties: { colour: look[mode], dash: look.dash, label, isEstimated, isChosen, isBehind },
    geometry: { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) },
  }));
}

function doorFeatures({ routes, places, chosenVisitId, mode }: DrawnRoutes): GeoJSON.Feature[] {
  const colourOf = new Map(routes.map(({ key, look }) => [key, look[mode]]));
  return places.map(({ routeKey, visitId, number, at, label, isDone }) => ({
    type: 'Feature',
    properties: {
      visitId,
      label,
      text: visitId === null ? '⌂' : String(number),
      colour: colourOf.get(routeKey) ?? '#4a5562',
      isChosen: visitId !== null && visitId === chosenVisitId,
      isDone: isDone === true,
    },
    geometry: { type: 'Point', coordinates: [at[0], at[1]] },
  }));
}

function labelLayer(mode: MapMode): LayerSpecification {
  return {
    id: 'route-labels',
    type: 'symbol',
    source: 'routes',
    minzoom: 12,
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', 'label'],
      'text-font': ['sans-serif'],
      'text-size': 13,
      'symbol-spacing': 500,
      'text-offset': [0, -0.9],
    },
    paint: {
      'text-color': ['get', 'colour'],
      'text-halo-color': mode === 'light' ? '#ffffff' : '#11151a',
      'text-halo-width': 2,
    },
  };
}

function doorLayers(edge: string): LayerSpecification[] {
  const isChosen = ['get', 'isChosen'] as ['get', string];
  return [
    {
      id: PLACE_LAYER,
      type: 'circle',
      source: 'doors',
      paint: {
        'circle-radius': ['case', isChosen, 17, 12],
        'circle-color': ['case', ['get', 'isDone'], edge, ['get', 'colour']],
        'circle-stroke-color': ['case', ['get', 'isDone'], ['get', 'colour'], edge],
        'circle-stroke-width': ['case', isChosen, 5, 2],
      },
    },
    {
      id: 'door-numbers',
      type: 'symbol',
      source: 'doors',
      layout: {
        'text-field': ['get', 'text'],
        'text-font': ['sans-serif'],
        'text-size': ['case', isChosen, 17, 13],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'symbol-sort-key': ['case', isChosen, 1, 0],
      },
      paint: { 'text-color': ['case', ['get', 'isDone'], ['get', 'colour'], edge] },
    },
    {
      id: 'chosen-name',
      type: 'symbol',
      source: 'doors',
      filter: isChosen,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': ['sans-serif'],
        'text-size': 15,
        'text-offset': [0, 1.9],
        'text-anchor': 'top',
        'text-allow-overlap': true,
      },
      paint: { 'text-color': ['get', 'colour'], 'text-halo-color': edge, 'text-halo-width': 2.5 },
    },
  ];
}
