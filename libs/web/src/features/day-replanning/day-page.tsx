import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { datesOfWeek, parseLocalDate, weekOf, type LocalDate } from '@hemtjanst/domain';
import { Anchor, NativeSelect, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { scopeOf, useScope, type Scope } from '../../app/scope.js';
import { DayStepper } from '../../components/day-stepper.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { todayInSweden } from '../../lib/format.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useWeekPlans } from '../weekly-plans/api.js';
import { DayReplanning, RUN_PARAMETER } from './day-replanning.js';

/** The sick morning: what happened on a day, and the ways to plan the rest of it anew. */
export function DayPage() {
  const words = useTextsOf(dayReplanningTexts);
  const { texts } = useWording();
  const [scope] = useScope();
  const [day, setDay] = useShownDay(scope);
  if (scope === null)
    return (
      <EmptyState isPage title={words.title}>
        {texts.login.noPages}
      </EmptyState>
    );
  return (
    <Stack gap="lg">
      <PageHead title={words.title}>
        <DayStepper day={day} onDay={setDay} />
      </PageHead>
      <Text>{words.text}</Text>
      <PlanOfDay scope={{ ...scope, week: weekOf(day) }} day={day} />
    </Stack>
  );
}

/** The day that the board shows; else today, or the Monday of the week in the address. */
function useShownDay(scope: Scope | null): readonly [LocalDate, (day: LocalDate) => void] {
  const [parameters, setParameters] = useSearchParams();
  const setDay = (day: LocalDate): void =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      after.set('dag', day);
      after.delete(RUN_PARAMETER);
      if (after.get('vecka') !== weekOf(day)) after.delete('plan');
      after.set('vecka', weekOf(day));
      return after;
    });
  const today = todayInSweden();
  const shown = parseLocalDate(parameters.get('dag') ?? '');
  if (shown !== null) return [shown, setDay];
  return [scope === null || scope.week === weekOf(today) ? today : datesOfWeek(scope.week)[0], setDay];
}

interface PlanOfDayProps {
  readonly scope: Scope;
  readonly day: LocalDate;
}

function PlanOfDay({ scope, day }: PlanOfDayProps) {
  const words = useTextsOf(dayReplanningTexts);
  const { texts } = useWording();
  const plans = useWeekPlans(scope);
  const [parameters, setParameters] = useSearchParams();
  if (plans.isPending) return <LoadingState />;
  if (plans.isError) return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />;
  const current = plans.data.filter(({ status }) => status !== 'ersatt');
  const plan = shownOf(current, parameters.get('plan'));
  if (plan === null) {
    return (
      <EmptyState
        title={words.noPlan}
        action={
          <Anchor component={Link} to={`/vecka${scopeOf(parameters.toString())}`} underline="always">
            {words.toWeek}
          </Anchor>
        }
      >
        {words.noPlanText(texts.common.weekLabel(scope.week))}
      </EmptyState>
    );
  }
  const show = (planId: string): void =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      after.set('plan', planId);
      after.delete(RUN_PARAMETER);
      return after;
    });
  const nameOf = ({ planVersion, status }: WeeklyPlanAnswer): string =>
    `${texts.week.version(planVersion)} · ${texts.week.status[status]}`;
  return (
    <>
      <NativeSelect
        label={words.plan}
        maw={320}
        value={plan.id}
        onChange={({ currentTarget }) => show(currentTarget.value)}
        data={current.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <DayReplanning
        key={`${plan.id} ${day} ${scope.workGroupId}`}
        scope={{ ...scope, workGroupId: plan.workGroupId ?? scope.workGroupId }}
        plan={plan}
        day={day}
      />
    </>
  );
}

/** The plan in the address; else the one that people go by, else the newest. */
const shownOf = (plans: readonly WeeklyPlanAnswer[], planId: string | null): WeeklyPlanAnswer | null =>
  plans.find(({ id }) => id === planId) ?? plans.find(({ status }) => status === 'publicerad') ?? plans[0] ?? null;
