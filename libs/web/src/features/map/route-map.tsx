import { Suspense, lazy } from 'react';
import { useTextsOf } from '../../text/texts.js';
import { mapTexts } from '../../text/pages/map.js';
import { useMap } from './api.js';
import type { MapPlace, MapRoute } from './map-route.js';
import { Sign } from '../../components/sign.js';
import styles from './map.module.css';

// The map's program weighs more than the rest of the page: it is fetched when somebody looks at a map.
const MapCanvas = lazy(async () => ({ default: (await import('./map-canvas.js')).MapCanvas }));

interface RouteMapProps {
  readonly routes: readonly MapRoute[];
  readonly places: readonly MapPlace[];
  readonly chosenVisitId: string | null;
  readonly onChoose: (visitId: string) => void;
  readonly canLocate?: boolean;
}

/** Routes on the unit's own map. What can be chosen here can be chosen by keyboard in the list or board beside it. */
export function RouteMap({ canLocate = false, ...drawn }: RouteMapProps) {
  const words = useTextsOf(mapTexts);
  const map = useMap();
  if (map.isPending) return <p className={styles.notice}>{words.loading}</p>;
  return (
    <div className={styles.map} role="region" aria-label={words.label}>
      <Suspense fallback={<p className={styles.notice}>{words.loading}</p>}>
        <MapCanvas {...drawn} map={map.data ?? null} canLocate={canLocate} />
      </Suspense>
      {map.isError && (
        <p className={styles.over}>
          <Sign kind="warns" /> {words.failed}
        </p>
      )}
      {map.data?.mapVersion === null && (
        <p className={styles.over}>
          <Sign kind="warns" /> {words.noMap}
        </p>
      )}
    </div>
  );
}
