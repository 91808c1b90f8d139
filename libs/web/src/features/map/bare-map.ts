import type { MapAnswer } from '@hemtjanst/contracts';
import { AttributionControl, Map as MapLibre, NavigationControl, type MapOptions } from 'maplibre-gl';
import type { mapTexts } from '../../text/pages/map.js';

type Words = (typeof mapTexts)['sv'];

/** A map without streets yet: north up, with buttons to zoom and who the streets come from. Throws where there is no WebGL. */
export function bareMap(
  options: Pick<MapOptions, 'container' | 'bounds' | 'fitBoundsOptions' | 'doubleClickZoom'>,
  map: MapAnswer | null,
  words: Words,
): MapLibre {
  const made = new MapLibre({
    ...options,
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': words.label,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'GeolocateControl.FindMyLocation': words.findMe,
      'GeolocateControl.LocationNotAvailable': words.noPosition,
    },
  });
  made.touchZoomRotate.disableRotation();
  made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  if (map !== null && map.attribution !== '') {
    const source = `<a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noreferrer">${map.attribution}</a>`;
    made.addControl(new AttributionControl({ compact: false, customAttribution: source }), 'bottom-right');
  }
  return made;
}
