import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { Text, Title } from '@mantine/core';
import { useWording } from '../../text/texts.js';
import styles from './follow-up.module.css';
import { splitShares } from './report-bars.js';

/** Where the staff's paid hours go: one bar, and the same in words for those who read rather than look. */
export function StaffHourSplit({ report }: { readonly report: EfficiencyReportAnswer }) {
  const { texts, formats } = useWording();
  const words = texts.followUp.split;
  const shares = splitShares(report);
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      {shares.length === 0 ? (
        <Text>{words.empty}</Text>
      ) : (
        <>
          <div className={styles.split} aria-hidden>
            {shares.map(({ part, share }) => (
              <div key={part} data-part={part} style={{ flexGrow: share }} />
            ))}
          </div>
          <ul className={styles.splitList}>
            {shares.map(({ part, hours, share }) => (
              <li key={part}>
                <span className={styles.swatch} data-part={part} aria-hidden />
                {words[part]}: <strong>{formats.hours(hours)} h</strong> ({formats.percent(share)})
              </li>
            ))}
          </ul>
          <Text c="var(--rr-text-quiet)">{words.breakNote(formats.hours(report.split.breakHours))}</Text>
        </>
      )}
    </section>
  );
}
