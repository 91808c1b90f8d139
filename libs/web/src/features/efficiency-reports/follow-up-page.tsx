import { addDays, weekdayOf, type LocalDate } from '@hemtjanst/domain';
import { Alert, Button, Stack } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { Sign } from '../../components/sign.js';
import { lastDayOf, monthOf } from '../../lib/months.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { Decisions } from '../follow-up/decisions.js';
import { MonthClosing } from '../follow-up/month-closing.js';
import { useEfficiencyReport, type ReportPeriod, type ReportQuestion } from './api.js';
import { Continuity } from './continuity.js';
import { EfficiencyBar } from './efficiency-bar.js';
import styles from './follow-up.module.css';
import { GroupMultiples } from './group-multiples.js';
import { LedgerSummary } from './ledger-summary.js';
import { PeriodBar } from './period-bar.js';
import { ReportRecords } from './report-records.js';
import { periodText, useReportQuestion } from './report-question.js';
import { StaffHourSplit } from './staff-hour-split.js';
import { ThreeSums } from './three-sums.js';
import { Trend } from './trend.js';
import { WhatIf } from './what-if.js';

/** The enhetschef's page: three sums, the 75 % figure beside its target and its ceiling, and what needs a decision. */
export function FollowUpPage() {
  const { texts } = useWording();
  const words = useTextsOf(followUpTexts);
  const [, setScope] = useScope();
  const [question, setPeriod] = useReportQuestion();
  if (question === null)
    return (
      <EmptyState isPage title={words.title}>
        {texts.login.noPages}
      </EmptyState>
    );
  return <Report question={question} onPeriod={setPeriod} onGroup={(workGroupId) => setScope({ workGroupId })} />;
}

interface ReportProps {
  readonly question: ReportQuestion;
  readonly onPeriod: (period: ReportPeriod, at: LocalDate) => void;
  readonly onGroup: (workGroupId: string) => void;
}

function Report({ question, onPeriod, onGroup }: ReportProps) {
  const { unitId, workGroupId, date } = question;
  const month = monthOf(date);
  return (
    <Stack gap="xl">
      <Head question={question} onPeriod={onPeriod} />
      <Figures question={question} onGroup={onGroup} />
      <div className={styles.pair}>
        <LedgerSummary unitId={unitId} workGroupId={workGroupId} month={month} />
        <Decisions unitId={unitId} />
      </div>
      <WhatIf key={question.date} question={question} />
      <MonthClosing unitId={unitId} month={month} />
    </Stack>
  );
}

function Head({ question, onPeriod }: Omit<ReportProps, 'onGroup'>) {
  const { texts, formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const { search } = useLocation();
  const { unitId, workGroupId, period, date } = question;
  const groups = useWorkGroups(unitId);
  const groupName = groups.data?.find(({ id }) => id === workGroupId)?.name ?? texts.scope.wholeUnit;
  const toApt = new URLSearchParams([...new URLSearchParams(scopeOf(search)), ['manad', monthOf(date)]]);
  return (
    <PageHead title={`${words.title}: ${groupName}`}>
      <PeriodBar
        period={period}
        date={date as LocalDate}
        shown={periodText(question, texts, formats)}
        onChange={onPeriod}
      />
      <Button component={Link} to={`/uppfoljning/apt?${toApt}`} variant="default" className="rr-no-print">
        {words.apt}
      </Button>
      <Downloads what={words.title} path={`/units/${unitId}/efficiency-report`} query={{ period, date, workGroupId }} />
    </PageHead>
  );
}

function Figures({ question, onGroup }: Omit<ReportProps, 'onPeriod'>) {
  const words = useTextsOf(followUpTexts);
  const report = useEfficiencyReport(question);
  if (report.isPending) return <LoadingState rows={8} />;
  if (report.isError) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  return (
    <>
      {report.data.staffHours === 0 && (
        <Alert variant="outline">
          <Sign kind="warns" /> {words.noStaff}
        </Alert>
      )}
      <ThreeSums report={report.data} />
      <div className={styles.pair}>
        <EfficiencyBar report={report.data} />
        <StaffHourSplit report={report.data} />
      </div>
      <div className={styles.pair}>
        <Trend question={question} />
        <Continuity unitId={question.unitId} workGroupId={question.workGroupId} to={lastOf(question)} />
      </div>
      {question.workGroupId === null && (
        <GroupMultiples unitId={question.unitId} report={report.data} onGroup={onGroup} />
      )}
      <ReportRecords report={report.data} />
    </>
  );
}

/** The last day of the period: continuity is counted over the 14 days that end there. */
function lastOf({ period, date }: ReportQuestion): string {
  const day = date as LocalDate;
  switch (period) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, 7 - weekdayOf(day));
    case 'month':
      return lastDayOf(monthOf(day));
  }
}
