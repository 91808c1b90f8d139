import type { DayAlternativeAnswer, ReplannedVisit } from '@hemtjanst/contracts';
import { Text, Title } from '@mantine/core';
import type { Scope } from '../../app/scope.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { AcceptDay } from './accept-day.js';
import type { ProposedDay } from './api.js';
import styles from './day-replanning.module.css';

/** What the ids stand for, as far as the role may see it. */
export interface Names {
  readonly employee: (id: string) => string;
  readonly brukare: (id: string) => string;
}

interface AlternativeCardProps {
  readonly scope: Scope;
  readonly proposed: ProposedDay;
  readonly alternative: DayAlternativeAnswer;
  readonly names: Names;
}

/** One way to plan the day: its figures, whom to phone, and what it means per person. */
export function AlternativeCard({ scope, proposed, alternative, names }: AlternativeCardProps) {
  const words = useTextsOf(dayReplanningTexts);
  const title = alternative.kinds.map((kind) => words.alternative[kind]).join(' · ');
  return (
    <article className={styles.card} aria-label={title} data-alternative>
      <Title order={3}>{title}</Title>
      <Figures alternative={alternative} />
      <NameList title={words.leftOutTitle} ids={alternative.leftOut.map(({ brukareId }) => brukareId)} names={names} />
      {alternative.brukareIdsToPhone.length === 0 ? (
        <Text>{words.phoneNobody}</Text>
      ) : (
        <NameList
          title={words.phoneTitle(alternative.brukareIdsToPhone.length)}
          ids={alternative.brukareIdsToPhone}
          names={names}
        />
      )}
      <details>
        <summary>{words.personTitle}</summary>
        <ul className={styles.list}>
          {alternative.employees.map((one) => (
            <li key={one.employeeId}>
              {names.employee(one.employeeId)}:{' '}
              {words.person(one.visitsBefore, one.visitsAfter, one.visitMinutesDifference, one.travelMinutesDifference)}
            </li>
          ))}
        </ul>
      </details>
      <ChangedVisits visits={alternative.visits} names={names} />
      <AcceptDay scope={scope} proposed={proposed} alternativeId={alternative.alternativeId} />
    </article>
  );
}

function Figures({ alternative }: { readonly alternative: DayAlternativeAnswer }) {
  const words = useTextsOf(dayReplanningTexts);
  const figures = [
    [words.figures.newFaces, alternative.newFaces],
    [words.figures.travel, words.minutes(alternative.travelMinutesDifference)],
    [words.figures.overtime, words.minutes(alternative.overtimeMinutes)],
    [words.figures.moved, alternative.movedVisits],
    [words.figures.retimed, alternative.retimedVisits],
    [words.figures.leftOut, alternative.leftOut.length],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.flatMap(([word, figure]) => [<dt key={word}>{word}</dt>, <dd key={`${word} tal`}>{figure}</dd>])}
    </dl>
  );
}

interface NameListProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly names: Names;
}

function NameList({ title, ids, names }: NameListProps) {
  if (ids.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <ul className={styles.list}>
        {ids.map((id, at) => (
          <li key={`${id} ${at}`}>{names.brukare(id)}</li>
        ))}
      </ul>
    </div>
  );
}

interface ChangedVisitsProps {
  readonly visits: readonly ReplannedVisit[];
  readonly names: Names;
}

function ChangedVisits({ visits, names }: ChangedVisitsProps) {
  const words = useTextsOf(dayReplanningTexts);
  const { formats } = useWording();
  const placeText = (place: ReplannedVisit['from']): string =>
    place === null
      ? words.nobody
      : `${formats.clock(place.startsAt)} ${place.employeeIds.map(names.employee).join(', ')}`;
  return (
    <details>
      <summary>{words.visitsTitle(visits.length)}</summary>
      <ul className={styles.list}>
        {visits.map(({ visitDemandId, brukareId, from, to }) => (
          <li key={visitDemandId}>
            {names.brukare(brukareId)}: {placeText(from)} → {placeText(to)}
          </li>
        ))}
      </ul>
    </details>
  );
}
