import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { Text, Title } from '@mantine/core';
import { useWording } from '../../text/texts.js';
import styles from './follow-up.module.css';

/** How many records of each kind stand behind the figures. */
export function ReportRecords({ report: { records } }: { readonly report: EfficiencyReportAnswer }) {
  const { texts, formats } = useWording();
  const words = texts.followUp.records;
  const counts: readonly (readonly [string, readonly string[]])[] = [
    [words.orders, records.ramtidOrderIds],
    [words.shifts, records.shiftIds],
    [words.plans, records.weeklyPlanIds],
    [words.visits, records.plannedVisitIds],
    [words.registrations, records.registeredTimeIds],
  ];
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text>{words.text}</Text>
      <ul className={styles.splitList}>
        {counts.map(([word, ids]) => (
          <li key={word}>
            <strong>{formats.whole(ids.length)}</strong> {word}
          </li>
        ))}
      </ul>
    </section>
  );
}
