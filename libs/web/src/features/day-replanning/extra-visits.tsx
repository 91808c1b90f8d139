import type { ExtraVisitAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import type { LocalDate } from '@hemtjanst/domain';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Scope } from '../../app/scope.js';
import { ErrorState } from '../../components/page-state.js';
import { dayFeedTexts } from '../../text/pages/day-feed.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { usePlannedVisits, useUnassigned, useWeekPlans } from '../weekly-plans/api.js';
import type { Names } from './alternative-card.js';
import styles from './day-replanning.module.css';
import { draftOf, useAddExtraVisit, useExtraVisits, useWithdrawExtraVisit } from './extra-visit-api.js';
import { ExtraVisitForm } from './extra-visit-form.js';
import { FitIn } from './fit-in.js';

interface ExtraVisitsProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly day: LocalDate;
  readonly names: Names;
}

interface Placing {
  readonly extraVisit: ExtraVisitAnswer;
  readonly draft: WeeklyPlanAnswer;
}

/** Visits that somebody asked for today: written down, fitted in at the best place, and what became of each. */
export function ExtraVisits({ scope, plan, day, names }: ExtraVisitsProps) {
  const words = useTextsOf(dayFeedTexts).extra;
  const plans = useWeekPlans(scope);
  const draft = draftOf(plan, plans.data ?? []);
  const add = useAddExtraVisit(scope);
  const [isAdding, setIsAdding] = useState(false);
  const [placing, setPlacing] = useState<Placing | null>(null);
  const addTo = async (wish: object | string): Promise<void> => {
    const added = await add.mutateAsync({ plan: draft ?? plan, wish });
    setIsAdding(false);
    setPlacing({ extraVisit: added.extraVisit, draft: added.plan });
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="ett-besok-till">
      <Title order={2} id="ett-besok-till">
        {words.title}
      </Title>
      <Text>{words.text}</Text>
      <ExtraVisitList
        scope={scope}
        plan={draft ?? plan}
        day={day}
        names={names}
        onFind={(extraVisit) => draft !== null && setPlacing({ extraVisit, draft })}
        onTakeUp={({ id }) => void addTo(id).catch(() => undefined)}
      />
      {add.isError && !isAdding && <ErrorState error={add.error} />}
      {isAdding ? (
        <ExtraVisitForm
          unitId={scope.unitId}
          workGroupId={plan.workGroupId}
          day={day}
          target={draft === null ? words.intoNew : words.intoDraft(draft.planVersion)}
          onSave={addTo}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setIsAdding(true)}>
            {words.add}
          </Button>
        </Group>
      )}
      {placing !== null && !isAdding && <FitIn key={placing.extraVisit.id} scope={scope} names={names} {...placing} />}
    </Stack>
  );
}

interface ExtraVisitListProps extends ExtraVisitsProps {
  readonly onFind: (extraVisit: ExtraVisitAnswer) => void;
  readonly onTakeUp: (extraVisit: ExtraVisitAnswer) => void;
}

function ExtraVisitList({ scope, plan, day, names, onFind, onTakeUp }: ExtraVisitListProps) {
  const { formats } = useWording();
  const words = useTextsOf(dayFeedTexts).extra;
  const list = useExtraVisits(scope.unitId, day);
  const placed = usePlannedVisits(scope, plan.id, day);
  const waiting = useUnassigned(scope.unitId, plan.id);
  const withdraw = useWithdrawExtraVisit(scope.unitId);
  const shown = (list.data ?? []).filter(({ brukareId }) => names.brukare(brukareId) !== '…');
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (shown.length === 0 || !placed.isSuccess || !waiting.isSuccess) return null;
  return (
    <>
      <ul className={styles.events} aria-label={words.list}>
        {shown.map((extra) => {
          const { visitDemandId, brukareId, window, serviceMinutes } = extra;
          const name = names.brukare(brukareId);
          const place = placed.data.find((visit) => visit.visitDemandId === visitDemandId);
          const isWaiting = waiting.data.some((demand) => demand.visitDemandId === visitDemandId);
          return (
            <li key={extra.id}>
              <span className={styles.eventText}>
                <strong>{name}</strong>, {words.window(window.earliest, window.latest, serviceMinutes)}:{' '}
                {place !== undefined
                  ? words.placed(formats.clock(place.startsAt), place.employeeIds.map(names.employee).join(', '))
                  : isWaiting
                    ? words.waiting
                    : words.missing}
              </span>
              {place === undefined && isWaiting && plan.status === 'utkast' && (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={words.findOf(name)}
                  onClick={() => onFind(extra)}
                >
                  {words.find}
                </Button>
              )}
              {place === undefined && !isWaiting && (
                <>
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={words.takeUpOf(name)}
                    onClick={() => onTakeUp(extra)}
                  >
                    {words.takeUp}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={words.removeOf(name)}
                    loading={withdraw.isPending}
                    onClick={() => withdraw.mutate(extra)}
                  >
                    {words.remove}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {withdraw.isError && <ErrorState error={withdraw.error} />}
    </>
  );
}
