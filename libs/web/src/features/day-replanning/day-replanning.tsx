import type { ReplanQuestion, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { clock, instantOf, type LocalDate } from '@hemtjanst/domain';
import { Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Scope } from '../../app/scope.js';
import { ErrorState } from '../../components/page-state.js';
import { todayInSweden } from '../../lib/format.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf } from '../../text/texts.js';
import { useBrukare, useEmployees } from '../weekly-plans/api.js';
import type { Names } from './alternative-card.js';
import { useReplanning, useStartReplanning } from './api.js';
import { DayFeed } from './day-feed.js';
import { EventForm, type WhatHappened } from './event-form.js';
import { ExtraVisits } from './extra-visits.js';
import { ReplanningOutcome } from './replanning-outcome.js';

interface DayReplanningProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly day: LocalDate;
}

/** Where the calculation stands in the address: a page loaded anew, or a colleague, sees it go on and its ways. */
export const RUN_PARAMETER = 'omplanering';

/** One plan's day: the question, and the answers side by side. */
export function DayReplanning({ scope, plan, day }: DayReplanningProps) {
  const words = useTextsOf(dayReplanningTexts);
  const start = useStartReplanning(scope, plan.id);
  const [runId, showRun] = useShownRun(plan.id);
  const run = useReplanning(scope, plan.id, runId).data;
  const isRunning = start.isPending || (run !== undefined && run.endedAt === null);
  const names = useNames(scope);
  const form = useRef<HTMLDivElement>(null);
  const [illId, setIllId] = useState('');
  const isPast = day < todayInSweden();
  const ask = (happened: WhatHappened): void => {
    // Of a day that has been nothing could change any more: it is planned as it stood in the early morning.
    const asOf = isPast ? instantOf(day, clock('04:00')) : null;
    const question: ReplanQuestion = { onDate: day, ...happened, asOf };
    start.mutate({ question, idempotencyKey: crypto.randomUUID() }, { onSuccess: ({ id }) => showRun(id) });
  };
  const replanWithout = (employeeId: string): void => {
    setIllId(employeeId);
    form.current?.focus();
  };
  return (
    <>
      <DayFeed scope={scope} day={day} names={names} onReplanWithout={replanWithout} />
      <div ref={form} tabIndex={-1} role="group" aria-labelledby="planera-om-dagen">
        <Title order={2} id="planera-om-dagen" mb="sm">
          {words.replan}
        </Title>
        <EventForm
          key={illId}
          scope={scope}
          plan={plan}
          day={day}
          names={names}
          illId={illId}
          isBusy={isRunning}
          onAsk={ask}
        />
      </div>
      {isPast && <Text c="var(--rr-text-quiet)">{words.pastDay}</Text>}
      {start.isError && <ErrorState error={start.error} />}
      {runId !== null && !start.isPending && (
        <ReplanningOutcome key={runId} scope={scope} planId={plan.id} runId={runId} names={names} />
      )}
      {!isPast && <ExtraVisits scope={scope} plan={plan} day={day} names={names} />}
    </>
  );
}

/** The plan is named beside it: what is shown without a name may be another one tomorrow. */
function useShownRun(planId: string): readonly [string | null, (runId: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const show = (runId: string): void =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('plan', planId);
        after.set(RUN_PARAMETER, runId);
        return after;
      },
      { replace: true },
    );
  return [parameters.get(RUN_PARAMETER), show];
}

function useNames(scope: Scope): Names {
  const employees = useEmployees(scope.unitId);
  const brukare = useBrukare(scope);
  return {
    employee: (id) => employees.get(id)?.name ?? '…',
    brukare: (id) => brukare.get(id)?.name ?? '…',
  };
}
