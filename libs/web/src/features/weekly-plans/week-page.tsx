import type { PlanningRunAnswer } from '@hemtjanst/contracts';
import { datesOfWeek } from '@hemtjanst/domain';
import { Alert, Button, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Sign } from '../../components/sign.js';
import { useScope, type Scope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { usePageTitle } from '../../components/page-title.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { mayPlan } from '../../lib/access.js';
import { useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { useOngoingRun } from '../planning-runs/api.js';
import { RunProgress, type RunEnd } from '../planning-runs/run-progress.js';
import { plansHaveChanged, useLatestPlan, useWeekPlans } from './api.js';
import { PlanToolbar, type PlanDialog } from './plan-toolbar.js';
import { PublishDialog } from './publish-dialog.js';
import { ShownPlan } from './shown-plan.js';
import { StartDialog } from './start-dialog.js';
import { useShownPlan } from './use-shown-plan.js';
import { VersionsDialog } from './versions-dialog.js';
import { ServiceText } from '../../components/service-text.js';

/** The planerare's week: the plan that is looked at, what can be done with it, and a calculation that goes on. */
export function WeekPage() {
  const [scope] = useScope();
  const { texts } = useWording();
  const isPlaced = useOpenedAtLatestPlan(scope?.unitId ?? '');
  const title = `${texts.pages.week} ${scope === null ? '' : texts.common.weekLabel(scope.week)}`.trim();
  usePageTitle(title);
  if (scope === null)
    return (
      <EmptyState isPage title={texts.week.noPlanTitle}>
        {texts.login.noPages}
      </EmptyState>
    );
  return (
    <>
      <VisuallyHidden>
        <Title order={1}>{title}</Title>
      </VisuallyHidden>
      {isPlaced ? <Week key={`${scope.unitId} ${scope.week} ${scope.workGroupId}`} scope={scope} /> : <LoadingState />}
    </>
  );
}

/** Without a week in the address the page opens at the latest plan; true when it is clear what to show. */
function useOpenedAtLatestPlan(unitId: string): boolean {
  const [parameters, setParameters] = useSearchParams();
  const isChosen = parameters.has('vecka') || parameters.has('grupp');
  const latest = useLatestPlan(unitId, !isChosen && unitId !== '');
  useEffect(() => {
    if (isChosen || latest.data === undefined || latest.data === null) return;
    setParameters({ vecka: latest.data.week, grupp: latest.data.workGroupId ?? 'alla' }, { replace: true });
  }, [isChosen, latest.data, setParameters]);
  return isChosen || latest.data === null || latest.isError;
}

function Week({ scope }: { readonly scope: Scope }) {
  const { roles } = useCurrentAccount();
  const plans = useWeekPlans(scope);
  const [shown, show] = useShownPlan(plans.data);
  const [dialog, setDialog] = useState<PlanDialog | null>(null);
  const [end, onRunEnded] = useRunEnd(scope, show);
  const run = useWatchedRun(scope, end);
  const dates = useMemo(() => datesOfWeek(scope.week), [scope.week]);

  if (plans.isPending) return <LoadingState rows={10} />;
  if (plans.isError) return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />;
  const close = (): void => setDialog(null);
  return (
    <Stack gap="md">
      {run !== null && <RunProgress key={run.id} unitId={scope.unitId} started={run} onEnded={onRunEnded} />}
      {end !== null && run === null && <RunEndNotice end={end} />}
      {shown === null ? (
        <NoPlan scope={scope} isRunning={run !== null} onPlan={() => setDialog('start')} />
      ) : (
        <>
          <PlanToolbar scope={scope} plan={shown} isRunning={run !== null} onOpen={setDialog} />
          <ShownPlan scope={scope} plan={shown} dates={dates} onShowPlan={show} />
        </>
      )}
      {dialog === 'start' && mayPlan(roles) && <StartDialog scope={scope} shown={shown} onClose={close} />}
      {dialog === 'versions' && shown !== null && (
        <VersionsDialog scope={scope} plans={plans.data} shown={shown} onShow={show} onClose={close} />
      )}
      {dialog === 'publish' && shown !== null && <PublishDialog scope={scope} plan={shown} onClose={close} />}
    </Stack>
  );
}

/** A calculation is watched until its own stream says that it has ended, also when the list no longer has it. */
function useWatchedRun(scope: Scope, end: RunEnd | null): PlanningRunAnswer | null {
  const ongoing = useOngoingRun(scope);
  const [watched, setWatched] = useState(ongoing);
  if (ongoing !== null && ongoing.id !== watched?.id) setWatched(ongoing);
  return watched === null || watched.id === end?.id ? null : watched;
}

/** What became of the calculation that was watched; its plan is the newest and is shown. */
function useRunEnd(scope: Scope, show: (planId: string | null) => void) {
  const [end, setEnd] = useState<RunEnd | null>(null);
  const queries = useQueryClient();
  const onEnded = useCallback(
    (ended: RunEnd) => {
      setEnd(ended);
      void plansHaveChanged(queries, scope).then(() => ended.status === 'done' && show(null));
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the scope of a mounted week never changes: it is its key
    [queries, show],
  );
  return [end, onEnded] as const;
}

function RunEndNotice({ end }: { readonly end: RunEnd }) {
  const { texts } = useWording();
  switch (end.status) {
    case 'done':
      return (
        <Text role="status">
          <Sign kind="holds" /> {texts.week.run.done}
        </Text>
      );
    case 'cancelled':
      return (
        <Text role="status">
          <Sign kind="warns" /> {texts.week.run.cancelled}
        </Text>
      );
    case 'failed':
    case 'queued':
    case 'running':
      return (
        <Alert color="red" variant="outline" role="alert">
          <Sign kind="breaks" /> {texts.week.run.failed} <ServiceText>{end.errorText}</ServiceText>
        </Alert>
      );
  }
}

interface NoPlanProps {
  readonly scope: Scope;
  readonly isRunning: boolean;
  readonly onPlan: () => void;
}

function NoPlan({ scope, isRunning, onPlan }: NoPlanProps) {
  const { texts } = useWording();
  const { roles } = useCurrentAccount();
  const groups = useWorkGroups(scope.unitId);
  const group = groups.data?.find(({ id }) => id === scope.workGroupId)?.name ?? texts.scope.wholeUnit;
  if (isRunning) return null;
  return (
    <EmptyState
      title={texts.week.noPlanTitle}
      action={mayPlan(roles) ? <Button onClick={onPlan}>{texts.week.plan}</Button> : undefined}
    >
      <Text>
        {texts.week.noPlanText(
          group.toLowerCase() === texts.scope.wholeUnit.toLowerCase() ? group.toLowerCase() : group,
        )}
      </Text>
      <Text>{mayPlan(roles) ? texts.week.noPlanNext : texts.week.noPlanNextReader}</Text>
    </EmptyState>
  );
}
