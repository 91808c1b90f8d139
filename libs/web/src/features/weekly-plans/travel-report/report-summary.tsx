import type { TravelReportAnswer } from '@hemtjanst/contracts';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Sign } from '../../../components/sign.js';
import { travelReportTexts } from '../../../text/pages/travel-report.js';
import { useTextsOf, useWording } from '../../../text/texts.js';
import styles from './travel-report.module.css';

/** The verdict, the four counts it rests on, and what was compared with what. */
export function ReportSummary({ report }: { readonly report: TravelReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(travelReportTexts);
  const { counts, leastRouteSlackMinutes, otherHardCount } = report;
  const verdict = verdictOf(report);
  return (
    <Stack gap="sm">
      <p className={styles.verdict} role="status">
        <Sign kind={VERDICT_SIGNS[verdict]} /> {words.verdict[verdict]}
      </p>
      {otherHardCount > 0 && <Text>{words.otherHard(formats.whole(otherHardCount))}</Text>}
      <dl className={styles.counts} aria-label={words.counts.label}>
        <Count count={counts.shortLegs} word={words.counts.shortLegs} kind="breaks" />
        <Count count={counts.overlaps} word={words.counts.overlaps} kind="breaks" />
        <Count count={counts.rastFaults} word={words.counts.rastFaults} kind="breaks" />
        <Count count={counts.tightRoutes} word={words.counts.tightRoutes} kind="warns" />
      </dl>
      <Text>
        {words.checked(formats.moment(report.checkedAt), formats.whole(counts.legs), formats.whole(counts.routes))}{' '}
        {words.about}
      </Text>
      {counts.estimatedLegs > 0 && (
        <Text>
          <Sign kind="warns" /> {words.estimated(formats.whole(counts.estimatedLegs))}
        </Text>
      )}
      {counts.uncheckedLegs > 0 && (
        <Text>
          <Sign kind="warns" /> {words.unchecked(formats.whole(counts.uncheckedLegs))}
        </Text>
      )}
      <Text>
        {words.limit(formats.whole(leastRouteSlackMinutes))}{' '}
        <Anchor component={Link} to="/installningar/enhet" underline="always" className="rr-no-print">
          {words.limitLink}
        </Anchor>
      </Text>
    </Stack>
  );
}

type Verdict = TravelReportAnswer['canPublish'] | 'tight';
const VERDICT_SIGNS = { ja: 'holds', tight: 'warns', 'med-skal': 'warns', nej: 'breaks' } as const;

const verdictOf = ({ canPublish, counts }: TravelReportAnswer): Verdict =>
  canPublish === 'ja' && counts.tightRoutes > 0 ? 'tight' : canPublish;

interface CountProps {
  readonly count: number;
  readonly word: string;
  /** What one of them means. */
  readonly kind: 'breaks' | 'warns';
}

function Count({ count, word, kind }: CountProps) {
  const { formats } = useWording();
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        <Sign kind={count === 0 ? 'holds' : kind} /> {formats.whole(count)}
      </dd>
    </div>
  );
}
