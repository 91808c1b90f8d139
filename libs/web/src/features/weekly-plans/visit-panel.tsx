import type { PlannedVisitAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { INSATS_NAMES } from '@hemtjanst/domain';
import { Button, CloseButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import type { Scope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { mayPlan } from '../../lib/access.js';
import { wholeMinutes } from '../../lib/format.js';
import { problemText } from '../../lib/problem-text.js';
import { useWording } from '../../text/texts.js';
import { usePinVisit } from './api.js';
import type { BoardRow } from './board-layout.js';
import { LockSign } from './lock-sign.js';
import { markWords, marksOf, type PlanPeople } from './people.js';
import styles from './week.module.css';

interface VisitPanelProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly visit: PlannedVisitAnswer | null;
  readonly rows: readonly BoardRow[];
  readonly people: PlanPeople;
  readonly onClose: () => void;
}

/** The chosen visit: whose, when, by whom, how one gets there, and whether it stays where it is. */
export function VisitPanel({ visit, onClose, ...rest }: VisitPanelProps) {
  const { texts } = useWording();
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      className={styles.panel}
      data-chosen={visit !== null || undefined}
      aria-label={texts.week.visit.title}
    >
      {visit === null ? (
        <Text c="var(--rr-text-quiet)">{texts.week.visit.none}</Text>
      ) : (
        <ChosenVisit key={visit.id} visit={visit} onClose={onClose} {...rest} />
      )}
    </Paper>
  );
}

interface ChosenVisitProps extends VisitPanelProps {
  readonly visit: PlannedVisitAnswer;
}

function ChosenVisit({ scope, plan, visit, rows, people, onClose }: ChosenVisitProps) {
  const { texts, formats } = useWording();
  const words = texts.week.visit;
  const brukare = people.brukare.get(visit.brukareId);
  const demand = people.demands.get(visit.visitDemandId);
  const employees = visit.employeeIds.map((id) => people.employees.get(id)?.name ?? texts.week.board.unknownEmployee);
  const marks = markWords(marksOf(visit, visit.employeeIds[0] ?? '', people), texts.week.marks);
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2}>{brukare?.name ?? texts.week.board.unknownBrukare}</Title>
        <CloseButton aria-label={texts.common.close} onClick={onClose} />
      </Group>
      {brukare?.isProtected === true ? (
        <Text>{words.protected}</Text>
      ) : (
        brukare?.address != null && <Text>{brukare.address}</Text>
      )}
      <dl className={styles.facts}>
        <Fact word={words.time}>
          {formats.clock(visit.startsAt)}–{formats.clock(visit.endsAt)} ({texts.units.minutes(visit.serviceMinutes)})
        </Fact>
        {demand !== undefined && (
          <Fact word={words.window}>
            {demand.window.earliest}–{demand.window.latest}
          </Fact>
        )}
        <Fact word={words.employee}>{employees.join(' + ')}</Fact>
        <Fact word={words.insatser}>{visit.insatser.map((insats) => INSATS_NAMES[insats]).join(', ')}</Fact>
        {rows
          .flatMap((row) => ridesTo(visit, row))
          .map(({ key, seconds, travel, meters }) => (
            <Fact key={key} word={words.ride}>
              {texts.units.minutes(wholeMinutes(seconds))} (
              {texts.myDay.rideParts(wholeMinutes(travel), wholeMinutes(seconds) - wholeMinutes(travel))}),{' '}
              {formats.distance(meters)}
            </Fact>
          ))}
      </dl>
      {marks.length > 0 && <Text>{marks.join(' · ')}</Text>}
      <Pin scope={scope} plan={plan} visit={visit} />
    </Stack>
  );
}

function Fact({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Two people who come to the same visit each have a way there. */
function ridesTo(visit: PlannedVisitAnswer, { route }: BoardRow) {
  return route.stops
    .filter(({ plannedVisitId, leg }) => plannedVisitId === visit.id && leg.travelSeconds + leg.handlingSeconds > 0)
    .map(({ id, leg }) => ({
      key: id,
      seconds: leg.travelSeconds + leg.handlingSeconds,
      travel: leg.travelSeconds,
      meters: leg.travelMeters,
    }));
}

interface PinProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly visit: PlannedVisitAnswer;
}

function Pin({ scope, plan, visit }: PinProps) {
  const { texts } = useWording();
  const { roles } = useCurrentAccount();
  const pin = usePinVisit(scope, plan);
  const isFixed = plan.status === 'publicerad' || plan.status === 'ersatt';
  const mayPin = mayPlan(roles) && !isFixed;
  const toggle = (): void => pin.mutate({ id: visit.id, pinned: !visit.pinned });
  usePinKey(mayPin && !pin.isPending ? toggle : null);
  if (!mayPlan(roles)) return null;
  if (isFixed) return <Text c="var(--rr-text-quiet)">{texts.week.visit.published}</Text>;
  return (
    <>
      <Button variant="default" loading={pin.isPending} onClick={toggle} aria-keyshortcuts="l">
        <LockSign /> {visit.pinned ? texts.week.visit.unpin : texts.week.visit.pin}
      </Button>
      <Text c="var(--rr-text-quiet)">{texts.week.visit.pinHint}</Text>
      {pin.isError && <Text role="alert">⛔ {problemText(pin.error, texts)}</Text>}
    </>
  );
}

/** L on the board pins the chosen visit; not while somebody writes. */
function usePinKey(toggle: (() => void) | null): void {
  useEffect(() => {
    if (toggle === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const isOnBoard = event.target instanceof HTMLElement && event.target.dataset.visit !== undefined;
      if (isOnBoard && event.key.toLowerCase() === 'l' && !event.ctrlKey && !event.metaKey) toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [toggle]);
}
