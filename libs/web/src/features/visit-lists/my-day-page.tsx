import type { VisitListAnswer, VisitListStopAnswer } from '@hemtjanst/contracts';
import { addDays, parseLocalDate, type LocalDate } from '@hemtjanst/domain';
import { ActionIcon, Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { lazy, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCurrentAccount } from '../../app/session.js';
import { LoadBoundary } from '../../components/load-boundary.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { usePageTitle } from '../../components/page-title.js';
import { todayInSweden } from '../../lib/format.js';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useEventQueue, useReportQueue } from '../registered-times/use-press-queues.js';
import { visitProgress, type VisitProgress } from '../registered-times/visit-progress.js';
import { useOwnRegisteredTimes, useOwnVisitList } from './api.js';
import type { EventKind } from './event-kind.js';
import { OtherStop } from './other-stop.js';
import { PressNotices } from './press-notices.js';
import { RideLine } from './ride-line.js';
import { visitOfTag } from './tag-of-door.js';
import { canReadNfc, canReadQr } from './tag-readers.js';
import { VisitCard } from './visit-card.js';
import { Sign } from '../../components/sign.js';
import styles from './my-day.module.css';

// Fetched when they are opened; the service worker keeps what was fetched once.
const DayMapDialog = lazy(async () => ({ default: (await import('./day-map-dialog.js')).DayMapDialog }));
const TagDialog = lazy(async () => ({ default: (await import('./tag-dialog.js')).TagDialog }));
const CalendarDialog = lazy(async () => ({ default: (await import('./calendar-dialog.js')).CalendarDialog }));
const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog.js')).ReportDialog }));

/** The employee's day on a phone: what comes next stands first, one press starts and ends a visit. */
export function MyDayPage() {
  const [date, setDate] = useShownDate();
  const list = useOwnVisitList(date);
  const { texts, formats } = useWording();
  const words = useTextsOf(myDayTexts);
  const [showsCalendar, setShowsCalendar] = useState(false);
  const closeCalendar = (): void => setShowsCalendar(false);
  usePageTitle(texts.pages.myDay);
  return (
    <div className={styles.page}>
      <DayHeader date={date} list={list.data?.answer} onChange={setDate} />
      {list.isPending && <LoadingState rows={5} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && list.data.keptAt !== null && (
        <p className={styles.kept} role="status">
          <Sign kind="warns" /> {words.keptList(formats.clock(list.data.keptAt))}
        </p>
      )}
      {list.data !== undefined && <Day key={date} date={date} list={list.data.answer} />}
      <Button className={styles.calendar} variant="default" size="lg" onClick={() => setShowsCalendar(true)}>
        {words.calendar}
      </Button>
      <LoadBoundary key={String(showsCalendar)} onClose={closeCalendar}>
        {showsCalendar && <CalendarDialog onClose={closeCalendar} />}
      </LoadBoundary>
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
  const facts = [
    date === todayInSweden() ? formats.day(date) : null,
    from !== null && to !== null ? texts.myDay.shift(formats.clock(from), formats.clock(to)) : null,
    mode === undefined ? null : texts.myDay.modes[mode],
  ];
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
      <Text ta="center">{facts.filter((fact) => fact !== null).join(' · ')}</Text>
    </Stack>
  );
}

interface DayProps {
  readonly date: LocalDate;
  readonly list: VisitListAnswer;
}

type OpenDialog = { readonly kind: 'map' | 'tag' } | { readonly kind: 'report'; readonly stop: VisitListStopAnswer };

