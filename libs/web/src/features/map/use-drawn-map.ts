import type { MapAnswer } from '@hemtjanst/contracts';
import { useComputedColorScheme } from '@mantine/core';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { mapStyle } from './map-style.js';

interface Drawing {
  readonly map: MapAnswer | null;
  /** Makes the map in its box, once; throws on a device without WebGL. */
  readonly make: (container: HTMLDivElement) => MapLibre;
  /** Puts the own layers on the streets, each time these have been laid anew. */
  readonly dress: (drawn: MapLibre, mode: 'light' | 'dark') => void;
}

interface DrawnMap {
  readonly holder: RefObject<HTMLDivElement | null>;
  /** Null until it is made, and where it cannot be. */
  readonly drawn: MapLibre | null;
  readonly mode: 'light' | 'dark';
  readonly cannotDraw: boolean;
}

/** A map that lives as long as its box, on streets as light or dark as the page. */
export function useDrawnMap({ map, ...drawing }: Drawing): DrawnMap {
  const mode = useComputedColorScheme('light');
  const holder = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<MapLibre | null>(null);
  const [cannotDraw, setCannotDraw] = useState(false);
  const make = useEffectEvent(drawing.make);
  const dress = useEffectEvent(drawing.dress);

  useEffect(() => {
    if (holder.current === null) return undefined;
    try {
      const made = make(holder.current);
      setDrawn(made);
      return () => {
        setDrawn(null);
        made.remove();
      };
    } catch {
      // A device without WebGL: what stands beside the map does without.
      setCannotDraw(true);
      return undefined;
    }
  }, []);

  useEffect(() => {
    if (drawn === null) return undefined;
    const onStyle = (): void => dress(drawn, mode);
    drawn.once('style.load', onStyle);
    drawn.setStyle(mapStyle(map, mode, window.location.origin), { diff: false });
    return () => void drawn.off('style.load', onStyle);
  }, [drawn, mode, map]);

  return { holder, drawn, mode, cannotDraw };
}
