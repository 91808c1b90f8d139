import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { VisuallyHidden } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { ReportFigure } from './api.js';
import styles from './follow-up.module.css';
import { recordsAddress } from './report-question.js';

type SumName = 'orderedHours' | 'performedHours' | 'staffHours' | 'plannedHours';

/** The sums that every ratio is made of, with the period before; each opens to its records. */
export function ThreeSums({ report }: { readonly report: EfficiencyReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).sums;
  const { search } = useLocation();
  const sums: readonly (readonly [string, SumName, ReportFigure])[] = [
    [words.ordered, 'orderedHours', 'ordered'],
    [words.performed, 'performedHours', 'performed'],
    [words.staff, 'staffHours', 'staff'],
    [words.planned, 'plannedHours', 'planned'],
  ];
  return (
    <section aria-label={words.title}>
      <div className={styles.sums}>
        {sums.map(([word, name, figure]) => (
          <Link key={name} className={styles.sum} to={recordsAddress(search, figure, 'outcome')}>
            <VisuallyHidden>{words.open(word, formats.hours(report[name]))}</VisuallyHidden>
            <span aria-hidden>{word}</span>
            <span className={styles.sumHours} aria-hidden>
              {formats.hours(report[name])} h
            </span>
            <span className={styles.sumBefore}>
              {report.previous === null
                ? words.noBefore
                : words.before(
                    formats.hours(report.previous[name]),
                    changeText(report[name], report.previous[name], formats),
                  )}
            </span>
          </Link>
        ))}
      </div>
    </section>
  );
}

/** +4 %; an equal sign where nothing has changed, a dash where there was nothing. */
function changeText(now: number, before: number, formats: ReturnType<typeof useWording>['formats']): string {
  if (before === 0) return '–';
  const change = Math.round((now / before - 1) * 100);
  return change === 0 ? '±0\u00a0%' : `${change > 0 ? '+' : '−'}${formats.percent(Math.abs(change) / 100)}`;
}
