import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf } from '../../text/texts.js';
import styles from './follow-up.module.css';
import { histogramBars, type HistogramBar } from './report-bars.js';

interface FaceHistogramProps {
  readonly title: string;
  readonly histogram: readonly HistogramBar[];
  readonly goal: number;
}

/** Brukare by how many employees they met, with the line that the goal draws; those past it are hatched. */
export function FaceHistogram({ title, histogram, goal }: FaceHistogramProps) {
  const words = useTextsOf(followUpTexts).continuity;
  const bars = histogramBars(histogram, goal);
  const most = Math.max(1, ...bars.map(({ brukare }) => brukare));
  return (
    <div
      className={styles.histogram}
      role="img"
      aria-label={`${words.label(title)}: ${bars
        .filter(({ brukare }) => brukare > 0)
        .map(({ employees, brukare }) => `${employees} ${words.employees}: ${brukare} ${words.brukare}`)
        .join('; ')}`}
    >
      {bars.map(({ employees, brukare }) => (
        <div key={employees} className={styles.face} data-last-inside={employees === goal}>
          <span>{brukare === 0 ? '' : brukare}</span>
          <div
            className={styles.faceBar}
            data-above={employees > goal}
            style={{ height: `${(brukare / most) * 70}px` }}
          />
          <span>{employees}</span>
        </div>
      ))}
    </div>
  );
}
