import type { RouteReportAnswer, TravelReportAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Anchor, Button, Checkbox, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf, useScope, type Scope } from '../../../app/scope.js';
import { useCurrentAccount } from '../../../app/session.js';
import { Downloads } from '../../../components/downloads.js';
import { PageHead } from '../../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../components/page-state.js';
import { mayPublish } from '../../../lib/access.js';
import { travelReportTexts } from '../../../text/pages/travel-report.js';
import { useTextsOf, useWording } from '../../../text/texts.js';
import { useWorkGroups } from '../../accounts/api.js';
import { useTravelReport, useWeekPlans } from '../api.js';
import { PublishDialog } from '../publish-dialog.js';
import { useShownPlan } from '../use-shown-plan.js';
import { DayTable } from './day-table.js';
import { ReportSummary } from './report-summary.js';
import { hasFindings } from './route-findings.js';
import styles from './travel-report.module.css';

/** Restidsrapporten of the plan that is looked at: can it be followed as it is written? To read, print and take along. */
export function TravelReportPage() {
  const { texts } = useWording();
  const words = useTextsOf(travelReportTexts);
  const [scope] = useScope();
  if (scope === null)
    return (
      <EmptyState isPage title={words.noPlan}>
        {texts.login.noPages}
      </EmptyState>
    );
  return <ReportOfWeek key={`${scope.unitId} ${scope.week} ${scope.workGroupId}`} scope={scope} />;
}

function ReportOfWeek({ scope }: { readonly scope: Scope }) {
  const { texts } = useWording();
  const words = useTextsOf(travelReportTexts);
  const { search } = useLocation();
  const plans = useWeekPlans(scope);
  const [plan] = useShownPlan(plans.data);
  if (plans.isPending) return <LoadingState rows={8} />;
  if (plans.isError) return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plan !== null) return <ReportOfPlan scope={scope} plan={plan} />;
  return (
    <EmptyState
      isPage
      title={words.noPlan}
      action={
        <Anchor component={Link} to={`/vecka${scopeOf(search)}`} underline="always">
          {words.back}
        </Anchor>
      }
    >
      {texts.week.noPlanNext}
    </EmptyState>
  );
}

interface ReportOfPlanProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
}

function ReportOfPlan({ scope, plan }: ReportOfPlanProps) {
  const { texts } = useWording();
  const words = useTextsOf(travelReportTexts);
  const { roles, units } = useCurrentAccount();
  const groups = useWorkGroups(scope.unitId);
  const [isPublishing, setIsPublishing] = useState(false);
  const report = useTravelReport(scope.unitId, plan);
  const title = words.title(texts.common.weekLabel(plan.week), plan.planVersion);
  const unit = units.find(({ id }) => id === scope.unitId)?.name;
  const group = groups.data?.find(({ id }) => id === plan.workGroupId)?.name ?? texts.scope.wholeUnit;
  const isPublishable = plan.status === 'utkast' || plan.status === 'foreslagen';
  return (
    <Stack gap="md" className={styles.report}>
      <PageHead title={title} back={{ to: '/vecka', label: words.back }}>
        {mayPublish(roles) && isPublishable && (
          <Button variant="outline" className="rr-no-print" onClick={() => setIsPublishing(true)}>
            {texts.week.publish}
          </Button>
        )}
        <Button className="rr-no-print" onClick={() => print()}>
          {words.print}
        </Button>
        <Downloads what={title} path={`/units/${scope.unitId}/weekly-plans/${plan.id}/travel-report`} query={{}} />
      </PageHead>
      <Text c="var(--rr-text-quiet)">
        {unit} · {group}
      </Text>
      {report.isPending && <LoadingState rows={8} />}
      {report.isError && <ErrorState error={report.error} onRetry={() => void report.refetch()} />}
      {report.isSuccess && <Report scope={{ ...scope, workGroupId: plan.workGroupId }} report={report.data} />}
      {isPublishing && <PublishDialog scope={scope} plan={plan} onClose={() => setIsPublishing(false)} />}
    </Stack>
  );
}

function Report({ scope, report }: { readonly scope: Scope; readonly report: TravelReportAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(travelReportTexts);
  const [onlyFindings, setOnlyFindings] = useState(() => report.routes.some(hasFindings));
  const days = useMemo(
    () => byDay(onlyFindings ? report.routes.filter(hasFindings) : report.routes),
    [report, onlyFindings],
  );
  return (
    <>
      <ReportSummary report={report} />
      <Checkbox
        className="rr-no-print"
        label={words.onlyFindings}
        checked={onlyFindings}
        onChange={({ currentTarget }) => setOnlyFindings(currentTarget.checked)}
      />
      {days.length === 0 && <Text>{words.nothingFound}</Text>}
      {days.map(([date, routes]) => (
        <section key={date} className={styles.day}>
          <Title order={2} className={styles.dayTitle}>
            {formats.longDay(date)}
          </Title>
          <DayTable scope={scope} date={date} routes={routes} />
        </section>
      ))}
    </>
  );
}

/** The routes come day by day. */
function byDay(routes: readonly RouteReportAnswer[]): readonly (readonly [string, readonly RouteReportAnswer[]])[] {
  const dates = [...new Set(routes.map(({ date }) => date))];
  return dates.map((date) => [date, routes.filter((route) => route.date === date)]);
}
