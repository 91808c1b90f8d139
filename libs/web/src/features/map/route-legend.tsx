import { useTextsOf } from '../../text/texts.js';
import { mapTexts } from '../../text/pages/map.js';
import type { MapRoute } from './map-route.js';
import { RouteSwatch } from './route-swatch.js';
import styles from './map.module.css';

interface RouteLegendProps {
  readonly entries: readonly { readonly route: MapRoute; readonly name: string }[];
  /** The one route shown; null: all. */
  readonly onlyKey: string | null;
  readonly onOnly: (key: string | null) => void;
  readonly hiddenStops: number;
  readonly isEmpty: boolean;
}

/** Whose line is whose; a press shows one person alone. */
export function RouteLegend({ entries, onlyKey, onOnly, hiddenStops, isEmpty }: RouteLegendProps) {
  const words = useTextsOf(mapTexts);
  const hasEstimate = entries.some(({ route }) => route.legs.some(({ isEstimated }) => isEstimated));
  return (
    <div className={styles.legend}>
      {isEmpty && <p>{words.noRoutes}</p>}
      <ul aria-label={words.legend}>
        {entries.map(({ route, name }) => (
          <li key={route.key}>
            <button
              type="button"
              aria-pressed={onlyKey === route.key}
              title={onlyKey === route.key ? words.everybody : words.only(name)}
              onClick={() => onOnly(onlyKey === route.key ? null : route.key)}
            >
              <RouteSwatch look={route.look} />
              {name}
            </button>
          </li>
        ))}
      </ul>
      {hasEstimate && <p>{words.estimated}</p>}
      {hiddenStops > 0 && <p>{words.hidden(hiddenStops)}</p>}
    </div>
  );
}
