import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { Title } from '@mantine/core';
import { useWording } from '../../text/texts.js';
import styles from './follow-up.module.css';

/** Each ratio as a bar on one scale; the target is a line on those that are measured against staff hours. */
export function EfficiencyBars({ report }: { readonly report: EfficiencyReportAnswer }) {
  const { texts, formats } = useWording();
  const words = texts.followUp.ratios;
  const reached = report.isTargetReached;
  const state = reached === null ? '' : reached ? ` ✓ ${words.reached}` : ` △ ${words.notReached}`;
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <div className={styles.bars}>
        <RatioBar
          word={words.performedPerStaff}
          ratio={report.performedPerStaff}
          target={report.target}
          note={`${words.target(formats.percent(report.target))}${state}`}
        />
        <RatioBar word={words.plannedPerStaff} ratio={report.plannedPerStaff} target={report.target} />
        <RatioBar word={words.orderedPerStaff} ratio={report.orderedPerStaff} target={report.target} />
        <RatioBar word={words.performedPerOrdered} ratio={report.performedPerOrdered} target={null} />
      </div>
    </section>
  );
}

interface RatioBarProps {
  readonly word: string;
  readonly ratio: number | null;
  /** Null where the target is not about this ratio. */
  readonly target: number | null;
  readonly note?: string;
}

/** The scale ends at 120 %, so that a ratio above 100 % is still seen. */
const SCALE_END = 1.2;
const onScale = (ratio: number): string => `${(Math.min(ratio, SCALE_END) / SCALE_END) * 100}%`;

function RatioBar({ word, ratio, target, note }: RatioBarProps) {
  const { texts, formats } = useWording();
  const value = ratio === null ? texts.followUp.ratios.unknown : formats.percent(ratio);
  return (
    <div className={styles.bar}>
      <div className={styles.barText}>
        <span>{word}</span>
        <span>
          <strong>{value}</strong> {note}
        </span>
      </div>
      <div className={styles.barTrack} aria-hidden>
        {ratio !== null && <div className={styles.barFill} style={{ width: onScale(ratio) }} />}
        {target !== null && <div className={styles.barTarget} style={{ left: onScale(target) }} />}
      </div>
    </div>
  );
}
