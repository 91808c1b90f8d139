import { mondayOf, parseLocalDate, weekOf, type LocalDate } from '@hemtjanst/domain';
import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useScope, type Scope } from '../../app/scope.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { todayInSweden, type Formats } from '../../lib/format.js';
import type { Texts } from '../../text/sv.js';
import { useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { useEfficiencyReport, usePublishedPlans, type ReportPeriod } from './api.js';
import { Continuity } from './continuity.js';
import { EfficiencyBars } from './efficiency-bars.js';
import { GroupTable } from './group-table.js';
import { PeriodBar } from './period-bar.js';
import { ReportRecords } from './report-records.js';
import { StaffHourSplit } from './staff-hour-split.js';
import { ThreeSums } from './three-sums.js';

/** The enhetschef's figures: three sums, their ratios beside the target, and where the rest of the time goes. */
export function FollowUpPage() {
  const { texts } = useWording();
  const [scope, setScope] = useScope();
  const [period, date, setPeriod] = usePeriod(scope);
  if (scope === null) return <EmptyState title={texts.followUp.title}>{texts.login.noPages}</EmptyState>;
  return (
    <Report
      scope={scope}
      period={period}
      date={date}
      onPeriod={setPeriod}
      onGroup={(workGroupId) => setScope({ workGroupId })}
    />
  );
}

/** The period stands in the address; the month round the week of the top bar where none does. */
function usePeriod(scope: Scope | null) {
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('period');
  const period: ReportPeriod = wanted === 'day' || wanted === 'week' ? wanted : 'month';
  const ofWeek = scope !== null && parameters.has('vecka') ? mondayOf(scope.week) : todayInSweden();
  const date = parseLocalDate(parameters.get('datum') ?? '') ?? ofWeek;
  const setPeriod = (chosen: ReportPeriod, at: LocalDate): void =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      after.set('period', chosen);
      after.set('datum', at);
      after.set('vecka', weekOf(at));
      return after;
    });
  return [period, date, setPeriod] as const;
}

interface ReportProps {
  readonly scope: Scope;
  readonly period: ReportPeriod;
  readonly date: LocalDate;
  readonly onPeriod: (period: ReportPeriod, date: LocalDate) => void;
  readonly onGroup: (workGroupId: string) => void;
}

function Report({ scope, period, date, onPeriod, onGroup }: ReportProps) {
  const { texts, formats } = useWording();
  const question = { unitId: scope.unitId, period, date };
  const report = useEfficiencyReport(question, scope.workGroupId);
  const groups = useWorkGroups(scope.unitId);
  const plans = usePublishedPlans(scope.unitId, asDate(report.data?.from), asDate(report.data?.to));
  const ofScope = plans.filter(
    ({ workGroupId }) => scope.workGroupId === null || workGroupId === null || workGroupId === scope.workGroupId,
  );
  const groupName = groups.data?.find(({ id }) => id === scope.workGroupId)?.name ?? texts.scope.wholeUnit;
  return (
    <Stack gap="xl">
      <Group justify="space-between">
        <Title order={1}>
          {texts.followUp.title}: {groupName}
        </Title>
        <PeriodBar
          period={period}
          date={date}
          shown={shownPeriod(period, date, report.data, texts, formats)}
          onChange={onPeriod}
        />
      </Group>
      {report.isPending && <LoadingState rows={8} />}
      {report.isError && <ErrorState error={report.error} onRetry={() => void report.refetch()} />}
      {report.data !== undefined && (
        <>
          {report.data.staffHours === 0 && <Alert variant="outline">△ {texts.followUp.noStaff}</Alert>}
          <ThreeSums report={report.data} />
          <EfficiencyBars report={report.data} />
          <StaffHourSplit report={report.data} />
          <Continuity scope={scope} plans={ofScope} groups={groups.data ?? []} />
          {scope.workGroupId === null && (
            <GroupTable question={question} groups={groups.data ?? []} onGroup={onGroup} />
          )}
          <ReportRecords report={report.data} />
          <Text component="section">
            <strong>{texts.followUp.definition}.</strong> {report.data.definition}
          </Text>
        </>
      )}
    </Stack>
  );
}

const asDate = (text: string | undefined): LocalDate | undefined =>
  text === undefined ? undefined : (parseLocalDate(text) ?? undefined);

function shownPeriod(
  period: ReportPeriod,
  date: LocalDate,
  report: { readonly from: string; readonly to: string } | undefined,
  texts: Texts,
  formats: Formats,
): string {
  switch (period) {
    case 'day':
      return formats.longDay(date);
    case 'week':
      return `${texts.common.weekLabel(weekOf(date))}, ${formats.weekDays(weekOf(date))}`;
    case 'month':
      return report === undefined ? date.slice(0, 7) : formats.month(report.from);
  }
}
