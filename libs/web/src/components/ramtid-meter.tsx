import { termTexts } from '../text/pages/terms.js';
import { ramtidTexts } from '../text/pages/ramtid.js';
import { useTextsOf, useWording } from '../text/texts.js';
import styles from './ramtid-meter.module.css';
import { Sign } from './sign.js';

interface RamtidMeterProps {
  readonly orderedMinutes: number;
  readonly performedMinutes: number;
  readonly forecastMinutes: number;
  readonly warning: 'over' | 'near' | 'under' | null;
  /** One line for a list; without it every part has its own. */
  readonly isSmall?: boolean;
}

/** The scale reaches a little past the ramtid, and as far as the forecast where that is longer. */
const SHORTEST_SCALE = 1.2;

/** An order's month: what has been performed, what the plans still hold, and where the frame ends. */
export function RamtidMeter(meter: RamtidMeterProps) {
  const { orderedMinutes, performedMinutes, forecastMinutes, warning, isSmall = false } = meter;
  const { formats } = useWording();
  const words = useTextsOf(ramtidTexts);
  const terms = useTextsOf(termTexts);
  const scale = Math.max(orderedMinutes * SHORTEST_SCALE, forecastMinutes, performedMinutes, 1);
  const percent = (minutes: number): string => `${(Math.max(0, minutes) / scale) * 100}%`;
  const hours = (minutes: number): string => formats.hours(minutes / 60);
  return (
    <div className={styles.meter} data-small={isSmall}>
      <div className={styles.track} aria-hidden>
        <div className={styles.performed} style={{ width: percent(performedMinutes) }} />
        <div className={styles.planned} style={{ width: percent(forecastMinutes - performedMinutes) }} />
        {orderedMinutes > 0 && <div className={styles.ordered} style={{ left: percent(orderedMinutes) }} />}
      </div>
      <div className={styles.words}>
        <span>
          {isSmall
            ? words.short(hours(performedMinutes), hours(forecastMinutes), hours(orderedMinutes))
            : words.long(hours(orderedMinutes), hours(performedMinutes), hours(forecastMinutes - performedMinutes))}
        </span>{' '}
        {!isSmall && <strong>{words.forecast(hours(forecastMinutes))}</strong>}{' '}
        {warning !== null && (
          <span className={styles.warning} data-warning={warning}>
            <Sign kind={warning === 'over' ? 'breaks' : 'warns'} /> {terms.warning[warning]}
          </span>
        )}
      </div>
    </div>
  );
}
