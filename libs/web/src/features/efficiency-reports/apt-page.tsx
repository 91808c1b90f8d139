import type { AptReportAnswer } from '@hemtjanst/contracts';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useScope } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { MonthStepper, useMonth } from '../../components/month-stepper.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { firstDayOf } from '../../lib/months.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useAptReport } from './api.js';
import { RatioBar } from './efficiency-bar.js';
import styles from './follow-up.module.css';
import { ratioSoFar, splitShares } from './report-bars.js';
import { ServiceText } from '../../components/service-text.js';

/** The month on one page, for the staff meeting. It says nothing about any single person. */
export function AptPage() {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const [scope] = useScope();
  const [month, setMonth] = useMonth();
  const unitId = scope?.unitId ?? '';
  const report = useAptReport(unitId, month);
  return (
    <Stack gap="md" className={styles.apt}>
      <PageHead
        title={`${words.aptPage.title(formats.month(firstDayOf(month)))}${report.data === undefined ? '' : `: ${report.data.unitName}`}`}
        back={{ to: '/uppfoljning', label: words.title }}
      >
        <MonthStepper month={month} onMonth={setMonth} />
        <Button className="rr-no-print" onClick={() => print()}>
          {words.aptPage.print}
        </Button>
        <Downloads what={words.aptPage.title(month)} path={`/units/${unitId}/apt-report`} query={{ month }} />
      </PageHead>
      {report.isPending && <LoadingState rows={8} />}
      {report.isError && <ErrorState error={report.error} onRetry={() => void report.refetch()} />}
      {report.isSuccess && <AptReport report={report.data} />}
    </Stack>
  );
}

function AptReport({ report }: { readonly report: AptReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const soFar = ratioSoFar({ ...report.unit, outcomeSplit: report.outcomeSplit });
  const lines = { target: report.target, ceiling: report.attainableEfficiency };
  return (
    <>
      <Text c="var(--rr-text-quiet)">
        {report.isClosed ? words.aptPage.closed : words.aptPage.open(formats.moment(report.closesAt))}
      </Text>
      <Measures report={report} />
      {soFar !== null && <RatioBar word={words.ratios.soFar} ratio={soFar} lines={lines} isLarge />}
      <RatioBar
        word={soFar === null ? words.ratios.performedPerStaff : words.ratios.ofWholePeriod}
        ratio={report.unit.performedPerStaff}
        lines={lines}
        isLarge={soFar === null}
      />
      <Text>
        {words.ratios.target(formats.percent(report.target))}
        {report.attainableEfficiency !== null &&
          ` · ${words.ratios.ceiling(formats.percent(report.attainableEfficiency))}`}
      </Text>
      <section>
        <Title order={2}>{words.split.title}</Title>
        <div className={styles.split} aria-hidden>
          {splitShares(report.outcomeSplit).map(({ part, share }) => (
            <div key={part} data-part={part} style={{ flexGrow: share }} />
          ))}
        </div>
        <ul className={styles.splitList}>
          {splitShares(report.outcomeSplit).map(({ part, hours, share }) => (
            <li key={part}>
              <span className={styles.swatch} data-part={part} aria-hidden />
              {words.split[part]}: <strong>{formats.hours(hours)} h</strong> ({formats.percent(share)})
            </li>
          ))}
        </ul>
      </section>
      <Groups report={report} />
      <Text c="var(--rr-text-quiet)">
        <strong>{words.definition}.</strong> <ServiceText>{report.definition}</ServiceText>
      </Text>
    </>
  );
}

type AptMonth = AptReportAnswer['unit'];

/** The month beside the one before it. */
function Measures({ report: { unit, previous, continuityTo } }: { readonly report: AptReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const percent = (share: number | null | undefined): string => (share == null ? '–' : formats.percent(share));
  const hours = (value: number | undefined): string => (value === undefined ? '–' : `${formats.hours(value)} h`);
  const measures: readonly (readonly [string, (month: AptMonth | null) => string])[] = [
    [words.sums.ordered, (month) => hours(month?.orderedHours)],
    [words.sums.performed, (month) => hours(month?.performedHours)],
    [words.sums.staff, (month) => hours(month?.staffHours)],
    [words.ratios.performedPerStaff, (month) => percent(month?.performedPerStaff)],
    [words.ratios.performedPerOrdered, (month) => percent(month?.performedPerOrdered)],
    [
      words.aptPage.continuityTo(formats.day(continuityTo)),
      (month) => (month?.continuity == null ? '–' : formats.decimal(month.continuity.mean)),
    ],
    [words.aptPage.above, (month) => percent(month?.continuity?.shareAbove10)],
  ];
  return (
    <RecordTable
      label={words.title}
      rows={measures}
      rowKey={([word]) => word}
      columns={[
        { key: 'measure', title: words.aptPage.measure, cell: ([word]) => word },
        { key: 'this', title: words.aptPage.thisMonth, isNumber: true, cell: ([, read]) => read(unit) },
        { key: 'last', title: words.aptPage.lastMonth, isNumber: true, cell: ([, read]) => read(previous) },
      ]}
    />
  );
}

function Groups({ report }: { readonly report: AptReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const percent = (share: number | null): string => (share === null ? '–' : formats.percent(share));
  return (
    <section>
      <Title order={2}>{words.groups.title}</Title>
      <RecordTable
        label={words.groups.title}
        rows={report.workGroups}
        rowKey={({ workGroupId }) => workGroupId}
        columns={[
          { key: 'group', title: words.aptPage.group, cell: ({ name }) => name },
          { key: 'ordered', title: words.sums.ordered, isNumber: true, cell: (row) => formats.hours(row.orderedHours) },
          {
            key: 'performed',
            title: words.sums.performed,
            isNumber: true,
            cell: (row) => formats.hours(row.performedHours),
          },
          { key: 'staff', title: words.sums.staff, isNumber: true, cell: (row) => formats.hours(row.staffHours) },
          {
            key: 'efficiency',
            title: words.ratios.performedPerStaff,
            isNumber: true,
            cell: (row) => percent(row.performedPerStaff),
          },
          {
            key: 'faces',
            title: words.aptPage.continuity,
            isNumber: true,
            cell: ({ continuity }) => (continuity === null ? '–' : formats.decimal(continuity.mean)),
          },
        ]}
      />
    </section>
  );
}
