import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { useWording } from '../../text/texts.js';
import styles from './follow-up.module.css';

/** The sums that every ratio is made of; the planned hours stand beside them, smaller. */
export function ThreeSums({ report }: { readonly report: EfficiencyReportAnswer }) {
  const { texts, formats } = useWording();
  const words = texts.followUp.sums;
  const sums: readonly (readonly [string, number])[] = [
    [words.ordered, report.orderedHours],
    [words.performed, report.performedHours],
    [words.staff, report.staffHours],
    [words.planned, report.plannedHours],
  ];
  return (
    <dl className={styles.sums}>
      {sums.map(([word, hours]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{formats.hours(hours)} h</dd>
        </div>
      ))}
    </dl>
  );
}
