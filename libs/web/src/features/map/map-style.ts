import type { MapAnswer } from '@hemtjanst/contracts';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

export type MapMode = 'light' | 'dark';

interface Palette {
  readonly ground: string;
  readonly water: string;
  readonly park: string;
  readonly forest: string;
  readonly building: string;
  readonly rail: string;
  readonly street: string;
  readonly streetEdge: string;
  readonly largeStreet: string;
  readonly path: string;
  readonly text: string;
  readonly halo: string;
}

/** Quiet greys, so that the routes are what is seen first. */
const PALETTES: Readonly<Record<MapMode, Palette>> = {
  light: {
    ground: '#f4f5f2',
    water: '#c3d9e8',
    park: '#dcead3',
    forest: '#cfe0c6',
    building: '#e3e1dc',
    rail: '#a5a9ae',
    street: '#ffffff',
    streetEdge: '#cfd3d8',
    largeStreet: '#fbe9bd',
    path: '#b9a999',
    text: '#2b333c',
    halo: '#ffffff',
  },
  dark: {
    ground: '#1b2026',
    water: '#14344c',
    park: '#22332a',
    forest: '#1e2e26',
    building: '#2a3037',
    rail: '#5c646d',
    street: '#3b434c',
    streetEdge: '#11151a',
    largeStreet: '#575136',
    path: '#6d6357',
    text: '#e6ebf0',
    halo: '#1b2026',
  },
};

/** Drawn with the fonts of the device: no glyphs are fetched from anywhere. */
const FONT = ['sans-serif'];

/** The ground routes are drawn on; without a map a plain one. */
export function mapStyle(map: MapAnswer | null, mode: MapMode, origin: string): StyleSpecification {
  const palette = PALETTES[mode];
  const ground: LayerSpecification = {
    id: 'ground',
    type: 'background',
    paint: { 'background-color': palette.ground },
  };
  if (map === null || map.tiles === null || map.bounds === null) return { version: 8, sources: {}, layers: [ground] };
  return {
    version: 8,
    sources: {
      map: {
        type: 'vector',
        tiles: [origin + map.tiles],
        bounds: [...map.bounds],
        minzoom: map.minZoom,
        maxzoom: map.maxZoom,
      },
    },
    layers: [ground, ...areas(palette), ...streets(palette), ...names(palette)],
  };
}

function areas(palette: Palette): LayerSpecification[] {
  const fill = (id: string, layer: string, kind: string | null, colour: string): LayerSpecification => ({
    id,
    type: 'fill',
    source: 'map',
    'source-layer': layer,
    filter: kind === null ? ['==', ['geometry-type'], 'Polygon'] : ['==', ['get', 'kind'], kind],
    paint: { 'fill-color': colour },
  });
  return [
    fill('forest', 'green', 'forest', palette.forest),
    fill('park', 'green', 'park', palette.park),
    fill('water', 'water', null, palette.water),
    {
      id: 'stream',
      type: 'line',
      source: 'map',
      'source-layer': 'water',
      filter: ['==', ['get', 'kind'], 'stream'],
      paint: { 'line-color': palette.water, 'line-width': growing(1, 6) },
    },
    fill('building', 'buildings', null, palette.building),
    {
      id: 'rail',
      type: 'line',
      source: 'map',
      'source-layer': 'rails',
      paint: { 'line-color': palette.rail, 'line-width': growing(0.6, 2), 'line-dasharray': [4, 2] },
    },
  ];
}

/** Kinds of streets, the smallest first, with the width at zoom 12 and at zoom 18. */
const STREETS: readonly (readonly [kind: string, narrow: number, wide: number])[] = [
  ['service', 0.3, 7],
  ['small', 0.6, 14],
  ['collector', 1.2, 18],
  ['main', 1.8, 22],
  ['large', 2.4, 24],
];

function streets(palette: Palette): LayerSpecification[] {
  const line = (id: string, kind: string, colour: string, width: ReturnType<typeof growing>): LayerSpecification => ({
    id,
    type: 'line',
    source: 'map',
    'source-layer': 'streets',
    filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  });
  const dashed = (kind: string, dash: readonly number[]): LayerSpecification => ({
    id: kind,
    type: 'line',
    source: 'map',
    'source-layer': 'streets',
    filter: ['==', ['get', 'kind'], kind],
    paint: { 'line-color': palette.path, 'line-width': growing(0.5, 3), 'line-dasharray': [...dash] },
  });
  const colourOf = (kind: string): string =>
    kind === 'large' || kind === 'main' ? palette.largeStreet : palette.street;
  return [
    dashed('foot', [2, 1.5]),
    dashed('cycle', [5, 1]),
    dashed('steps', [0.6, 0.6]),
    ...STREETS.map(([kind, narrow, wide]) =>
      line(`${kind}-edge`, kind, palette.streetEdge, growing(narrow + 1, wide + 2)),
    ),
    ...STREETS.map(([kind, narrow, wide]) => line(kind, kind, colourOf(kind), growing(narrow, wide))),
  ];
}

function names(palette: Palette): LayerSpecification[] {
  const paint = { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 };
  return [
    {
      id: 'street-names',
      type: 'symbol',
      source: 'map',
      'source-layer': 'streets',
      minzoom: 14,
      filter: ['in', ['get', 'kind'], ['literal', ['large', 'main', 'collector', 'small']]],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 12,
        'symbol-spacing': 320,
      },
      paint,
    },
    {
      id: 'place-names',
      type: 'symbol',
      source: 'map',
      'source-layer': 'places',
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 14, 'text-padding': 8 },
      paint,
    },
  ];
}

/** From a width at zoom 12 to a width at zoom 18, doubling as the map does. */
const growing = (narrow: number, wide: number) =>
  ['interpolate', ['exponential', 1.6], ['zoom'], 12, narrow, 18, wide] as [
    'interpolate',
    ['exponential', number],
    ['zoom'],
    number,
    number,
    number,
    number,
  ];