function Day({ date, list }: DayProps) {
  const { texts } = useWording();
  const words = useTextsOf(myDayTexts);
  const today = todayInSweden();
  const { accountId } = useCurrentAccount();
  const registered = useOwnRegisteredTimes(date === today ? [date] : [date, today]);
  const [queue, pressed] = useEventQueue(accountId);
  const [reports, reported] = useReportQueue(accountId);
  const [registersAnyway, setRegistersAnyway] = useState(false);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [isReported, setIsReported] = useState(false);

  if (list.stops.length === 0) {
    return (
      <EmptyState title={texts.myDay.noListTitle}>
        <Text>{texts.myDay.noListText}</Text>
        <Text>{texts.myDay.noListNext}</Text>
      </EmptyState>
    );
  }
  const events = [...pressed.sent, ...pressed.waiting.map(({ press }) => press)];
  const progressOf = ({ plannedVisitId }: VisitListStopAnswer): VisitProgress | null =>
    plannedVisitId === null ? null : visitProgress(plannedVisitId, registered, events);
  const rows = list.stops.map((stop) => ({ stop, progress: progressOf(stop) }));
  const next =
    rows.find(({ progress }) => progress?.kind === 'ongoing') ??
    rows.find(({ progress }) => progress?.kind === 'planned');
  const visits = rows.filter(({ progress }) => progress !== null);
  const isOtherDay = date !== today;
  const mayRegister = !isOtherDay || registersAnyway;
  const press = (plannedVisitId: string, kind: EventKind): void =>
    queue.hold({ id: crypto.randomUUID(), plannedVisitId, kind, occurredAt: new Date().toISOString() });
  const stateOf = (visitId: string): 'planned' | 'ongoing' | 'over' => {
    const { kind } = visitProgress(visitId, registered, events);
    return kind === 'planned' || kind === 'ongoing' ? kind : 'over';
  };
  const close = (): void => setDialog(null);
  return (
    <>
      <Text ta="center" mb="sm">
        {texts.myDay.summary(visits.filter(({ progress }) => isOver(progress)).length, visits.length)}
      </Text>
      <div className={styles.tools}>
        <Button variant="default" size="lg" onClick={() => setDialog({ kind: 'map' })}>
          {words.map}
        </Button>
        {mayRegister && (canReadQr() || canReadNfc()) && (
          <Button variant="default" size="lg" onClick={() => setDialog({ kind: 'tag' })}>
            {words.scan}
          </Button>
        )}
      </div>
      {isOtherDay && !registersAnyway && (
        <Alert variant="outline" mb="sm">
          <Stack gap="sm" align="flex-start">
            <Text>{texts.myDay.otherDay}</Text>
            <Button variant="default" size="lg" onClick={() => setRegistersAnyway(true)}>
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
                mayRegister={mayRegister}
                onPress={(kind) => stop.plannedVisitId !== null && press(stop.plannedVisitId, kind)}
                onReport={() => setDialog({ kind: 'report', stop })}
              />
            )}
            {stop.nextRide !== null && <RideLine ride={stop.nextRide} />}
          </li>
        ))}
      </ol>
      <PressNotices
        queue={queue}
        state={pressed}
        reports={reports}
        reported={reported}
        isReported={isReported}
        onReportSeen={() => setIsReported(false)}
      />
      <LoadBoundary key={dialog?.kind} onClose={close}>
        {dialog?.kind === 'map' && (
          <DayMapDialog
            list={list}
            nextVisitId={next?.stop.plannedVisitId ?? null}
            doneVisitIds={new Set(visits.flatMap(({ stop, progress }) => (isOver(progress) ? idOf(stop) : [])))}
            onClose={close}
          />
        )}
        {dialog?.kind === 'tag' && (
          <TagDialog
            find={(text) => visitOfTag(text, list.stops, stateOf)}
            onVisit={(visitId) => {
              press(visitId, stateOf(visitId) === 'ongoing' ? 'stop' : 'start');
              close();
            }}
            onClose={close}
          />
        )}
        {dialog?.kind === 'report' && (
          <ReportDialog
            stop={dialog.stop}
            onSend={(said) => {
              const plannedVisitId = dialog.stop.plannedVisitId ?? '';
              reports.hold({ id: crypto.randomUUID(), plannedVisitId, ...said, reportedAt: new Date().toISOString() });
              setIsReported(true);
              close();
            }}
            onClose={close}
          />
        )}
      </LoadBoundary>
    </>
  );
}

const idOf = ({ plannedVisitId }: VisitListStopAnswer): readonly string[] =>
  plannedVisitId === null ? [] : [plannedVisitId];

const isOver = (progress: VisitProgress | null): boolean =>
  progress !== null && progress.kind !== 'planned' && progress.kind !== 'ongoing';
