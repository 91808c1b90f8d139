import type { EfficiencyTrendAnswer } from '@hemtjanst/contracts';
import { Text, Title } from '@mantine/core';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useTrend, type ReportPeriod, type ReportQuestion } from './api.js';
import styles from './follow-up.module.css';
import { periodText } from './report-question.js';

type TrendItem = EfficiencyTrendAnswer['items'][number];

/** The 75 % figure of the last twelve periods, as columns with the target across, and as a table for those who read. */
export function Trend({ question }: { readonly question: ReportQuestion }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const trend = useTrend(question);
  return (
    <section>
      <Title order={2}>{words.trend.title}</Title>
      {trend.isPending && <LoadingState rows={3} />}
      {trend.isError && <ErrorState error={trend.error} onRetry={() => void trend.refetch()} />}
      {trend.isSuccess && (
        <>
          <Text>{words.trend.label(trend.data.items.length)}</Text>
          <Columns trend={trend.data} />
          <details>
            <summary>{words.trend.asTable}</summary>
            <TrendTable items={trend.data.items} period={trend.data.period} />
          </details>
          <Text c="var(--rr-text-quiet)">
            <span className={styles.lineKey} data-line="target" aria-hidden />{' '}
            {words.ratios.target(formats.percent(trend.data.target))}
          </Text>
        </>
      )}
    </section>
  );
}

/** The columns end at 100 %: what is above is drawn to the top and said in words. */
function Columns({ trend: { items, target, period } }: { readonly trend: EfficiencyTrendAnswer }) {
  const { formats } = useWording();
  return (
    <div className={styles.columns} aria-hidden>
      <div className={styles.columnsTarget} style={{ bottom: `calc(20px + (100% - 40px) * ${target})` }} />
      {items.map((item) => (
        <div key={item.from} className={styles.column}>
          <span>{item.performedPerStaff === null ? '' : formats.percent(item.performedPerStaff)}</span>
          <div className={styles.columnTrack}>
            <div
              className={styles.columnFill}
              data-closed={item.isClosed}
              style={{ height: `${Math.min(item.performedPerStaff ?? 0, 1) * 100}%` }}
            />
          </div>
          <span>{shortPeriod(item, period)}</span>
        </div>
      ))}
    </div>
  );
}

/** 03 for mars, v10, 3/3: what fits under a column. */
function shortPeriod({ from }: TrendItem, period: ReportPeriod): string {
  const [, month, day] = from.split('-').map(Number);
  return period === 'month' ? from.slice(2, 7) : `${day}/${month}`;
}

interface TrendTableProps {
  readonly items: readonly TrendItem[];
  readonly period: ReportPeriod;
}

function TrendTable({ items, period }: TrendTableProps) {
  const { texts, formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const percent = (ratio: number | null): string => (ratio === null ? words.trend.none : formats.percent(ratio));
  return (
    <RecordTable
      label={words.trend.title}
      rows={items}
      rowKey={({ from }) => from}
      columns={[
        {
          key: 'period',
          title: words.trend.period,
          cell: ({ from, isClosed }) =>
            periodText({ period, date: from }, texts, formats) + (isClosed ? ` (${words.trend.closed})` : ''),
        },
        { key: 'ordered', title: words.sums.ordered, isNumber: true, cell: (item) => formats.hours(item.orderedHours) },
        {
          key: 'performed',
          title: words.sums.performed,
          isNumber: true,
          cell: (item) => formats.hours(item.performedHours),
        },
        { key: 'staff', title: words.sums.staff, isNumber: true, cell: (item) => formats.hours(item.staffHours) },
        {
          key: 'efficiency',
          title: words.ratios.performedPerStaff,
          isNumber: true,
          cell: (item) => percent(item.performedPerStaff),
        },
      ]}
    />
  );
}
