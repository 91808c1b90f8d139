import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { Anchor, Text, Title } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { ReportFigure } from './api.js';
import styles from './follow-up.module.css';
import { recordsAddress } from './report-question.js';

/** How many records of each kind stand behind the figures; each opens its list. */
export function ReportRecords({ report: { records } }: { readonly report: EfficiencyReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).records;
  const { search } = useLocation();
  const counts: readonly (readonly [string, number, ReportFigure])[] = [
    [words.orders, records.ramtidOrders, 'ordered'],
    [words.shifts, records.shifts, 'staff'],
    [words.visits, records.plannedVisits, 'planned'],
    [words.registrations, records.registeredTimes, 'performed'],
  ];
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text>{words.text}</Text>
      <ul className={styles.splitList}>
        {counts.map(([word, count, figure]) => (
          <li key={word}>
            <Anchor component={Link} to={recordsAddress(search, figure, 'outcome')} underline="always">
              <strong>{formats.whole(count)}</strong> {word}
            </Anchor>
          </li>
        ))}
        <li>
          <strong>{formats.whole(records.weeklyPlans)}</strong> {words.plans}
        </li>
      </ul>
    </section>
  );
}
