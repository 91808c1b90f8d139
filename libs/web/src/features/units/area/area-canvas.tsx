import type { AreaGeometry, MapAnswer } from '@hemtjanst/contracts';
import {
  type Map as MapLibre,
  setWorkerUrl,
  type MapGeoJSONFeature,
  type MapLayerMouseEvent,
  type MapLayerTouchEvent,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useEffectEvent } from 'react';
import { areaTexts } from '../../../text/pages/areas.js';
import { mapTexts } from '../../../text/pages/map.js';
import { useTextsOf } from '../../../text/texts.js';
import { bareMap } from '../../map/bare-map.js';
import mapStyles from '../../map/map.module.css';
import { useDrawnMap } from '../../map/use-drawn-map.js';
import { edited, rounded, type AreaDraft, type AreaEdit, type Corner } from './area-draft.js';
import { addAreaLayers, boxAround, CORNER_LAYER, MIDDLE_LAYER, showArea, type DrawnPoint } from './area-layers.js';

setWorkerUrl(workerUrl);

const OVERVIEW = { padding: 48, maxZoom: 15, animate: false } as const;

export interface AreaCanvasProps {
  readonly map: MapAnswer | null;
  readonly draft: AreaDraft;
  readonly others: readonly AreaGeometry[];
  readonly premises: readonly Corner[];
  readonly onEdit: (edit: AreaEdit) => void;
}

/** The map that an area is drawn on: a press sets a corner, a corner is dragged, a ring between two becomes one. */
export function AreaCanvas(props: AreaCanvasProps) {
  const words = useTextsOf(areaTexts);
  const mapWords = useTextsOf(mapTexts);
  const preview = useEffectEvent((map: MapLibre, { ring, corner }: DrawnPoint, to: Corner) =>
    showArea(map, edited(props.draft, { kind: 'move-corner', ring, corner, to }), props.others),
  );
  const edit = useEffectEvent((step: AreaEdit) => props.onEdit(step));
  const { holder, drawn, mode, cannotDraw } = useDrawnMap({
    map: props.map,
    make: (container) => makeMap(container, props, mapWords),
    dress: (made, tone) => {
      addAreaLayers(made, tone);
      showArea(made, props.draft, props.others);
    },
  });
  const refresh = useEffectEvent((map: MapLibre) => showArea(map, props.draft, props.others));

  useEffect(() => {
    if (drawn !== null) listen(drawn, { edit, preview: (point, to) => preview(drawn, point, to) });
  }, [drawn]);

  useEffect(() => {
    if (drawn !== null) refresh(drawn);
  }, [drawn, props.draft, props.others]);

  if (cannotDraw) return <p className={mapStyles.notice}>{words.noWebGl}</p>;
  return <div ref={holder} className={mapStyles.canvas} data-mode={mode} data-area-map />;
}

function makeMap(
  container: HTMLDivElement,
  { map, draft, others, premises }: AreaCanvasProps,
  words: (typeof mapTexts)['sv'],
): MapLibre {
  const bounds = boxAround(draft, others, premises, map);
  const fit = bounds === null ? {} : { bounds, fitBoundsOptions: OVERVIEW };
  // A second press sets a second corner.
  return bareMap({ container, ...fit, doubleClickZoom: false }, map, words);
}

interface Listener {
  readonly edit: (edit: AreaEdit) => void;
  readonly preview: (point: DrawnPoint, to: Corner) => void;
}

function listen(map: MapLibre, { edit, preview }: Listener): void {
  map.on('click', (event) => {
    const layers = [CORNER_LAYER, MIDDLE_LAYER].filter((id) => map.getLayer(id) !== undefined);
    const [hit] = map.queryRenderedFeatures(event.point, { layers });
    const point = pointOf(hit);
    if (hit === undefined || point === null) return edit({ kind: 'add-corner', at: cornerAt(event) });
    if (hit.layer.id === MIDDLE_LAYER) {
      return edit({ kind: 'add-corner', at: cornerAt(event), ring: point.ring, before: point.corner });
    }
    edit({ kind: 'choose-ring', ring: point.ring });
  });
  const onDown = (event: MapLayerMouseEvent | MapLayerTouchEvent): void => {
    const point = pointOf(event.features?.[0]);
    if (point === null) return;
    // The map stays where it is while the corner goes.
    event.preventDefault();
    const isTouch = event.type === 'touchstart';
    const [moving, ending] = isTouch ? (['touchmove', 'touchend'] as const) : (['mousemove', 'mouseup'] as const);
    let to: Corner | null = null;
    const onMove = (moved: Located): void => {
      to = cornerAt(moved);
      preview(point, to);
    };
    map.on(moving, onMove);
    map.once(ending, () => {
      map.off(moving, onMove);
      if (to !== null) edit({ kind: 'move-corner', ...point, to });
    });
  };
  map.on('mousedown', CORNER_LAYER, onDown);
  map.on('touchstart', CORNER_LAYER, onDown);
  for (const layer of [CORNER_LAYER, MIDDLE_LAYER]) {
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
  }
}

interface Located {
  readonly lngLat: { readonly lng: number; readonly lat: number };
}

const cornerAt = ({ lngLat }: Located): Corner => [rounded(lngLat.lng), rounded(lngLat.lat)];

function pointOf(feature: MapGeoJSONFeature | undefined): DrawnPoint | null {
  const ring: unknown = feature?.properties['ring'];
  const corner: unknown = feature?.properties['corner'];
  return typeof ring === 'number' && typeof corner === 'number' ? { ring, corner } : null;
}
