import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { Text, Title } from '@mantine/core';
import { Sign } from '../../components/sign.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import styles from './follow-up.module.css';
import { ratioSoFar } from './report-bars.js';
import { ServiceText } from '../../components/service-text.js';

/** Each ratio as a bar on one scale. The target and what can be attained are lines on those of staff time. */
export function EfficiencyBar({ report }: { readonly report: EfficiencyReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const soFar = ratioSoFar(report);
  const { target, attainableEfficiency: ceiling } = report;
  const isReached = soFar === null ? report.isTargetReached : soFar >= target;
  return (
    <section>
      <Title order={2}>{words.ratios.title}</Title>
      <div className={styles.bars}>
        {soFar !== null && <RatioBar word={words.ratios.soFar} ratio={soFar} lines={{ target, ceiling }} isLarge />}
        <RatioBar
          word={soFar === null ? words.ratios.performedPerStaff : words.ratios.ofWholePeriod}
          ratio={report.performedPerStaff}
          lines={{ target, ceiling }}
          isLarge={soFar === null}
        />
        <Text>
          {isReached !== null && (
            <>
              <Sign kind={isReached ? 'holds' : 'warns'} /> {isReached ? words.ratios.reached : words.ratios.notReached}{' '}
              ·{' '}
            </>
          )}
          <span className={styles.lineKey} data-line="target" aria-hidden />{' '}
          {words.ratios.target(formats.percent(target))}
          {ceiling !== null && (
            <>
              {' · '}
              <span className={styles.lineKey} data-line="ceiling" aria-hidden />{' '}
              {words.ratios.ceiling(formats.percent(ceiling))}
            </>
          )}
        </Text>
        {ceiling !== null && ceiling < target && (
          <Text>
            <Sign kind="warns" /> {words.ratios.targetAboveCeiling}
          </Text>
        )}
        <Text c="var(--rr-text-quiet)">
          <ServiceText>{report.attainableText}</ServiceText>
        </Text>
        <RatioBar word={words.ratios.plannedPerStaff} ratio={report.plannedPerStaff} lines={{ target, ceiling }} />
        <RatioBar word={words.ratios.orderedPerStaff} ratio={report.orderedPerStaff} lines={{ target, ceiling }} />
        <RatioBar word={words.ratios.performedPerOrdered} ratio={report.performedPerOrdered} lines={NO_LINES} />
      </div>
      <Text c="var(--rr-text-quiet)" mt="sm">
        <strong>{words.definition}.</strong> <ServiceText>{report.definition}</ServiceText>
      </Text>
    </section>
  );
}

interface Lines {
  readonly target: number | null;
  readonly ceiling: number | null;
}

const NO_LINES: Lines = { target: null, ceiling: null };

interface RatioBarProps {
  readonly word: string;
  readonly ratio: number | null;
  readonly lines: Lines;
  readonly isLarge?: boolean;
}

/** The scale ends at 120 %, so that a ratio above 100 % is still seen. */
const SCALE_END = 1.2;
const onScale = (ratio: number): string => `${(Math.min(ratio, SCALE_END) / SCALE_END) * 100}%`;

export function RatioBar({ word, ratio, lines: { target, ceiling }, isLarge = false }: RatioBarProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).ratios;
  return (
    <div className={styles.bar} data-large={isLarge}>
      <div className={styles.barText}>
        <span>{word}</span>
        <strong>{ratio === null ? words.unknown : formats.percent(ratio)}</strong>
      </div>
      <div className={styles.barTrack} aria-hidden>
        {ratio !== null && <div className={styles.barFill} style={{ width: onScale(ratio) }} />}
        {target !== null && <div className={styles.barLine} data-line="target" style={{ left: onScale(target) }} />}
        {ceiling !== null && <div className={styles.barLine} data-line="ceiling" style={{ left: onScale(ceiling) }} />}
      </div>
    </div>
  );
}
