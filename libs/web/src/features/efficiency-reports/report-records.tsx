import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { Text, Title } from '@mantine/core';
import { useWording } from '../../text/texts.js';
import styles from './follow-up.module.css';

/** How many records of each kind stand behind the figures. */
export function ReportRecords({ report: { records } }: { readonly report: EfficiencyReportAnswer }) {
  const { texts, formats } = useWording();
  const words = texts.followUp.records;
  const counts: readonly (readonly [string, number])[] = [
    [words.orders, records.ramtidOrders],
    [words.shifts, records.shifts],
    [words.plans, records.weeklyPlans],
    [words.visits, records.plannedVisits],
    [words.registrations, records.registeredTimes],
  ];
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text>{words.text}</Text>
      <ul className={styles.splitList}>
        {counts.map(([word, count]) => (
          <li key={word}>
            <strong>{formats.whole(count)}</strong> {word}
          </li>
        ))}
      </ul>
    </section>
  );
}
