import { useComputedColorScheme } from '@mantine/core';
import { useTextsOf } from '../../text/texts.js';
import { mapTexts } from '../../text/pages/map.js';
import type { MapRoute } from './map-route.js';
import type { DashName } from './route-looks.js';
import styles from './map.module.css';

interface RouteLegendProps {
  readonly entries: readonly { readonly route: MapRoute; readonly name: string }[];
  /** The one route shown; null: all. */
  readonly onlyKey: string | null;
  readonly onOnly: (key: string | null) => void;
  readonly hiddenStops: number;
  readonly isEmpty: boolean;
}

const DASHES: Readonly<Record<DashName, string>> = { solid: 'none', dashed: '9 5', dotted: '3 3' };

/** Whose line is whose; a press shows one person alone. */
export function RouteLegend({ entries, onlyKey, onOnly, hiddenStops, isEmpty }: RouteLegendProps) {
  const words = useTextsOf(mapTexts);
  const mode = useComputedColorScheme('light');
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
              <svg width="34" height="10" aria-hidden>
                <line
                  x1="1"
                  y1="5"
                  x2="33"
                  y2="5"
                  stroke={route.look[mode]}
                  strokeWidth="4"
                  strokeDasharray={DASHES[route.look.dash]}
                />
              </svg>
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
