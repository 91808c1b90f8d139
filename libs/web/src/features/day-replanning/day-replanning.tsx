import type { ReplanQuestion, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { clock, instantOf, type LocalDate } from '@hemtjanst/domain';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Scope } from '../../app/scope.js';
import { ErrorState } from '../../components/page-state.js';
import { todayInSweden } from '../../lib/format.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukare, useEmployees } from '../weekly-plans/api.js';
import { AlternativeCard, type Names } from './alternative-card.js';
import { useReplanDay, type AnsweredQuestion } from './api.js';
import styles from './day-replanning.module.css';
import { DayFeed } from './day-feed.js';
import { EventForm, type WhatHappened } from './event-form.js';
import { ExtraVisits } from './extra-visits.js';

interface DayReplanningProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly day: LocalDate;
}

/** One plan's day: the question, and the answers side by side. */
export function DayReplanning({ scope, plan, day }: DayReplanningProps) {
  const words = useTextsOf(dayReplanningTexts);
  const { texts } = useWording();
  const replan = useReplanDay(scope, plan.id);
  const asked = useRef<AbortController | null>(null);
  const names = useNames(scope);
  const form = useRef<HTMLDivElement>(null);
  const [illId, setIllId] = useState('');
  const giveUp = (): void => {
    asked.current?.abort();
    replan.reset();
  };
  useEffect(() => () => asked.current?.abort(), []);
  const isPast = day < todayInSweden();
  const ask = (happened: WhatHappened): void => {
    asked.current?.abort();
    asked.current = new AbortController();
    // Of a day that has been nothing could change any more: it is planned as it stood in the early morning.
    const asOf = isPast ? instantOf(day, clock('04:00')) : null;
    const question: ReplanQuestion = { onDate: day, ...happened, asOf };
    replan.mutate({ question, signal: asked.current.signal });
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
          isBusy={replan.isPending}
          onAsk={ask}
        />
      </div>
      {isPast && <Text c="var(--rr-text-quiet)">{words.pastDay}</Text>}
      {replan.isPending && (
        <Group gap="sm">
          <Text role="status">{words.asking}</Text>
          <Button variant="default" onClick={giveUp}>
            {texts.common.cancel}
          </Button>
        </Group>
      )}
      {replan.isError && <ErrorState error={replan.error} />}
      {replan.isSuccess && <Answers scope={scope} planId={plan.id} answered={replan.data} names={names} />}
      {!isPast && <ExtraVisits scope={scope} plan={plan} day={day} names={names} />}
    </>
  );
}

function useNames(scope: Scope): Names {
  const employees = useEmployees(scope.unitId);
  const brukare = useBrukare(scope);
  return {
    employee: (id) => employees.get(id)?.name ?? '…',
    brukare: (id) => brukare.get(id)?.name ?? '…',
  };
}

interface AnswersProps {
  readonly scope: Scope;
  readonly planId: string;
  readonly answered: AnsweredQuestion;
  readonly names: Names;
}

function Answers({ scope, planId, answered, names }: AnswersProps) {
  const words = useTextsOf(dayReplanningTexts);
  const { alternatives } = answered.answer;
  if (alternatives.length === 0) return <Text role="status">△ {words.none}</Text>;
  return (
    <Stack gap="sm">
      <Title order={2} role="status">
        {words.answers(alternatives.length)}
      </Title>
      <div className={styles.answers}>
        {alternatives.map((alternative) => (
          <AlternativeCard
            key={alternative.alternativeId}
            scope={scope}
            planId={planId}
            answered={answered}
            alternative={alternative}
            names={names}
          />
        ))}
      </div>
    </Stack>
  );
}
