import type { PlannedVisitAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { INSATS_NAMES } from '@hemtjanst/domain';
import { CloseButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Scope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { mayPlan } from '../../lib/access.js';
import { wholeMinutes } from '../../lib/format.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { BoardRow } from './board-layout.js';
import { BrukareMonth } from './brukare-month.js';
import { markWords, marksOf, type PlanPeople } from './people.js';
import type { BoardActions } from './use-board-keys.js';
import type { EditSession } from './use-edit-session.js';
import { VisitActions } from './visit-actions.js';
import styles from './week.module.css';
import { WhyHere } from './why-here.js';

interface VisitPanelProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly visit: PlannedVisitAnswer | null;
  readonly rows: readonly BoardRow[];
  readonly people: PlanPeople;
  readonly session: EditSession;
  readonly actions: BoardActions;
}

/** The chosen visit: whose, when, by whom, how one gets there, and whether it stays where it is. */
export function VisitPanel({ visit, ...rest }: VisitPanelProps) {
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
        <ChosenVisit key={visit.visitDemandId} visit={visit} {...rest} />
      )}
    </Paper>
  );
}

interface ChosenVisitProps extends VisitPanelProps {
  readonly visit: PlannedVisitAnswer;
}

function ChosenVisit({ scope, plan, visit, rows, people, session, actions }: ChosenVisitProps) {
  const { texts, formats } = useWording();
  const { roles } = useCurrentAccount();
  const words = texts.week.visit;
  const board = useTextsOf(boardTexts);
  const brukare = people.brukare.get(visit.brukareId);
  const demand = people.demands.get(visit.visitDemandId);
  const employees = visit.employeeIds.map((id) => people.employees.get(id)?.name ?? texts.week.board.unknownEmployee);
  const markTexts = { ...texts.week.marks, newFace: board.marks.newFace };
  const marks = markWords(marksOf(visit, visit.employeeIds[0] ?? '', people), markTexts);
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2}>{brukare?.name ?? texts.week.board.unknownBrukare}</Title>
        <CloseButton aria-label={texts.common.close} onClick={actions.onClose} />
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
        <Fact word={board.visit.template}>{visit.templateCode}</Fact>
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
      <VisitActions plan={plan} visit={visit} actions={actions} isBusy={session.isBusy} />
      <BrukareMonth
        unitId={scope.unitId}
        brukareId={visit.brukareId}
        ramtidOrderId={visit.ramtidOrderId}
        date={visit.date}
      />
      {mayPlan(roles) && (
        <WhyHere
          place={{ unitId: scope.unitId, planId: plan.id }}
          version={plan.version}
          visitDemandId={visit.visitDemandId}
          isPlaced
          employees={people.employees}
          isBusy={session.isBusy}
          onEdit={actions.mayEdit && !visit.pinned ? (edit) => void session.apply(edit) : null}
        />
      )}
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
