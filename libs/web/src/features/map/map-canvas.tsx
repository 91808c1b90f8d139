import type { MapAnswer } from '@hemtjanst/contracts';
import { GeolocateControl, type Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useEffectEvent } from 'react';
import { useTextsOf } from '../../text/texts.js';
import { mapTexts } from '../../text/pages/map.js';
import { bareMap } from './bare-map.js';
import { boundsOf, type MapPlace, type MapRoute } from './map-route.js';
import { PLACE_LAYER, addRouteLayers, showRoutes } from './route-layers.js';
import { useDrawnMap } from './use-drawn-map.js';
import styles from './map.module.css';

// The package asks for it where a bundler packs it: its worker is a file of this address, as the policy demands.
setWorkerUrl(workerUrl);

const OVERVIEW = { padding: 48, maxZoom: 16, animate: false } as const;

export interface MapCanvasProps {
  /** Null: no map; the routes stand on a plain ground. */
  readonly map: MapAnswer | null;
  readonly routes: readonly MapRoute[];
  readonly places: readonly MapPlace[];
  readonly chosenVisitId: string | null;
  readonly onChoose: (visitId: string) => void;
  /** A phone can say where it stands; the position stays in the phone. */
  readonly canLocate: boolean;
}

/** The drawn map itself; comes with the map's program and only where it is wanted. */
export function MapCanvas(props: MapCanvasProps) {
  const words = useTextsOf(mapTexts);
  const choose = useEffectEvent((visitId: string) => props.onChoose(visitId));
  const { holder, drawn, mode, cannotDraw } = useDrawnMap({
    map: props.map,
    make: (container) => makeMap(container, props, words),
    dress: (made, tone) => {
      addRouteLayers(made, tone);
      showRoutes(made, { ...props, mode: tone });
    },
  });
  const refresh = useEffectEvent((map: MapLibre) => showRoutes(map, { ...props, mode }));

  useEffect(() => {
    if (drawn !== null) onPlaceClick(drawn, choose);
  }, [drawn]);

  useEffect(() => {
    if (drawn !== null) refresh(drawn);
  }, [drawn, props.routes, props.places, props.chosenVisitId]);

  // Only when other ground is to be seen: an edit or a name that arrives leaves the map where it was moved to.
  const ground = boundsOf(props.routes, props.places)?.join(' ') ?? '';
  const showGround = useEffectEvent((map: MapLibre) => {
    const bounds = boundsOf(props.routes, props.places);
    if (bounds !== null) map.fitBounds(asLngLats(bounds), OVERVIEW);
  });
  useEffect(() => {
    if (drawn !== null) showGround(drawn);
  }, [drawn, ground]);

  useEffect(() => {
    const chosen = props.places.find(({ visitId }) => visitId !== null && visitId === props.chosenVisitId);
    if (drawn === null || chosen === undefined || drawn.getBounds().contains([chosen.at[0], chosen.at[1]])) return;
    drawn.jumpTo({ center: [chosen.at[0], chosen.at[1]] });
  }, [drawn, props.places, props.chosenVisitId]);

  if (cannotDraw) return <p className={styles.notice}>{words.noWebGl}</p>;
  return <div ref={holder} className={styles.canvas} data-mode={mode} />;
}

type Words = (typeof mapTexts)['sv'];

function makeMap(
  container: HTMLDivElement,
  { map, canLocate, routes, places }: MapCanvasProps,
  words: Words,
): MapLibre {
  const bounds = boundsOf(routes, places) ?? map?.bounds ?? null;
  const fit = bounds === null ? {} : { bounds: asLngLats(bounds), fitBoundsOptions: OVERVIEW };
  const made = bareMap({ container, ...fit }, map, words);
  if (canLocate) made.addControl(new GeolocateControl({ positionOptions: { enableHighAccuracy: true } }), 'top-right');
  return made;
}

function onPlaceClick(map: MapLibre, choose: (visitId: string) => void): void {
  map.on('click', PLACE_LAYER, ({ features }) => {
    const visitId: unknown = features?.[0]?.properties.visitId;
    if (typeof visitId === 'string') choose(visitId);
  });
  map.on('mouseenter', PLACE_LAYER, () => (map.getCanvas().style.cursor = 'pointer'));
  map.on('mouseleave', PLACE_LAYER, () => (map.getCanvas().style.cursor = ''));
}

function asLngLats(
  bounds: NonNullable<ReturnType<typeof boundsOf>> | readonly [number, number, number, number],
): [[number, number], [number, number]] {
  const [[west, south], [east, north]] =
    bounds.length === 4 ? [[bounds[0], bounds[1]], [bounds[2], bounds[3]]] : bounds; // prettier-ignore
  return [
    [west, south],
    [east, north],
  ];
}
