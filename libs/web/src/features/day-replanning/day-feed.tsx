import { clock, instantOf, type LocalDate } from '@hemtjanst/domain';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { scopeOf, type Scope } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { dayFeedTexts } from '../../text/pages/day-feed.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { Names } from './alternative-card.js';
import { dayEvents, type DayEvent } from './day-events.js';
import { useComeIn } from './day-feed-api.js';
import { ServiceText } from '../../components/service-text.js';
import styles from './day-replanning.module.css';

interface DayFeedProps {
  readonly scope: Scope;
  readonly day: LocalDate;
  readonly names: Names;
  /** Puts the employee into the question below. */
  readonly onReplanWithout: (employeeId: string) => void;
}

/** What has happened on the day, as it comes in; each event says what can be done about it. */
export function DayFeed({ scope, day, names, onReplanWithout }: DayFeedProps) {
  const { formats } = useWording();
  const words = useTextsOf(dayFeedTexts);
  const { comeIn, readAt, error, retry } = useComeIn(scope.unitId, day);
  const events =
    comeIn === null ? [] : dayEvents(comeIn, day, (time) => instantOf(day, clock(time), 'earlier')).filter(isShown);
  /** The group that is looked at: a name that its register does not have is another group's. */
  function isShown({ brukareId }: DayEvent): boolean {
    return scope.workGroupId === null || brukareId === null || names.brukare(brukareId) !== '…';
  }
  return (
    <section aria-labelledby="dagens-handelser" className={styles.feed}>
      <Title order={2} id="dagens-handelser">
        {words.title}
      </Title>
      {comeIn === null && error === null && <LoadingState rows={2} />}
      {error !== null && <ErrorState error={error} onRetry={retry} />}
      {comeIn !== null && events.length === 0 && <Text>{words.none}</Text>}
      <ul className={styles.events} aria-label={words.title}>
        {events.map((event) => (
          <li key={event.key}>
            <span className={styles.eventTime}>{event.at === null ? words.allDay : formats.clock(event.at)}</span>
            <span className={styles.eventText}>
              <strong>{words.kinds[event.kind]}</strong>
              {event.brukareId !== null && ` · ${names.brukare(event.brukareId)}`}
              {event.employeeId !== null && ` · ${names.employee(event.employeeId)}`}
              {event.text !== null && event.text !== '' && (
                <Text size="sm" c="var(--rr-text-quiet)">
                  <ServiceText>{event.text}</ServiceText>
                </Text>
              )}
            </span>
            <NextStep event={event} names={names} onReplanWithout={onReplanWithout} />
          </li>
        ))}
      </ul>
      {readAt !== null && (
        <Text size="sm" c="var(--rr-text-quiet)">
          {words.readAt(formats.clock(new Date(readAt).toISOString()))}
        </Text>
      )}
    </section>
  );
}

interface NextStepProps {
  readonly event: DayEvent;
  readonly names: Names;
  readonly onReplanWithout: (employeeId: string) => void;
}

function NextStep({ event, names, onReplanWithout }: NextStepProps) {
  const words = useTextsOf(dayFeedTexts);
  const { search } = useLocation();
  const { kind, employeeId, brukareId } = event;
  const about = names.brukare(brukareId ?? '');
  if (kind === 'employee-away') {
    if (employeeId === null) return null;
    return (
      <Button
        variant="default"
        size="compact-md"
        aria-label={words.replanOf(names.employee(employeeId))}
        onClick={() => onReplanWithout(employeeId)}
      >
        {words.replan}
      </Button>
    );
  }
  const to = placeOf(kind);
  if (to === null) return null;
  return (
    <Anchor component={Link} to={to + scopeOf(search)} underline="always" aria-label={words.lookOf(about)}>
      {words.look}
    </Anchor>
  );
}

/** The page where the event is dealt with; null: on this one. */
function placeOf(kind: DayEvent['kind']): string | null {
  if (kind.startsWith('report-')) return '/tid/stammer-inte';
  if (kind.startsWith('avvikelse-')) return '/tid/avvikelser';
  if (kind === 'avbojt' || kind === 'bom') return '/tid/registreringar';
  return kind === 'brukare-away' ? '/register/franvaro' : null;
}
