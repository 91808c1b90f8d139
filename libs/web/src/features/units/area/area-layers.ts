import type { AreaGeometry, MapAnswer } from '@hemtjanst/contracts';
import type { GeoJSONSource, GeoJSONSourceSpecification, Map as MapLibre } from 'maplibre-gl';
import type { MapMode } from '../../map/map-style.js';
import { middleAfter, type AreaDraft, type Corner } from './area-draft.js';

export const CORNER_LAYER = 'area-corners';
export const MIDDLE_LAYER = 'area-middles';

/** What a point of the drawing is. */
export interface DrawnPoint {
  readonly ring: number;
  readonly corner: number;
}

/** Lays the layers of the drawing on a map whose style has just been set. */
export function addAreaLayers(map: MapLibre, mode: MapMode): void {
  const [line, ground, quiet] =
    mode === 'light' ? ['#0b4a8f', '#ffffff', '#4a5562'] : ['#8ec1ff', '#11151a', '#b9c2cc'];
  const empty: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
  for (const source of ['area-others', 'area-drawn', 'area-points']) map.addSource(source, empty);
  map.addLayer({
    id: 'area-others',
    type: 'line',
    source: 'area-others',
    paint: { 'line-color': quiet, 'line-width': 2, 'line-dasharray': [3, 2] },
  });
  map.addLayer({
    id: 'area-fill',
    type: 'fill',
    source: 'area-drawn',
    paint: { 'fill-color': line, 'fill-opacity': 0.15 },
  });
  map.addLayer({
    id: 'area-line',
    type: 'line',
    source: 'area-drawn',
    paint: { 'line-color': line, 'line-width': ['case', ['get', 'isActive'], 4, 2] },
  });
  const circle = { 'circle-color': ground, 'circle-stroke-color': line };
  map.addLayer({
    id: MIDDLE_LAYER,
    type: 'circle',
    source: 'area-points',
    filter: ['get', 'isMiddle'],
    paint: { ...circle, 'circle-radius': 6, 'circle-stroke-width': 1.5, 'circle-opacity': 0.6 },
  });
  map.addLayer({
    id: CORNER_LAYER,
    type: 'circle',
    source: 'area-points',
    filter: ['!', ['get', 'isMiddle']],
    paint: { ...circle, 'circle-radius': 10, 'circle-stroke-width': 4 },
  });
}

/** Draws what there is now; called for every pointer movement while a corner is dragged. */
export function showArea(map: MapLibre, draft: AreaDraft, others: readonly AreaGeometry[]): void {
  setFeatures(
    map,
    'area-others',
    others.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  );
  setFeatures(
    map,
    'area-drawn',
    draft.rings.flatMap(({ corners }, at): GeoJSON.Feature[] => {
      if (corners.length < 2) return [];
      const closed = [...corners, ...corners.slice(0, 1)].map(([lon, lat]) => [lon, lat]);
      const geometry: GeoJSON.Geometry =
        corners.length === 2 ? { type: 'LineString', coordinates: closed } : { type: 'Polygon', coordinates: [closed] };
      return [{ type: 'Feature', properties: { isActive: at === draft.active }, geometry }];
    }),
  );
  setFeatures(map, 'area-points', draft.rings.flatMap(pointsOf));
}

function pointsOf({ corners }: AreaDraft['rings'][number], ring: number): GeoJSON.Feature[] {
  const point = (at: Corner, corner: number, isMiddle: boolean): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { ring, corner, isMiddle },
    geometry: { type: 'Point', coordinates: [at[0], at[1]] },
  });
  return corners.flatMap((at, corner) => {
    const middle = middleAfter(corners, corner);
    // A new corner between this one and the next is the next one's number.
    return [point(at, corner, false), ...(middle === null ? [] : [point(middle, corner + 1, true)])];
  });
}

function setFeatures(map: MapLibre, source: string, features: GeoJSON.Feature[]): void {
  void map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
}

type Box = [[number, number], [number, number]];

/** Round everything that is drawn, else round the first ground there is. */
export function boxAround(
  draft: AreaDraft,
  others: readonly AreaGeometry[],
  premises: readonly Corner[],
  map: MapAnswer | null,
): Box | null {
  const drawn = draft.rings.flatMap(({ corners }) => corners);
  const beside = others.flatMap((area) =>
    (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()).flat(),
  );
  const points = drawn.length > 0 ? drawn : [...beside, ...premises];
  if (points.length > 0) {
    const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
    return [
      [Math.min(...lons), Math.min(...lats)],
      [Math.max(...lons), Math.max(...lats)],
    ];
  }
  const bounds = map?.bounds ?? null;
  return bounds === null
    ? null
    : [
        [bounds[0], bounds[1]],
        [bounds[2], bounds[3]],
      ];
}
