import type { PlannedVisitAnswer } from '@hemtjanst/contracts';
import { minuteOfDayOf, type Instant } from '@hemtjanst/domain';
import { Button, Text, VisuallyHidden } from '@mantine/core';
import { memo, useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { wholeMinutes } from '../../lib/format.js';
import { useWording } from '../../text/texts.js';
import { boardSpan, placeOn, type BoardRow, type RideBar, type Span, type VisitBlock } from './board-layout.js';
import { moveFocus } from './board-keys.js';
import { BoardLegend } from './board-legend.js';
import { LockSign } from './lock-sign.js';
import { shortName } from './people-names.js';
import { markWords, marksOf, signsOf, type PlanPeople } from './people.js';
import styles from './board.module.css';

interface DayBoardProps {
  readonly date: string;
  readonly rows: readonly BoardRow[];
  readonly visits: ReadonlyMap<string, PlannedVisitAnswer>;
  readonly people: PlanPeople;
  readonly chosenId: string | null;
  readonly onChoose: (visitId: string | null) => void;
}

/** One row per shift, time across. One visit at a time is in the tab order; arrows go between them. */
export function DayBoard({ date, rows, visits, people, chosenId, onChoose }: DayBoardProps) {
  const { texts, formats } = useWording();
  const board = useRef<HTMLDivElement>(null);
  const [entryKey, setEntryKey] = useState<string | null>(null);
  const [isWide, setIsWide] = useState(false);
  const axis = boardSpan(rows);
  const hours = Array.from({ length: (axis.toMinute - axis.fromMinute) / 60 }, (_, at) => axis.fromMinute + at * 60);
  const firstKey = rows.find(({ visits: blocks }) => blocks.length > 0);
  const entry = entryKey ?? (firstKey === undefined ? null : keyOf(firstKey, firstKey.visits[0]));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onChoose(null);
    else if (board.current !== null && moveFocus(board.current, event.key)) event.preventDefault();
  };

  if (rows.length === 0) return <Text py="lg">{texts.week.noRoutes}</Text>;
  return (
    <section aria-label={texts.week.board.label(formats.longDay(date))}>
      <Button
        variant={isWide ? 'filled' : 'default'}
        size="compact-md"
        mb="sm"
        className="rr-no-print"
        aria-pressed={isWide}
        onClick={() => setIsWide(!isWide)}
      >
        {texts.week.board.widen}
      </Button>
      <div className={styles.scroll}>
        <div className={styles.board} data-wide={isWide || undefined} ref={board} onKeyDown={onKeyDown}>
          <div className={styles.head} aria-hidden>
            <div className={styles.person}>{texts.week.board.staff}</div>
            <div className={styles.axis}>
              {hours.map((minute) => (
                <span key={minute} style={placeOn(axis, { fromMinute: minute, toMinute: minute + 60 })}>
                  {String((minute / 60) % 24).padStart(2, '0')}
                </span>
              ))}
            </div>
          </div>
          <ul className={styles.rows}>
            {rows.map((row) => (
              <Row
                key={row.route.id}
                row={row}
                axis={axis}
                hourCount={hours.length}
                visits={visits}
                people={people}
                chosenId={row.visits.some(({ plannedVisitId }) => plannedVisitId === chosenId) ? chosenId : null}
                entry={entry?.startsWith(row.route.id) === true ? entry : null}
                onChoose={onChoose}
                onEnter={setEntryKey}
              />
            ))}
          </ul>
        </div>
      </div>
      <BoardLegend />
    </section>
  );
}

const keyOf = (row: BoardRow, block: VisitBlock | undefined): string =>
  `${row.route.id} ${block?.plannedVisitId ?? ''}`;

interface RowProps extends Omit<DayBoardProps, 'date' | 'rows'> {
  readonly row: BoardRow;
  readonly axis: Span;
  readonly hourCount: number;
  /** The visit of this row that Tab goes to, if it is in this row. */
  readonly entry: string | null;
  readonly onEnter: (key: string) => void;
}

