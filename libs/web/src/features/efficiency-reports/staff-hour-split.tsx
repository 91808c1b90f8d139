import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { SPLIT_PARTS, type SplitPart } from '@hemtjanst/domain';
import { Anchor, Text, Title } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { RecordTable } from '../../components/record-table.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import styles from './follow-up.module.css';
import { splitShares } from './report-bars.js';
import { recordsAddress } from './report-question.js';

/** Where the staff's paid hours go, as planned and as it turned out, in bars and in words; each part opens. */
export function StaffHourSplit({ report }: { readonly report: EfficiencyReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).split;
  const parts = SPLIT_PARTS.filter(
    (part) => report.split[`${part}Hours`] > 0 || report.outcomeSplit[`${part}Hours`] > 0,
  );
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      {parts.length === 0 ? (
        <Text>{words.empty}</Text>
      ) : (
        <>
          <SplitBar word={words.plan} split={report.split} />
          <SplitBar word={words.outcome} split={report.outcomeSplit} />
          <RecordTable
            label={words.title}
            rows={parts}
            rowKey={(part) => part}
            columns={[
              {
                key: 'part',
                title: words.part,
                cell: (part) => (
                  <>
                    <span className={styles.swatch} data-part={part} aria-hidden />
                    {words[part]}
                  </>
                ),
              },
              {
                key: 'plan',
                title: words.plan,
                isNumber: true,
                cell: (part) => <PartHours part={part} side="plan" split={report.split} />,
              },
              {
                key: 'outcome',
                title: words.outcome,
                isNumber: true,
                cell: (part) => <PartHours part={part} side="outcome" split={report.outcomeSplit} />,
              },
            ]}
          />
          <Text c="var(--rr-text-quiet)">{words.breakNote(formats.hours(report.split.breakHours))}</Text>
        </>
      )}
    </section>
  );
}

type Split = EfficiencyReportAnswer['split'];

function SplitBar({ word, split }: { readonly word: string; readonly split: Split }) {
  return (
    <div className={styles.splitRow} aria-hidden>
      <span>{word}</span>
      <div className={styles.split}>
        {splitShares(split).map(({ part, share }) => (
          <div key={part} data-part={part} style={{ flexGrow: share }} />
        ))}
      </div>
    </div>
  );
}

interface PartHoursProps {
  readonly part: SplitPart;
  readonly side: 'plan' | 'outcome';
  readonly split: Split;
}

function PartHours({ part, side, split }: PartHoursProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).split;
  const { search } = useLocation();
  const found = splitShares(split).find((one) => one.part === part);
  if (found === undefined) return <>–</>;
  return (
    <>
      <Anchor
        component={Link}
        to={recordsAddress(search, part, side)}
        underline="always"
        aria-label={`${formats.hours(found.hours)} h, ${words.open(words[part], words[side])}`}
      >
        {formats.hours(found.hours)} h
      </Anchor>{' '}
      ({formats.percent(found.share)})
    </>
  );
}
