import type { VisitListAnswer, VisitListStopAnswer } from '@hemtjanst/contracts';
import { addDays, parseLocalDate, type LocalDate } from '@hemtjanst/domain';
import { ActionIcon, Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCurrentAccount } from '../../app/session.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { todayInSweden } from '../../lib/format.js';
import { useWording } from '../../text/texts.js';
import { useEventQueue } from '../registered-times/use-event-queue.js';
import { visitProgress, type VisitProgress } from '../registered-times/visit-progress.js';
import { useOwnRegisteredTimes, useOwnVisitList } from './api.js';
import { OtherStop } from './other-stop.js';
import { PressNotices } from './press-notices.js';
import { RideLine } from './ride-line.js';
import { VisitCard } from './visit-card.js';
import styles from './my-day.module.css';

/** The employee's day on a phone: what comes next stands first, one press starts and ends a visit. */
export function MyDayPage() {
  const [date, setDate] = useShownDate();
  const list = useOwnVisitList(date);
  return (
    <div className={styles.page}>
      <DayHeader date={date} list={list.data} onChange={setDate} />
      {list.isPending && <LoadingState rows={5} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && <Day key={date} date={date} list={list.data} />}
    </div>
  );
}

function useShownDate(): readonly [LocalDate, (date: LocalDate) => void] {
  const [parameters, setParameters] = useSearchParams();
  const date = parseLocalDate(parameters.get('dag') ?? '') ?? todayInSweden();
  return [date, (chosen) => setParameters(chosen === todayInSweden() ? {} : { dag: chosen })];
}

interface DayHeaderProps {
  readonly date: LocalDate;
  readonly list: VisitListAnswer | undefined;
  readonly onChange: (date: LocalDate) => void;
}

function DayHeader({ date, list, onChange }: DayHeaderProps) {
  const { texts, formats } = useWording();
  const mode = list?.stops.find(({ nextRide }) => nextRide !== null)?.nextRide?.mode;
  const from = list?.shiftStartsAt ?? null;
  const to = list?.shiftEndsAt ?? null;
  return (
    <Stack gap="xs" mb="md">
      <Group justify="space-between" wrap="nowrap">
        <ActionIcon
          variant="default"
          size={48}
          aria-label={texts.myDay.previousDay}
          onClick={() => onChange(addDays(date, -1))}
        >
          ‹
        </ActionIcon>
        <Title order={1} ta="center" className={styles.title}>
          {date === todayInSweden() ? texts.myDay.today : formats.longDay(date)}
        </Title>
        <ActionIcon
          variant="default"
          size={48}
          aria-label={texts.myDay.nextDay}
          onClick={() => onChange(addDays(date, 1))}
        >
          ›
        </ActionIcon>
      </Group>
      <Text ta="center">
        {date === todayInSweden() && `${formats.day(date)} · `}
        {from !== null && to !== null && texts.myDay.shift(formats.clock(from), formats.clock(to))}
        {mode !== undefined && ` · ${texts.myDay.modes[mode]}`}
      </Text>
    </Stack>
  );
}

function Day({ date, list }: { readonly date: LocalDate; readonly list: VisitListAnswer }) {
  const { texts } = useWording();
  const today = todayInSweden();
  const registered = useOwnRegisteredTimes(date === today ? [date] : [date, today]);
  const [queue, pressed] = useEventQueue(useCurrentAccount().accountId);
  const [registersAnyway, setRegistersAnyway] = useState(false);

  if (list.stops.length === 0) {
    return (
      <EmptyState title={texts.myDay.noListTitle}>
        <Text>{texts.myDay.noListText}</Text>
        <Text>{texts.myDay.noListNext}</Text>
      </EmptyState>
    );
  }
  const events = [...pressed.sent, ...pressed.waiting.map(({ event }) => event)];
  const progressOf = ({ plannedVisitId }: VisitListStopAnswer): VisitProgress | null =>
    plannedVisitId === null ? null : visitProgress(plannedVisitId, registered, events);
  const rows = list.stops.map((stop) => ({ stop, progress: progressOf(stop) }));
  const next =
    rows.find(({ progress }) => progress?.kind === 'ongoing') ??
    rows.find(({ progress }) => progress?.kind === 'planned');
  const visits = rows.filter(({ progress }) => progress !== null);
  const isOtherDay = date !== today;
  return (
    <>
      <Text ta="center" mb="sm">
        {texts.myDay.summary(visits.filter(({ progress }) => isOver(progress)).length, visits.length)}
      </Text>
      {isOtherDay && !registersAnyway && (
        <Alert variant="outline" mb="sm">
          <Stack gap="sm" align="flex-start">
            <Text>{texts.myDay.otherDay}</Text>
            <Button variant="default" size="md" onClick={() => setRegistersAnyway(true)}>
              {texts.myDay.registerAnyway}
            </Button>
          </Stack>
        </Alert>
      )}
      <ol className={styles.stops}>
        {rows.map(({ stop, progress }, at) => (
          <li key={`${stop.startsAt} ${at}`}>
            {progress === null ? (
              <OtherStop stop={stop} />
            ) : (
              <VisitCard
                stop={stop}
                progress={progress}
                isNext={stop === next?.stop}
                mayRegister={!isOtherDay || registersAnyway}
                onPress={(kind) => stop.plannedVisitId !== null && queue.press(stop.plannedVisitId, kind)}
              />
            )}
            {stop.nextRide !== null && <RideLine ride={stop.nextRide} />}
          </li>
        ))}
      </ol>
      <PressNotices queue={queue} state={pressed} />
    </>
  );
}

const isOver = (progress: VisitProgress | null): boolean =>
  progress !== null && progress.kind !== 'planned' && progress.kind !== 'ongoing';