const Row = memo(function Row({ row, axis, hourCount, visits, people, chosenId, entry, onChoose, onEnter }: RowProps) {
  const { texts, formats } = useWording();
  const { route } = row;
  const employee = people.employees.get(route.employeeId)?.name ?? texts.week.board.unknownEmployee;
  const workSeconds = (row.toMinute - row.fromMinute) * 60 - route.sums.breakSeconds;
  const share = formats.percent(workSeconds === 0 ? 0 : route.sums.visitSeconds / workSeconds);
  return (
    <li className={styles.row} aria-label={employee}>
      <div className={styles.person}>
        <strong>{employee}</strong>
        <span>{texts.week.board.rowSummary(route.sums.visits, share, formats.distance(route.sums.travelMeters))}</span>
      </div>
      <div className={styles.track} style={{ '--hours': hourCount }}>
        <div className={styles.shift} style={placeOn(axis, row)} />
        {row.others.map((other) => (
          <div
            key={`${other.kind} ${other.fromMinute}`}
            className={styles[other.kind]}
            style={placeOn(axis, other)}
            title={otherTitle(other, texts)}
          >
            {other.kind === 'break' && '☕'}
          </div>
        ))}
        {row.rides.map((ride) => (
          <Ride key={ride.fromMinute} ride={ride} axis={axis} />
        ))}
        {row.visits.map((block) => (
          <Visit
            key={block.plannedVisitId}
            block={block}
            axis={axis}
            visit={visits.get(block.plannedVisitId)}
            employeeId={route.employeeId}
            employee={employee}
            people={people}
            isChosen={block.plannedVisitId === chosenId}
            isEntry={entry === keyOf(row, block)}
            onChoose={onChoose}
            onEnter={() => onEnter(keyOf(row, block))}
          />
        ))}
      </div>
    </li>
  );
});

function otherTitle(
  { kind, fromMinute, toMinute }: BoardRow['others'][number],
  texts: ReturnType<typeof useWording>['texts'],
): string {
  const minutes = Math.round(toMinute - fromMinute);
  switch (kind) {
    case 'break':
      return `${texts.week.board.rast} ${texts.units.minutes(minutes)}`;
    case 'kringtid':
      return `${texts.week.board.kringtid} ${texts.units.minutes(minutes)}`;
    case 'wait':
      return texts.week.board.waiting(minutes);
  }
}

function Ride({ ride, axis }: { readonly ride: RideBar; readonly axis: Span }) {
  const { texts, formats } = useWording();
  const parts = texts.myDay.rideParts(wholeMinutes(ride.travelSeconds), wholeMinutes(ride.handlingSeconds));
  const title = `${texts.week.board.ride(parts)}, ${formats.distance(ride.travelMeters)}`;
  return (
    <div className={styles.ride} data-state={ride.state} style={placeOn(axis, ride)} title={title}>
      {ride.state === 'breaks' && '⛔'}
    </div>
  );
}

interface VisitProps {
  readonly block: VisitBlock;
  readonly axis: Span;
  readonly visit: PlannedVisitAnswer | undefined;
  readonly employeeId: string;
  readonly employee: string;
  readonly people: PlanPeople;
  readonly isChosen: boolean;
  readonly isEntry: boolean;
  readonly onChoose: (visitId: string) => void;
  readonly onEnter: () => void;
}

function Visit({ block, axis, visit, employeeId, employee, people, isChosen, isEntry, onChoose, onEnter }: VisitProps) {
  const { texts, formats } = useWording();
  const bringIntoView = useCallback((element: HTMLButtonElement | null) => {
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const name = people.brukare.get(block.brukareId)?.name ?? texts.week.board.unknownBrukare;
  const marks = visit === undefined ? null : marksOf(visit, employeeId, people);
  const span = visit === undefined ? '' : `${formats.clock(visit.startsAt)}–${formats.clock(visit.endsAt)}`;
  const words = marks === null ? '' : markWords(marks, texts.week.marks).join(', ');
  return (
    <>
      {isChosen && visit !== undefined && <Whiskers visit={visit} axis={axis} people={people} />}
      <button
        type="button"
        ref={isChosen ? bringIntoView : null}
        data-visit={block.plannedVisitId}
        data-from={block.fromMinute}
        data-proposed={marks?.isProposed === true || undefined}
        className={styles.visit}
        style={placeOn(axis, block)}
        tabIndex={isEntry ? 0 : -1}
        aria-pressed={isChosen}
        title={`${name} ${span}${words === '' ? '' : ` (${words})`}`}
        onFocus={onEnter}
        onClick={() => onChoose(block.plannedVisitId)}
      >
        <span aria-hidden>
          {marks?.isPinned === true && <LockSign />}
          {marks !== null && signsOf(marks)} {shortName(name)}
        </span>
        <VisuallyHidden>{texts.week.board.visitName(name, span, employee, words)}</VisuallyHidden>
      </button>
    </>
  );
}

/** When the chosen visit may begin: from the earliest to the latest start. */
function Whiskers({
  visit,
  axis,
  people,
}: {
  readonly visit: PlannedVisitAnswer;
  readonly axis: Span;
  readonly people: PlanPeople;
}) {
  const demand = people.demands.get(visit.visitDemandId);
  if (demand === undefined) return null;
  const [fromMinute, latest] = [demand.window.earliest, demand.window.latest].map(minutesOfClock);
  const starts = minuteOfDayOf(visit.startsAt as Instant);
  if (fromMinute === undefined || latest === undefined) return null;
  return <div className={styles.window} style={placeOn(axis, { fromMinute, toMinute: Math.max(latest, starts) })} />;
}

const minutesOfClock = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
